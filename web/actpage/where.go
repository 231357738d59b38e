package actpage

import (
	"context"
	"slices"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/web/ui"
)

// The names of places in the address of the list. They are no facets: the map
// is where they are chosen.
const (
	placeParam  = "kunta"
	countyParam = "alue"
)

// maxPlaces bounds how many places of a kind an address may name.
const maxPlaces = 400

// choices is what an address names of a kind, each once and in order.
func choices(values []string) []string {
	values = slices.DeleteFunc(slices.Clone(values[:min(len(values), maxPlaces)]), func(s string) bool { return s == "" })
	slices.Sort(values)
	return slices.Compact(values)
}

// whereChips is the places that are chosen, each with the page without it.
func (p Pages) whereChips(ctx context.Context, q Query, path string) []ui.Chip {
	dir := p.Organizations.Directory()
	var chips []ui.Chip
	for _, code := range q.Places {
		place, _ := dir.Place(code) // Within has seen to it
		chips = append(chips, ui.Chip{Label: place.Name.In(ctx), URL: i18n.Path(ctx, q.withoutPlace(code).urlOf(path))})
	}
	for _, code := range q.Counties {
		county, _ := dir.County(code)
		chips = append(chips, ui.Chip{Label: county.Name.In(ctx), URL: i18n.Path(ctx, q.withoutCounty(code).urlOf(path))})
	}
	return chips
}

// withoutPlace is the query without a municipality, on its first page.
func (q Query) withoutPlace(code string) Query {
	q.Places, q.Page = slices.DeleteFunc(slices.Clone(q.Places), func(c string) bool { return c == code }), 1
	return q
}

// withoutCounty is the query without a county, on its first page.
func (q Query) withoutCounty(code string) Query {
	q.Counties, q.Page = slices.DeleteFunc(slices.Clone(q.Counties), func(c string) bool { return c == code }), 1
	return q
}

// anywhere is the query without any place, on its first page and with no list
// whole.
func (q Query) anywhere() Query {
	q.Places, q.Counties, q.Whole, q.Page = nil, nil, "", 1
	return q
}

// inPlace is the query in one municipality alone.
func (q Query) inPlace(code string) Query {
	q = q.anywhere()
	q.Places = []string{code}
	return q
}

// inCounty is the query in one county alone.
func (q Query) inCounty(code string) Query {
	q = q.anywhere()
	q.Counties = []string{code}
	return q
}
