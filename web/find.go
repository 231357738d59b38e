package web

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"unicode/utf8"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/search"
	"tekojentori.fi/tori/internal/search/highlight"
	"tekojentori.fi/tori/web/deck"
	"tekojentori.fi/tori/web/infopage"
	"tekojentori.fi/tori/web/robotpage"
	"tekojentori.fi/tori/web/ui"
)

// finder is the search index as the pages of acts use it.
func (s Site) finder() deck.Finder {
	return deck.Finder{
		Find: func(ctx context.Context, text string) (deck.Found, error) {
			found, err := s.Index.Find(ctx, search.Query{Text: text, Lang: string(i18n.From(ctx))})
			hits := s.first(text, found.Hits)
			if err == nil {
				s.Curation.Found(text, len(hits))
			}
			return deck.Found{
				Hits: hits, Partial: found.Partial, Corrected: found.Corrected, Suggestions: found.Suggestions,
				Also: found.Also, Mark: s.marker(found), Filed: found.Filed, Files: s.filesOf,
			}, err
		},
		Again: func(ctx context.Context, text string) ([]int64, error) { return s.find(ctx, text, i18n.From(ctx)) },
		Typed: func(ctx context.Context, text string) (deck.Found, error) {
			found, err := s.Index.Find(ctx, search.Query{Text: text, Lang: string(i18n.From(ctx)), Typing: true})
			return deck.Found{Hits: found.Hits}, err
		},
		Similar: func(ctx context.Context, act int64, n int) ([]deck.Alike, error) {
			found, err := s.Index.Similar(ctx, act, n)
			list := make([]deck.Alike, len(found))
			for i, f := range found {
				list[i] = deck.Alike{Act: f.ActID, Words: f.Words, Terms: f.Terms}
			}
			return list, err
		},
		Suggest: func(ctx context.Context, text string, n int) ([]deck.Suggestion, error) {
			found, err := s.Index.Suggest(ctx, text, string(i18n.From(ctx)), n)
			list := make([]deck.Suggestion, len(found))
			for i, f := range found {
				list[i] = deck.Suggestion(f)
			}
			return list, err
		},
	}
}

// marker marks what has been found, with a highlighter for each language.
func (s Site) marker(found search.Result) deck.Marker {
	if len(found.Hits) == 0 {
		return nil
	}
	byLang := map[string]*highlight.Highlighter{}
	return func(lang, title string, texts ...string) (marked, piece []ui.Part) {
		h := byLang[lang]
		if h == nil {
			h = highlight.New(s.Index.Analyzer(), found.Marks, lang)
			byLang[lang] = h
		}
		return parts(h.Text(title)), parts(h.Excerpt(texts...))
	}
}

func (s Site) filesOf(ctx context.Context, acts []int64) ([]deck.File, error) {
	found, err := s.Index.Files(ctx, acts)
	list := make([]deck.File, len(found))
	for i, f := range found {
		list[i] = deck.File(f)
	}
	return list, err
}

func parts(segments []highlight.Segment) []ui.Part {
	list := make([]ui.Part, len(segments))
	for i, s := range segments {
		list[i] = ui.Part{Text: s.Text, Mark: s.Match}
	}
	return list
}

// robotPages is the files for programs.
func (s Site) robotPages() robotpage.Pages {
	return robotpage.Pages{
		Acts: s.Acts, Organizations: s.Organizations, Terms: s.Terms, Stats: s.Stats, Information: func() []string {
			return append(infopage.Paths(), append(s.campaignPages().Paths(), "/palkitut", "/avoin-data", "/sparraus", "/tyopajat")...)
		}, BaseURL: s.BaseURL,
		SecurityContact: s.Security, Now: s.Now,
	}
}

// find is the same search for the API.
func (s Site) find(ctx context.Context, text string, l i18n.Lang) ([]int64, error) {
	found, err := s.Index.Find(ctx, search.Query{Text: text, Lang: string(l)})
	return s.first(text, found.Hits), err
}

// first puts what editors have chosen for a query before what was found. Acts
// that are not listed any more fall out where the list is made.
func (s Site) first(text string, found []int64) []int64 {
	pinned := s.Curation.Pinned(text)
	if len(pinned) == 0 {
		return found
	}
	rest := slices.DeleteFunc(slices.Clone(found), func(id int64) bool { return slices.Contains(pinned, id) })
	return append(slices.Clone(pinned), rest...)
}

// asked counts what readers search for, also when the page of it is kept.
func (s Site) asked(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, path := i18n.SplitPath(r.URL.Path); r.Method == http.MethodGet && path == "/tekojen-tori" && r.URL.RawQuery != "" {
			if q := r.URL.Query(); q.Get("haku") != "" && q.Get("sivu") == "" && utf8.ValidString(q.Get("haku")) && !strings.Contains(q.Get("haku"), "\x00") {
				s.Curation.Asked(q.Get("haku"), r.UserAgent())
			}
		}
		next.ServeHTTP(w, r)
	})
}
