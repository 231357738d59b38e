package search

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/search/token"
)

// A Suggestion completes what a reader is typing.
type Suggestion struct {
	Text string // the whole query, with its last word completed
	Acts int    // how many acts have that word
}

// maxTyped bounds the text that suggestions are looked up for, in bytes.
const maxTyped = 200

// Suggest completes the last word of a query with words of visible acts, those
// of most acts first, and those of the page's language before others.
func (x *Index) Suggest(ctx context.Context, typed, lang string, n int) ([]Suggestion, error) {
	if len(typed) > maxTyped {
		return nil, nil
	}
	typed = token.Clean(typed)
	words := token.Split(typed)
	if len(words) == 0 || n <= 0 || strings.HasSuffix(typed, " ") {
		return nil, nil
	}
	last := words[len(words)-1]
	rows, err := postgres.All[completion](ctx, x.db, `
		SELECT word, language, shown, df, kind FROM search_word
		WHERE word >= $1 AND word < $1 || U&'\+10FFFF' AND kind <= 2
		ORDER BY (language = $2) DESC, df DESC, kind, word
		LIMIT $3`, last.Word, language(lang), 3*n)
	if err != nil {
		return nil, fmt.Errorf("suggest words: %w", err)
	}
	rows = x.likely(rows)
	list := make([]Suggestion, min(n, len(rows)))
	for i := range list {
		list[i] = Suggestion{Text: typed[:last.Start] + rows[i].Shown, Acts: rows[i].Df}
	}
	return list, nil
}

// A completion is a word of the vocabulary.
type completion struct {
	Word     string
	Language string
	Shown    string
	Df       int
	Kind     int16
}

// likely drops base forms that come from the wrong reading of a word, päiväkota
// beside päiväkoti, and other forms of a word whose base form no dictionary
// tells: biblioteket beside bibliotek.
func (x *Index) likely(rows []completion) []completion {
	var kept []completion
	for _, r := range rows {
		wrong := slices.ContainsFunc(kept, func(k completion) bool {
			return k.Word == r.Word || x.sameWord(k, r) || r.Kind == uncertain && strings.HasPrefix(k.Word, r.Word[:max(1, len(r.Word)-3)])
		})
		if !wrong {
			kept = append(kept, r)
		}
	}
	return kept
}

// sameWord reports whether two words of a language that we only stem are forms
// of one.
func (x *Index) sameWord(a, b completion) bool {
	return a.Language == b.Language && a.Language != "fi" &&
		slices.Equal(x.analyzer.Word(a.Language, a.Word).Lexemes, x.analyzer.Word(b.Language, b.Word).Lexemes)
}
