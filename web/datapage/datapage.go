// Package datapage is the open data: the published acts and their numbers as
// files without personal data, and what a catalogue of data sets needs to know.
package datapage

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/transfer"
	"tekojentori.fi/tori/web/deck"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/ui"
)

// Pages handles /avoin-data.
type Pages struct {
	Acts      *act.Service
	Stats     *stats.Service
	Transfer  *transfer.Service
	Listed    func(ctx context.Context, values url.Values) (stats.Filter, []ui.Chip, error) // as the list has them
	BaseURL   string
	PerMinute int // requests of the API
	Now       func() time.Time
}

// licence is what everything may be used by.
const licence = "https://creativecommons.org/licenses/by/4.0/"

// A file is one way to take a data set.
type file struct {
	Path   string
	Format transfer.Format
}

// A set is one data set with its files.
type set struct {
	ID, Path    string // of its files, without the ending
	Title, Text i18n.Text
	Formats     []transfer.Format
}

func sets() []set {
	return []set{
		{"teot", "/avoin-data/teot", actsT, actsText, []transfer.Format{transfer.CSV, transfer.JSON, transfer.XLSX}},
		{"tilastot", "/avoin-data/tilastot", numbersT, numbersText, []transfer.Format{transfer.CSV, transfer.JSON, transfer.XLSX}},
		{"sparraus", "/avoin-data/sparraus", coachingT, coachingText, []transfer.Format{transfer.CSV, transfer.JSON, transfer.XLSX}},
		{"tyopajat", "/avoin-data/tyopajat", workshopsT, workshopsText, []transfer.Format{transfer.CSV, transfer.JSON, transfer.XLSX}},
	}
}

func (s set) files() []file {
	var all []file
	for _, f := range s.Formats {
		all = append(all, file{s.Path + "." + string(f), f})
	}
	return all
}

// view is what the page tells.
type view struct {
	Acts      int
	Columns   []transfer.Column
	BaseURL   string
	PerMinute int
}

// Page tells what there is, and how it may be used.
func (p Pages) Page(w http.ResponseWriter, r *http.Request) error {
	v := view{Acts: p.Stats.Catalogue().Len(), BaseURL: p.BaseURL, PerMinute: p.PerMinute}
	for _, c := range transfer.Columns() {
		if !c.Personal {
			v.Columns = append(v.Columns, c)
		}
	}
	return page.Render(w, r, http.StatusOK, show(v))
}

// ActFile is every published act as a file, archived ones too, the newest first;
// with an address of the list, the acts of the list.
func (p Pages) ActFile(w http.ResponseWriter, r *http.Request) error {
	f := transfer.Format(r.PathValue("format"))
	if !f.Known() {
		return fmt.Errorf("format %q: %w", f, fault.NotFound)
	}
	asked, narrowed, err := p.Listed(r.Context(), r.URL.Query())
	if err != nil {
		return err
	}
	if len(narrowed) == 0 {
		asked.Archived = true
	}
	ids := p.Stats.Catalogue().Select(asked).All()
	name(w, "teot", f)
	o := transfer.Order{IDs: act.IDsOf(ids), Format: f, Comma: r.URL.Query().Get("erotin") == "pilkku"}
	if err := p.Transfer.Export(r.Context(), w, o); err != nil {
		panic(http.ErrAbortHandler) // half a file has been sent: the reader must see that it broke
	}
	return nil
}

// Numbers is the tables of the statistics as a file, of everything or of one
// campaign or a period.
func (p Pages) Numbers(w http.ResponseWriter, r *http.Request) error {
	f := transfer.Format(r.PathValue("format"))
	if !f.OfTables() {
		return fmt.Errorf("format %q: %w", f, fault.NotFound)
	}
	c := p.Stats.Catalogue()
	filter, _, err := deck.ReadNumbers(r.URL.Query(), c)
	if err != nil {
		return err
	}
	var tables []transfer.Table
	for _, d := range stats.Dimensions() {
		tables = append(tables, transfer.Table{Table: c.Count(filter, d), Title: stats.TitleOf(d)})
	}
	more, err := p.beside(r.Context(), c, filter)
	if err != nil {
		return err
	}
	tables = append(tables, more...)
	name(w, "tilastot", f)
	return transfer.WriteTables(w, f, i18n.From(r.Context()), tables, p.Now())
}

// mostRead is how many acts are named in the file as the most read.
const mostRead = 100

// beside is the tables of the page of statistics that are of no dimension.
func (p Pages) beside(ctx context.Context, c *stats.Catalogue, f stats.Filter) ([]transfer.Table, error) {
	most, all := c.MostRead(f, mostRead)
	read := stats.Table{Definition: all.Definition, Total: all.Value}
	read.Definition.Key = "readings_by_act"
	ids, counts := make([]act.ID, len(most)), map[act.ID]int{}
	for i, m := range most {
		ids[i], counts[act.ID(m.Act)] = act.ID(m.Act), m.Count
	}
	acts, err := p.Acts.Cards(ctx, ids, c.VersionOf)
	if err != nil {
		return nil, err
	}
	for _, a := range acts {
		read.Rows = append(read.Rows, stats.Count{Value: stats.Value{Code: a.Slug, Label: i18n.Name(a.Title, "", "")}, Count: counts[a.ID]})
	}
	return []transfer.Table{
		{Table: c.Months(f, time.Time{}, months), Title: stats.MonthsTitle()},
		{Table: c.Eras(f), Title: stats.ErasTitle()},
		{Table: c.ReadingsByMonth(f, months), Title: stats.ReadingsTitle()},
		{Table: read, Title: stats.MostReadTitle()},
		{Table: c.CoverageTable(f), Title: stats.CoverageTitle()},
		{Table: c.WaitTable(f), Title: stats.WaitTitle()},
		{Table: c.AdoptionTable(f), Title: stats.AdoptionTitle()},
		{Table: c.Reach(f), Title: stats.ReachTitle()},
		{Table: c.SolutionTable(f), Title: stats.SolutionTitle()},
	}, nil
}

// months is how far back the tables by months go.
const months = 12

// name tells what the file is, and what it is called when it is kept.
func name(w http.ResponseWriter, base string, f transfer.Format) {
	w.Header().Set("Content-Type", f.ContentType())
	w.Header().Set("Content-Disposition", `inline; filename="`+base+"."+string(f)+`"`)
	w.Header().Set("Link", `<`+licence+`>; rel="license"`)
}

// Catalogue is the data sets in DCAT-AP, as JSON-LD, for avoindata.fi.
func (p Pages) Catalogue(w http.ResponseWriter, _ *http.Request) error {
	body, err := json.MarshalIndent(p.dcat(), "", " ")
	if err != nil {
		return fmt.Errorf("describe the data: %w", err)
	}
	w.Header().Set("Content-Type", "application/ld+json; charset=utf-8")
	_, _ = w.Write(body) // an error means that the reader has left
	return nil
}
