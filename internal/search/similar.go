package search

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/search/en"
	"tekojentori.fi/tori/internal/search/posting"
	"tekojentori.fi/tori/internal/search/query"
	"tekojentori.fi/tori/internal/search/sv"
	"tekojentori.fi/tori/internal/search/synonym"
)

// A Similar is an act like another one, and what they share.
type Similar struct {
	ActID int64
	Score float64
	Words []string
	Terms []int16 // sectors and themes that both have
	Share float64 // of what could be shared, 0 to 1; only of a text that is not in the index
}

const (
	// telling is how many of the rarest words of an act are compared.
	telling = 12
	// titleWords is how much more a word of the title tells.
	titleWords = 2
	// maxShared is how many shared words are named.
	maxShared = 3
)

// A tellingWord is a word by which similar acts are found.
type tellingWord struct {
	Word   string
	Shown  string
	Weight float64
}

// Similar is the n acts that share the rarest words with an act, and its
// sectors and themes. An act that is not visible has none.
func (x *Index) Similar(ctx context.Context, actID int64, n int) ([]Similar, error) {
	if m := x.memory.Load(); m != nil {
		return x.remembered(m, actID, n), nil
	}
	words, err := x.tellingWords(ctx, actID)
	if err != nil {
		return nil, fmt.Errorf("acts similar to %d: %w", actID, err)
	}
	return x.sharing(ctx, words, actID, n)
}

// remembered is Similar by the copy in memory.
func (x *Index) remembered(m *posting.Index, actID int64, n int) []Similar {
	var list []Similar
	m.View(func(v posting.View) {
		for _, s := range v.Similar(actID, n) {
			list = append(list, Similar{ActID: s.ActID, Score: s.Score, Words: s.Words, Terms: s.Terms})
		}
	})
	return list
}

// SimilarTo is the n acts like a text that is not in the index, such as a
// draft: by its words, the title telling most.
func (x *Index) SimilarTo(ctx context.Context, d Document, n int) ([]Similar, error) {
	r := newRow(x.analyzer, d)
	words, err := x.weigh(ctx, r.words[:r.title+r.text], r.title, r.lang)
	if err != nil {
		return nil, fmt.Errorf("acts similar to a text: %w", err)
	}
	alike, err := x.sharing(ctx, words, d.ActID, n)
	whole := 0.0
	for _, w := range words {
		whole += w.Weight
	}
	for i := range alike {
		alike[i].Share = min(alike[i].Score/whole, 1)
	}
	return alike, err
}

func (x *Index) tellingWords(ctx context.Context, actID int64) ([]tellingWord, error) {
	stored, err := postgres.All[struct {
		Words    []string
		Title    int
		Language string
	}](ctx, x.db, `
		SELECT words[:title_words + text_words] AS words, title_words AS title, language
		FROM act_search WHERE act_id = $1`, actID)
	if err != nil || len(stored) == 0 {
		return nil, err
	}
	return x.weigh(ctx, stored[0].Words, stored[0].Title, stored[0].Language)
}

// weigh picks the words that tell most: base forms that few acts have, but
// more than one.
func (x *Index) weigh(ctx context.Context, words []string, title int, lang string) ([]tellingWord, error) {
	known, err := x.knowledge(ctx)
	if err != nil {
		return nil, err
	}
	rows, err := postgres.All[struct {
		Word  string
		Shown string
		Df    int
		Place int
	}](ctx, x.db, `
		SELECT w.word, w.shown, w.df, t.place::integer AS place
		FROM unnest($1::text[]) WITH ORDINALITY AS t (word, place)
		JOIN search_word w ON w.word = t.word AND w.language = $2
		WHERE w.kind = 1 AND w.df BETWEEN 2 AND greatest($3, 10) AND length(w.word) > 3`, words, lang, known.acts/10)
	if err != nil {
		return nil, err
	}
	list := make([]tellingWord, 0, len(rows))
	for _, r := range rows {
		if dullWord(lang, r.Word) {
			continue
		}
		w := tellingWord{r.Word, r.Shown, math.Log(1 + float64(known.acts)/float64(r.Df))}
		if r.Place <= title {
			w.Weight *= titleWords
		}
		list = append(list, w)
	}
	slices.SortStableFunc(list, func(a, b tellingWord) int { return cmp.Compare(b.Weight, a.Weight) })
	return list[:min(len(list), telling)], nil
}

// dullWord reports whether a word of the vocabulary says nothing about what
// acts have in common.
func dullWord(lang, word string) bool {
	switch lang {
	case "sv":
		word = sv.Stem(word)
	case "en":
		word = en.Stem(word)
	}
	return dullStem(lang, word)
}

// dullStem is dullWord of a stem. In Finnish, which most acts are in, how many
// have a word tells enough.
func dullStem(lang, stem string) bool {
	return posting.Numeric(stem) || lang == "sv" && sv.Dull(stem) || lang == "en" && en.Dull(stem)
}

// sharing is the acts that have most of the words.
func (x *Index) sharing(ctx context.Context, words []tellingWord, but int64, n int) ([]Similar, error) {
	if len(words) == 0 || n <= 0 {
		return nil, nil
	}
	var exprs []*query.Expr
	for _, w := range words {
		lexemes := synonym.Chosen(x.analyzer.Word("fi", w.Word), w.Word)
		lexemes = slices.Concat(lexemes, x.analyzer.Word("sv", w.Word).Lexemes, x.analyzer.Word("en", w.Word).Lexemes)
		anywhere, title := query.AnyOf(query.Anywhere, lexemes...), query.AnyOf(query.Title, lexemes...)
		exprs = append(exprs, &anywhere, &title)
	}
	source := x.source()
	defer source.done()
	found, err := source.find(ctx, exprs)
	if err != nil {
		return nil, fmt.Errorf("acts that share words: %w", err)
	}
	byAct := map[int64]*Similar{}
	source.view(func(hits []int64, _ []int32) {
		for i, w := range words {
			found[2*i].Each(func(doc int32) { shared(byAct, unpackHit(hits[doc])).add(w.Shown, w.Weight) })
			found[2*i+1].Each(func(doc int32) { shared(byAct, unpackHit(hits[doc])).Score += w.Weight / 2 })
		}
	})
	delete(byAct, but)
	return best(byAct, n), nil
}

func shared(byAct map[int64]*Similar, id int64) *Similar {
	s, ok := byAct[id]
	if !ok {
		s = &Similar{ActID: id}
		byAct[id] = s
	}
	return s
}

// add counts a word; the words come with the most telling one first.
func (s *Similar) add(word string, weight float64) {
	s.Score += weight
	if len(s.Words) < maxShared {
		s.Words = append(s.Words, word)
	}
}

func best(byAct map[int64]*Similar, n int) []Similar {
	list := make([]Similar, 0, len(byAct))
	for _, s := range byAct {
		list = append(list, *s)
	}
	slices.SortFunc(list, func(a, b Similar) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(b.ActID, a.ActID))
	})
	return list[:min(n, len(list))]
}
