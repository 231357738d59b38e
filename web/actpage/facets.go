package actpage

import (
	"context"
	"net/http"
	"slices"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/web/ui"
)

// longFacet is how many choices a facet may have to be shown whole at once,
// and leading how many a longer one leads with: hundreds of organisations would
// be most of every list page.
const (
	longFacet = 40
	leading   = 8
)

// describe adds the facets and the big numbers.
func (p Pages) describe(r *http.Request, v *listView, c *stats.Catalogue, s *stats.Selection) {
	ctx := r.Context()
	all := c.Totals()
	v.AllActs, v.AllWorkplace, v.Awarded = all.Acts, all.Organizations, all.Awarded
	v.Facets = make([]ui.Facet, 0, len(params))
	for _, d := range stats.Dimensions() {
		v.Facets = append(v.Facets, v.Query.facet(ctx, d, s.Facet(d)))
	}
	for _, words := range v.Found.Suggestions {
		v.Suggestions = append(v.Suggestions, ui.Chip{Label: words, URL: i18n.Path(ctx, v.Query.withText(words).URL())})
	}
}

// facet is the choices of a dimension; of a long one the first and the chosen,
// with the way to all of them.
func (q Query) facet(ctx context.Context, d stats.Dimension, counts []stats.Count) ui.Facet {
	f := ui.Facet{Param: params[d], Title: titles[d], Open: d == stats.Sector || d == stats.Theme, Whole: q.Whole == params[d], All: len(counts)}
	cut := len(counts) > longFacet && !f.Whole
	if cut {
		f.AllURL = i18n.Path(ctx, q.whole(f.Param).URL())
	}
	f.Values = make([]ui.FacetValue, 0, min(len(counts), longFacet))
	for i := range counts {
		if n := &counts[i]; !cut || i < leading || n.Chosen {
			f.Values = append(f.Values, ui.FacetValue{Code: n.Code, Label: n.Label.In(ctx), Count: n.Count, Chosen: n.Chosen})
		}
	}
	return f
}

// narrows reports whether there is anything to narrow the list by: of a search
// that finds nothing there is nothing to choose.
func (v listView) narrows() bool {
	return slices.ContainsFunc(v.Facets, func(f ui.Facet) bool { return len(f.Values) > 0 })
}
