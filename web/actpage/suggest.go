package actpage

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
)

// A suggestion is a line under the search field: a word completes the search,
// all others lead to a page.
type suggestion struct {
	Kind string `json:"kind"` // what it is, in the language of the page
	Text string `json:"text"`
	URL  string `json:"url"`
}

// How many suggestions of each kind there are.
const (
	suggestedWords  = 5
	suggestedActs   = 3
	suggestedValues = 2 // organisations, and themes
)

// minTyped is how many letters are worth a look.
const minTyped = 2

// Suggest is what somebody who is typing a search may mean, for the script.
func (p Pages) Suggest(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	text := strings.TrimLeft(r.URL.Query().Get("haku"), " ")
	if len(text) > maxQuery {
		text = ""
	}
	list := []suggestion{}
	if len([]rune(text)) >= minTyped {
		var err error
		if list, err = p.suggestions(ctx, text); err != nil {
			return err
		}
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	return json.NewEncoder(w).Encode(map[string]any{"list": list, "said": suggestionsT.In(ctx, len(list))})
}

func (p Pages) suggestions(ctx context.Context, text string) ([]suggestion, error) {
	var list []suggestion
	words, err := p.Finder.Suggest(ctx, text, suggestedWords)
	if err != nil {
		return nil, err
	}
	for _, s := range words {
		list = append(list, suggestion{wordT.In(ctx), s.Text, i18n.Path(ctx, Query{Text: s.Text, Page: 1}.URL())})
	}
	found, err := p.Finder.Typed(ctx, text)
	if err == nil && len(found.Hits) == 0 && len(words) > 0 { // half a word may be another word, of which there is nothing
		found, err = p.Finder.Typed(ctx, words[0].Text)
	}
	if err != nil {
		return nil, err
	}
	cards, err := p.Cards(ctx, found.Hits[:min(len(found.Hits), suggestedActs)])
	if err != nil {
		return nil, err
	}
	for _, c := range cards {
		list = append(list, suggestion{actT.In(ctx), c.Title, c.URL})
	}
	list = append(list, p.values(ctx, stats.Organization, text, aWorkplaceT, "/organisaatiot/")...)
	return append(list, p.values(ctx, stats.Theme, text, aThemeT, "/teemat/")...), nil
}

// values is the choices of a dimension that have a word which begins so.
func (p Pages) values(ctx context.Context, d stats.Dimension, text string, kind i18n.Text, path string) []suggestion {
	var list []suggestion
	start := strings.ToLower(strings.TrimSpace(text))
	for _, v := range p.Stats.Catalogue().Values(d) {
		label := v.Label.In(ctx)
		if lower := strings.ToLower(label); !strings.HasPrefix(lower, start) && !strings.Contains(lower, " "+start) {
			continue
		}
		slug := v.Code
		if v.Slug != "" {
			slug = v.Slug
		}
		if list = append(list, suggestion{kind.In(ctx), label, i18n.Path(ctx, path+slug)}); len(list) == suggestedValues {
			break
		}
	}
	return list
}
