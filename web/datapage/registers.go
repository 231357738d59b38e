package datapage

import (
	"fmt"
	"net/http"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/transfer"
	"tekojentori.fi/tori/web/deck"
)

// Coachings is the numbers of sparring as a file, of all time or of a period.
func (p Pages) Coachings(w http.ResponseWriter, r *http.Request) error {
	period, err := deck.ReadPeriod(r.URL.Query())
	if err != nil {
		return err
	}
	asked := period.Narrow(stats.Filter{})
	n, err := p.Stats.Coachings(r.Context(), asked.From, asked.Until)
	if err != nil {
		return err
	}
	return p.named(w, r, "sparraus", append(n.Totals(), n.Tables()...))
}

// Workshops is the numbers of every series of workshops as a file.
func (p Pages) Workshops(w http.ResponseWriter, r *http.Request) error {
	all, err := p.Stats.WorkshopSeries(r.Context())
	if err != nil {
		return err
	}
	var tables []stats.Named
	for _, s := range all {
		tables = append(append(tables, s.Totals()...), s.Tables()...)
	}
	return p.named(w, r, "tyopajat", tables)
}

// named writes tables as the file that the address asks for.
func (p Pages) named(w http.ResponseWriter, r *http.Request, base string, all []stats.Named) error {
	f := transfer.Format(r.PathValue("format"))
	if !f.OfTables() {
		return fmt.Errorf("format %q: %w", f, fault.NotFound)
	}
	tables := make([]transfer.Table, len(all))
	for i, t := range all {
		tables[i] = transfer.Table{Table: t.Table, Title: t.Name}
	}
	name(w, base, f)
	return transfer.WriteTables(w, f, i18n.From(r.Context()), tables, p.Now())
}
