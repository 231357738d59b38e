package search

import (
	"cmp"
	"iter"
	"math"
	"slices"
	"unicode/utf8"
)

// A candidate is a word that may have been meant, and how unlikely that is.
type candidate struct {
	word string
	cost float64
}

// alsoLikely is how much unlikelier than a word another one may be that is
// offered beside it.
const alsoLikely = 0.5

// others is the candidates that are offered beside one of them: none that is far
// less likely, or another form of a word that is there.
func (x *Index) others(list []candidate, at int) []string {
	there := x.analyzer.Word("fi", list[at].word).Lexemes
	var words []string
	for i, c := range list {
		lexemes := x.analyzer.Word("fi", c.word).Lexemes
		same := func(l string) bool { return slices.Contains(there, l) }
		if i != at && c.cost <= list[at].cost+alsoLikely && !slices.ContainsFunc(lexemes, same) {
			words, there = append(words, c.word), slices.Concat(there, lexemes)
		}
	}
	return words
}

// bestWords is the candidates that are near enough, the likeliest first. A
// word of the dictionary is rarely mistyped, so it changes less.
func bestWords(typed string, candidates iter.Seq[found], known bool) []candidate {
	limit := 2.0
	if utf8.RuneCountInString(typed) < 6 || known {
		limit = 1
	}
	var list []candidate
	for c := range candidates {
		if c.word == typed {
			continue
		}
		if d := distanceWithin(typed, c.word, limit); d <= limit {
			list = append(list, candidate{c.word, c.cost(d)})
		}
	}
	slices.SortFunc(list, func(a, b candidate) int { return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(a.word, b.word)) })
	var words []candidate
	for _, c := range list {
		if !slices.ContainsFunc(words, func(w candidate) bool { return w.word == c.word }) {
			words = append(words, c)
		}
	}
	return words
}

// cost is how unlikely the word is what was meant, d slips away.
func (f found) cost(d float64) float64 {
	if f.unseen {
		d += 0.5
	}
	return d - 0.1*math.Log(float64(f.df))
}
