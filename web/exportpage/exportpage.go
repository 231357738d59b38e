// Package exportpage is where the programme team takes the acts out as files.
package exportpage

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"time"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/transfer"
	"tekojentori.fi/tori/internal/transfer/errand"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/ui"
)

// Pages handles /ohjelma/viennit.
type Pages struct {
	Acts     *act.Service
	Stats    *stats.Service
	Transfer *transfer.Service
	Listed   func(ctx context.Context, values url.Values) (stats.Filter, []ui.Chip, error) // as the list has them
	Errands  *errand.Service
	Now      func() time.Time
}

type view struct {
	Campaigns, Years, Sectors []ui.Option
	Formats                   []ui.Option
	Columns                   []ui.Option
	Reason                    string
	Personal                  bool
	Unpublished               bool
	Problems                  validate.Problems
	Total                     int
	Listed                    []string // what narrows the acts besides, in words
	Action                    string
	Errands                   []errand.Errand // of the viewer, the newest first
	Now                       time.Time
}

// Form asks what to take out.
func (p Pages) Form(w http.ResponseWriter, r *http.Request) error {
	return p.render(w, r, http.StatusOK, nil)
}

func (p Pages) render(w http.ResponseWriter, r *http.Request, status int, problems validate.Problems) error {
	v, err := p.view(r)
	if err != nil {
		return err
	}
	v.Problems, v.Now = problems, p.Now()
	if v.Errands, err = p.Errands.Of(r.Context(), page.Viewer(r)); err != nil {
		return err
	}
	return page.Render(w, r, status, form(v))
}

// listed is the acts that the address of the list after the page's own asks
// for; all public ones without it.
func (p Pages) listed(r *http.Request) (stats.Filter, []ui.Chip, error) {
	f, chips, err := p.Listed(r.Context(), r.URL.Query())
	if len(chips) == 0 {
		f.Archived = true
	}
	return f, chips, err
}

func (p Pages) view(r *http.Request) (view, error) {
	c := p.Stats.Catalogue()
	f, chips, err := p.listed(r)
	if err != nil {
		return view{}, err
	}
	s := c.Select(f)
	v := view{Action: i18n.Path(r.Context(), "/ohjelma/viennit"), Total: s.Total(), Reason: r.PostFormValue("reason"), Personal: r.PostFormValue("personal") != "", Unpublished: r.PostFormValue("unpublished") != ""}
	ctx := r.Context()
	for _, chip := range chips {
		v.Listed = append(v.Listed, chip.Label)
	}
	if r.URL.RawQuery != "" {
		v.Action += "?" + r.URL.RawQuery
	}
	choices := func(d stats.Dimension, name string) []ui.Option {
		options := []ui.Option{{Label: everything.In(ctx)}}
		for _, n := range s.Facet(d) {
			options = append(options, ui.Option{Value: n.Code, Label: fmt.Sprintf("%s (%s)", n.Label.In(ctx), i18n.Number(ctx, n.Count)), Chosen: r.PostFormValue(name) == n.Code})
		}
		return options
	}
	v.Campaigns, v.Years, v.Sectors = choices(stats.Campaign, "campaign"), choices(stats.Year, "year"), choices(stats.Sector, "sector")
	chosen := r.PostFormValue("format")
	if chosen == "" {
		chosen = string(transfer.CSV)
	}
	for _, f := range transfer.Formats() {
		v.Formats = append(v.Formats, ui.Option{Value: string(f), Label: formatNames[f].In(ctx), Chosen: chosen == string(f)})
	}
	asked := r.PostForm["columns"]
	for _, c := range transfer.Columns() {
		if !c.Personal {
			v.Columns = append(v.Columns, ui.Option{Value: c.Name, Label: c.Label.In(ctx), Chosen: len(asked) == 0 || slices.Contains(asked, c.Name)})
		}
	}
	return v, nil
}

// Export sends the file, act by act; a large one, or one that is asked for so,
// is made in the background.
func (p Pages) Export(w http.ResponseWriter, r *http.Request) error {
	o := transfer.Order{
		Format: transfer.Format(r.FormValue("format")), Comma: r.FormValue("erotin") == "pilkku",
		Personal: r.PostFormValue("personal") != "", Reason: r.PostFormValue("reason"),
	}
	o.Columns = r.PostForm["columns"]
	if len(o.Columns) > 0 && o.Personal { // they have a box of their own
		o.Columns = append(o.Columns, transfer.PersonalColumns()...)
	}
	var err error
	if o.IDs, err = p.chosen(r); err != nil {
		return err
	}
	later := r.PostFormValue("later") != "" || len(o.IDs) > errand.Large
	if later {
		err = p.order(w, r, o)
	} else {
		err = p.Transfer.Allow(r.Context(), page.Viewer(r), o)
	}
	var problems validate.Problems
	if errors.As(err, &problems) {
		return p.render(w, r, http.StatusUnprocessableEntity, problems)
	}
	if later {
		return err
	}
	if err != nil {
		return err
	}
	name := "teot-" + p.Now().In(i18n.Helsinki()).Format(time.DateOnly) + "." + string(o.Format)
	w.Header().Set("Content-Type", o.Format.ContentType())
	w.Header().Set("Content-Disposition", `attachment; filename="`+name+`"`)
	w.Header().Set("Cache-Control", "no-store")
	if err := p.Transfer.Export(r.Context(), w, o); err != nil {
		panic(http.ErrAbortHandler) // half a file has been sent: the reader must see that it broke
	}
	return nil
}

