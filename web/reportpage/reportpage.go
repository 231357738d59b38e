// Package reportpage is where the programme team counts acts by two things at
// once, sees the acts behind every number, and keeps the tables it comes back
// to.
package reportpage

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"time"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/report"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/transfer"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/deck"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/ui"
)

// Pages handles /ohjelma/tilastot.
type Pages struct {
	Stats   *stats.Service
	Deck    deck.Deck
	Reports *report.Service
	Now     func() time.Time
}

type view struct {
	Query     query
	Table     stats.Cross
	Kept      []report.Report
	Rows      []ui.Option
	Columns   []ui.Option
	Measures  []ui.Option
	Lists     []ui.Option
	Mergers   []ui.Option
	Shares    []ui.Option
	Narrowing []narrowing
	Narrowed  bool
	Exact     time.Time  // the first day whose figures come out the same
	Typed     url.Values // as it came, so that a wrong day stays to be mended
	FormKey   string
	Name      string
	Shared    bool
	Viewer    int64
	Admin     bool
	Problems  validate.Problems
}

// A narrowing is the choices of one dimension.
type narrowing struct {
	Param   string
	Label   i18n.Text
	Options []ui.Option
}

// Table is the table that the address asks for.
func (p Pages) Table(w http.ResponseWriter, r *http.Request) error {
	v, err := p.view(r, r.URL.Query())
	if err != nil {
		return err
	}
	status := http.StatusOK
	if len(v.Problems) > 0 {
		status = http.StatusUnprocessableEntity
	}
	return page.Render(w, r, status, show(v))
}

func (p Pages) view(r *http.Request, values url.Values) (view, error) {
	viewer := page.Viewer(r)
	v := view{Typed: values, FormKey: page.NewKey(), Viewer: int64(viewer.ID), Admin: viewer.Administers()}
	q, c, err := read(r.Context(), values, p.Stats, p.Now())
	if v.Problems, err = problemsOf(err); err != nil {
		return v, err
	}
	v.Query, v.Table, v.Exact = q, q.table(c), c.Exact()
	v.choices(r.Context(), c)
	v.Kept, err = p.Reports.For(r.Context(), viewer)
	return v, err
}

// choices fills in what can be chosen.
func (v *view) choices(ctx context.Context, c *stats.Catalogue) {
	v.Columns = append(v.Columns, ui.Option{Label: onlyTotals.In(ctx), Chosen: v.Query.Columns == stats.Nothing})
	all := c.Select(stats.Filter{Archived: true})
	for _, d := range stats.Dimensions() {
		name := deck.Params[d]
		v.Rows = append(v.Rows, ui.Option{Value: name, Label: names[d].In(ctx), Chosen: d == v.Query.Rows})
		if d != stats.Organization {
			v.Columns = append(v.Columns, ui.Option{Value: name, Label: names[d].In(ctx), Chosen: d == v.Query.Columns})
		}
		values := all.Facet(d)
		n := narrowing{Param: name, Label: names[d], Options: make([]ui.Option, 0, 1+len(values))}
		n.Options = append(n.Options, ui.Option{Label: everything.In(ctx)})
		for _, value := range values {
			chosen := slices.Contains(v.Query.Filter.Codes[d], value.Code)
			v.Narrowed = v.Narrowed || chosen
			n.Options = append(n.Options, ui.Option{Value: value.Code, Label: value.Label.In(ctx), Chosen: chosen})
		}
		v.Narrowing = append(v.Narrowing, n)
	}
	for _, m := range stats.Measures() {
		v.Measures = append(v.Measures, ui.Option{Value: measures[m], Label: measureNames[m].In(ctx), Chosen: m == v.Query.Measure})
	}
	for _, s := range stats.Shares() {
		v.Shares = append(v.Shares, ui.Option{Value: shares[s], Label: shareNames[s].In(ctx), Chosen: s == v.Query.Share})
	}
	l := v.Query.Lens
	v.Lists = []ui.Option{{Label: list2022O.In(ctx), Chosen: !l.Sectors2020}, {Value: list2020, Label: list2020O.In(ctx), Chosen: l.Sectors2020}}
	v.Mergers = []ui.Option{{Label: asThenO.In(ctx), Chosen: !l.Successors}, {Value: successors, Label: successorsO.In(ctx), Chosen: l.Successors}}
}

// File is the same table as a file.
func (p Pages) File(w http.ResponseWriter, r *http.Request) error {
	f := transfer.Format(r.PathValue("format"))
	if !f.OfTables() {
		return fault.NotFound
	}
	q, c, err := read(r.Context(), r.URL.Query(), p.Stats, p.Now())
	if err != nil {
		return asked(err)
	}
	x := transfer.Cross{Cross: q.table(c), Title: title, Corner: q.corner(), Sum: totalT, Share: q.Share, ShareName: shareNames[q.Share]}
	w.Header().Set("Content-Type", f.ContentType())
	w.Header().Set("Content-Disposition", `attachment; filename="ristiintaulukko-`+p.Now().In(i18n.Helsinki()).Format(time.DateOnly)+"."+string(f)+`"`)
	return transfer.WriteCross(w, f, i18n.From(r.Context()), x, p.Now())
}

// Keep keeps the table under a name.
func (p Pages) Keep(w http.ResponseWriter, r *http.Request) error {
	key, err := page.Key(r)
	if err != nil {
		return err
	}
	values, err := url.ParseQuery(r.PostFormValue("query"))
	if err != nil {
		return fault.BadRequest
	}
	q, _, err := read(r.Context(), values, p.Stats, p.Now())
	if err != nil {
		return asked(err)
	}
	kept := report.Report{Name: r.PostFormValue("name"), Query: q.address, Shared: r.PostFormValue("shared") != ""}
	err = p.Reports.Keep(r.Context(), page.Viewer(r), key, kept)
	var problems validate.Problems
	if errors.As(err, &problems) {
		v, err := p.view(r, values)
		if err != nil {
			return err
		}
		v.Problems, v.Name, v.Shared = problems, kept.Name, kept.Shared
		return page.Render(w, r, http.StatusUnprocessableEntity, show(v))
	}
	if err != nil {
		return err
	}
	return page.Redirect(w, r, path+"?"+kept.Query)
}

// asked is an error of an address that no page of ours has made: what is wrong
// with it is its asker's.
func asked(err error) error {
	var p validate.Problems
	if errors.As(err, &p) {
		return errors.Join(fault.BadRequest, err)
	}
	return err
}

// Drop forgets a kept table.
func (p Pages) Drop(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[report.ID](r, "id")
	if err != nil {
		return err
	}
	if err := p.Reports.Drop(r.Context(), page.Viewer(r), id); err != nil {
		return err
	}
	return page.Redirect(w, r, path)
}
