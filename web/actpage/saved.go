package actpage

import (
	"context"
	"fmt"
	"maps"
	"net/url"
	"strings"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/follow"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/web/deck"
	"tekojentori.fi/tori/web/ui"
)

// newPath is where one begins to follow.
const newPath = "/oma/seuranta/uusi"

// lasting is what of a query is worth keeping: which acts, but not in which
// order or on which page.
func (q Query) lasting() Query {
	q.Sort, q.Page, q.Whole = "", 1, ""
	return q
}

// followURL is where the reader begins to follow the list of the query.
func (q Query) followURL(ctx context.Context) string {
	return i18n.Path(ctx, q.lasting().urlOf(newPath))
}

// Saved is the acts of a list that somebody follows, or would like to: all that
// the list shows for the query of an address, and what it is called.
func (p Pages) Saved(ctx context.Context, query string) (follow.List, error) {
	values, err := url.ParseQuery(query)
	if err != nil {
		return follow.List{}, fmt.Errorf("%w: %w", fault.BadRequest, err)
	}
	n, err := p.again(ctx, values)
	if err != nil {
		return follow.List{}, err
	}
	l := follow.List{Query: strings.TrimPrefix(n.Query.lasting().urlOf(""), "?"), Name: allActsT.In(ctx), IDs: n.Acts.All()}
	if chips := p.chips(ctx, n); len(chips) > 0 {
		names := make([]string, len(chips))
		for i, c := range chips {
			names[i] = c.Label
		}
		l.Name = strings.Join(names, ", ")
	}
	return l, nil
}

// again is the acts of a list that nobody asks for anew, all of them.
func (p Pages) again(ctx context.Context, values url.Values) (narrowed, error) {
	values = maps.Clone(values)
	for _, passing := range []string{"sivu", "jarjestys", wholeParam} {
		values.Del(passing)
	}
	return p.narrowTo(ctx, values, func(ctx context.Context, text string) (deck.Found, error) {
		hits, err := p.Finder.Again(ctx, text)
		return deck.Found{Hits: hits}, err
	})
}

// Listed is the acts that the list shows for an address, for files of them:
// what it asks for, and the same in words. It asks for nothing, and has no
// words, when the address narrows nothing.
func (p Pages) Listed(ctx context.Context, values url.Values) (stats.Filter, []ui.Chip, error) {
	n, err := p.again(ctx, values)
	if err != nil {
		return stats.Filter{}, nil, err
	}
	chips := p.chips(ctx, n)
	if n.Query.Archived {
		chips = append(chips, ui.Chip{Label: withArchived.In(ctx)})
	}
	return n.Asked, chips, nil
}

// dataURL is the acts of the query as a file of open data.
func (q Query) dataURL(ending string) string { return q.lasting().urlOf("/avoin-data/teot." + ending) }

var (
	withArchived = i18n.T("Myös arkistoidut", "Också arkiverade", "Archived ones too")
	asFile       = i18n.T("Nämä teot tiedostona:", "De här gärningarna som fil:", "These acts as a file:")

	allActsT  = i18n.T("Kaikki teot", "Alla gärningar", "All acts")
	saveIt    = i18n.T("Tallenna haku ja saat uudet teot sähköpostiin", "Spara sökningen och få nya gärningar per e-post", "Save the search and get new acts by e-mail")
	followIt  = i18n.T("Seuraa uusia tekoja", "Följ nya gärningar", "Follow new acts")
	bookmark  = i18n.T("Lisää kirjanmerkki", "Lägg till bokmärke", "Add a bookmark")
	unmark    = i18n.T("Poista kirjanmerkki", "Ta bort bokmärket", "Remove the bookmark")
	followAct = i18n.T("Seuraa tekoa", "Följ gärningen", "Follow the act")
	unfollow  = i18n.T("Lopeta seuraaminen", "Sluta följa", "Stop following")
)