// chosen is the acts that the form asks for.
func (p Pages) chosen(r *http.Request) ([]act.ID, error) {
	f, _, err := p.listed(r)
	if err != nil {
		return nil, err
	}
	own := stats.Filter{Archived: true}
	for d, name := range map[stats.Dimension]string{stats.Campaign: "campaign", stats.Year: "year", stats.Sector: "sector"} {
		if code := r.FormValue(name); code != "" {
			own = own.With(d, code)
		}
	}
	if own, err = p.Stats.Catalogue().Clean(own); err != nil {
		return nil, fmt.Errorf("export: %w", fault.BadRequest)
	}
	chosen := map[int64]bool{}
	for _, id := range p.Stats.Catalogue().Select(own).All() {
		chosen[id] = true
	}
	ids := act.IDsOf(slices.DeleteFunc(p.Stats.Catalogue().Select(f).All(), func(id int64) bool { return !chosen[id] }))
	if r.PostFormValue("unpublished") == "" {
		return ids, nil
	}
	rest := slices.DeleteFunc(act.Statuses(), func(s act.Status) bool { return s.Public() || s == act.Draft })
	others, err := p.Acts.IDs(r.Context(), rest)
	return append(ids, others...), err
}

var (
	title        = i18n.T("Viennit", "Exporter", "Exports")
	lead         = i18n.T("Ota teot tiedostona. Sama tiedosto kelpaa sellaisenaan myös tuontiin.", "Ta ut gärningarna som fil. Samma fil duger som sådan också för import.", "Take the acts out as a file. The same file can be imported as it is.")
	campaignL    = i18n.T("Kampanja", "Kampanj", "Campaign")
	yearL        = i18n.T("Julkaisuvuosi", "Publiceringsår", "Year of publication")
	sectorL      = i18n.T("Toimiala", "Bransch", "Sector")
	everything   = i18n.T("Kaikki", "Alla", "All")
	formatL      = i18n.T("Tiedostomuoto", "Filformat", "Format")
	columnsL     = i18n.T("Sarakkeet", "Kolumner", "Columns")
	columnsH     = i18n.T("Tuontia varten tarvitaan ainakin tunnus, otsikko ja organisaatio.", "Import kräver åtminstone beteckning, rubrik och organisation.", "An import needs the reference, the title and the organisation at least.")
	chooseT      = i18n.T("Valitse sarakkeet", "Välj kolumner", "Choose the columns")
	unpublishedL = i18n.T("Mukaan myös muut kuin julkaistut teot (ei luonnoksia)", "Ta också med annat än publicerade gärningar (inte utkast)", "Include acts that are not published (no drafts)")
	personalL    = i18n.T("Mukaan yhteyshenkilöt", "Ta med kontaktpersonerna", "Include the contacts")
	reasonL      = i18n.T("Mihin yhteystietoja tarvitaan?", "Vad behövs kontaktuppgifterna till?", "What are the contact details needed for?")
	reasonH      = i18n.T("Perustelu tallentuu lokiin nimesi kanssa.", "Motiveringen sparas i loggen med ditt namn.", "The reason is kept in the log with your name.")
	download     = i18n.T("Lataa tiedosto", "Ladda ner filen", "Download the file")
	rule         = i18n.T("Tekoja on %d: julkaistut ja arkistoidut.", "Det finns %d gärningar: publicerade och arkiverade.", "There are %d acts: published and archived.")
	ruleListed   = i18n.T("Tekoja on %d: ne, jotka hakuluettelo näyttää rajauksella %s.", "Det finns %d gärningar: de som listan visar med avgränsningen %s.", "There are %d acts: those that the list shows narrowed to %s.")
	formatNames  = map[transfer.Format]i18n.Text{
		transfer.CSV:   i18n.T("CSV (suomalainen Excel)", "CSV (finländsk Excel)", "CSV (semicolons)"),
		transfer.XLSX:  i18n.T("Excel (XLSX)", "Excel (XLSX)", "Excel (XLSX)"),
		transfer.JSON:  i18n.T("JSON", "JSON", "JSON"),
		transfer.JSONL: i18n.T("JSON Lines (teko riville)", "JSON Lines (en gärning per rad)", "JSON Lines (one act per line)"),
	}
)
