package web

import (
	"context"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/search"
	"tekojentori.fi/tori/web/deck"
	"tekojentori.fi/tori/web/infopage"
	"tekojentori.fi/tori/web/robotpage"
)

// finder is the search index as the pages of acts use it.
func (s Site) finder() deck.Finder {
	return deck.Finder{
		Find: func(ctx context.Context, text string) (deck.Found, error) {
			found, err := s.Index.Find(ctx, search.Query{Text: text, Lang: string(i18n.From(ctx))})
			return deck.Found{Hits: acts(found), Partial: found.Partial, Suggestions: suggestions(found), Also: found.Also}, err
		},
		Similar: func(ctx context.Context, act int64, n int) ([]int64, error) {
			found, err := s.Index.Similar(ctx, act, n)
			ids := make([]int64, len(found))
			for i, f := range found {
				ids[i] = f.ActID
			}
			return ids, err
		},
	}
}

// robots is the files for programs.
func (s Site) robots() robotpage.Pages {
	return robotpage.Pages{
		Acts: s.Acts, Organizations: s.Organizations, Terms: s.Terms, Stats: s.Stats, Information: infopage.Paths(), BaseURL: s.BaseURL,
	}
}

// find is the same search for the API.
func (s Site) find(ctx context.Context, text string, l i18n.Lang) ([]int64, error) {
	found, err := s.Index.Find(ctx, search.Query{Text: text, Lang: string(l)})
	return acts(found), err
}

// acts is the hits as the counting module takes them. A search without hits
// is not the same as no search.
func acts(found search.Result) []int64 {
	ids := make([]int64, len(found.Hits))
	for i, h := range found.Hits {
		ids[i] = h.ActID
	}
	return ids
}

func suggestions(found search.Result) []string {
	if found.Corrected == "" {
		return found.Suggestions
	}
	return append([]string{found.Corrected}, found.Suggestions...)
}
