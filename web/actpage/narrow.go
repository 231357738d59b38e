package actpage

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/deck"
	"tekojentori.fi/tori/web/ui"
)

// A narrowed is the acts that an address asks for. The list, the feed and the
// map read the same addresses, so they tell of the same acts.
type narrowed struct {
	Query     Query
	Found     deck.Found
	Asked     stats.Filter // of the query, with its hits and places
	Catalogue *stats.Catalogue
	Acts      *stats.Selection
}

// narrow reads the address and selects the acts. What no page of ours can say
// is a fault; so is a page after the last.
func (p Pages) narrow(r *http.Request) (narrowed, error) {
	return p.narrowTo(r.Context(), r.URL.Query(), p.Finder.Find)
}

func (p Pages) narrowTo(ctx context.Context, values url.Values, find func(context.Context, string) (deck.Found, error)) (narrowed, error) {
	n := narrowed{Catalogue: p.Stats.Catalogue()}
	var err error
	if n.Query, err = ReadQuery(values); err != nil {
		return n, err
	}
	n.Query.Filter, err = n.Catalogue.Clean(n.Query.Filter)
	var problems validate.Problems
	if errors.As(err, &problems) {
		return n, fmt.Errorf("a filter that is none of ours: %w", fault.NotFound)
	}
	if n.Query.Text != "" {
		if n.Found, err = find(ctx, n.Query.Text); err != nil {
			return n, err
		}
	}
	f := n.Query.Filter
	f.Hits = n.Found.Hits
	if f.Places, err = p.Organizations.Directory().Within(n.Query.Places, n.Query.Counties); err != nil {
		return n, err
	}
	n.Asked, n.Acts = f, n.Catalogue.Select(f)
	if n.Query.Page > n.last() {
		return n, fmt.Errorf("page %d of %d: %w", n.Query.Page, n.last(), fault.NotFound)
	}
	return n, nil
}

// last is the number of the last page.
func (n narrowed) last() int { return max(1, (n.Acts.Total()+perPage-1)/perPage) }

// page is the ids of the acts on the page that the address asks for.
func (n narrowed) page() []int64 {
	return n.Acts.Page(n.Query.Order(), (n.Query.Page-1)*perPage, perPage)
}

// chips is the choices of a query, each with the list without it.
func (p Pages) chips(ctx context.Context, n narrowed) []ui.Chip { return p.chipsOn(ctx, n, listPath) }

// chipsOn is the choices of a query, each with another page without it.
func (p Pages) chipsOn(ctx context.Context, n narrowed, path string) []ui.Chip {
	var chips []ui.Chip
	for _, d := range stats.Dimensions() {
		for _, code := range n.Query.Filter.Codes[d] {
			value, _ := n.Catalogue.Value(d, code) // Clean has seen to it
			chips = append(chips, ui.Chip{Label: value.Label.In(ctx), URL: i18n.Path(ctx, n.Query.without(d, code).urlOf(path))})
		}
	}
	chips = append(chips, p.whereChips(ctx, n.Query, path)...)
	if days := n.Query.Period.In(ctx); days != "" {
		chips = append(chips, ui.Chip{Label: days, URL: i18n.Path(ctx, n.Query.ever().urlOf(path))})
	}
	if n.Query.Text != "" {
		chips = append(chips, ui.Chip{Label: quoted.In(ctx, n.Query.Text), URL: i18n.Path(ctx, n.Query.withoutText().urlOf(path))})
	}
	return chips
}
