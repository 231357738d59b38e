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
	if rows, err = x.related(ctx, rows, last.Word, lang, n); err != nil {
		return nil, fmt.Errorf("suggest words: %w", err)
	}
	list := make([]Suggestion, min(n, len(rows)))
	for i := range list {
		list[i] = Suggestion{Text: typed[:last.Start] + rows[i].Shown + closing(typed), Acts: rows[i].Df}
	}
	return list, nil
}

// closing is the quotation mark that a phrase still lacks.
func closing(typed string) string {
	if strings.Count(typed, `"`)%2 == 1 {
		return `"`
	}
	return ""
}

// maxRelated bounds the words of the synonyms that are tried.
const maxRelated = 6

// related adds words of the synonyms by which acts are found though none has
// them: library on an English page, työhyvinvointi where all acts speak of
// jaksaminen. They come after the words of acts in the page's language.
func (x *Index) related(ctx context.Context, rows []completion, start, lang string, n int) ([]completion, error) {
	own := slices.IndexFunc(rows, func(c completion) bool { return c.Language != lang })
	if own < 0 {
		own = len(rows)
	}
	if own >= n || x.memory.Load() == nil { // the database is too slow for who is typing
		return rows, nil
	}
	known, err := x.knowledge(ctx)
	if err != nil {
		return nil, err
	}
	var list []completion
	for _, t := range known.synonyms.Begun(start, maxRelated) {
		if own+len(list) == n {
			break
		}
		if !x.isOf(lang, t.Text) || slices.ContainsFunc(rows[:own], func(c completion) bool { return c.Word == t.Text }) {
			continue
		}
		found, err := x.findWith(ctx, Query{Text: t.Text, Lang: lang, Typing: true}, known)
		if err != nil {
			return nil, err
		}
		if len(found.Hits) > 0 {
			list = append(list, completion{Word: t.Text, Language: lang, Shown: x.written(t.Text), Df: len(found.Hits)})
		}
	}
	return slices.Insert(rows, own, list...), nil
}

// isOf reports whether a word of the synonyms may be of a language. Without the
// dictionary nothing tells Finnish from the others.
func (x *Index) isOf(lang, word string) bool {
	known := x.analyzer.Word("fi", word).Known
	if lang == "fi" {
		return known
	}
	return !known && (lang == "sv" || !strings.ContainsAny(word, "åäö"))
}

// written is a word in lower case as people write it: Oulu.
func (x *Index) written(word string) string {
	if e := x.analyzer.Word("fi", word); strings.ToLower(e.Shown) == word {
		return e.Shown
	}
	return word
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
// tells: biblioteket beside bibliotek. Names in texts of other languages are
// written as Finnish has them: Oulu for oulun.
func (x *Index) likely(rows []completion) []completion {
	var kept []completion
	for _, r := range rows {
		if e := x.analyzer.Word("fi", r.Word); r.Language != "fi" && e.Known && strings.ToLower(e.Shown) != e.Shown {
			r.Word, r.Shown = strings.ToLower(e.Shown), e.Shown
		}
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
