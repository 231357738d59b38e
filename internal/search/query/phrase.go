package query

import (
	"slices"
	"strings"
)

// phrase is the group of words that must stand one after the other. Stop
// words leave a gap that anything may fill.
func phrase(words []word, lang string) Group {
	g := Group{Known: true}
	var typed []string
	var sets [][]string
	var gaps []int
	gap := 0
	onlyStops := !slices.ContainsFunc(words, func(w word) bool { return !w.stop(lang) })
	for _, w := range words {
		typed = append(typed, w.typed)
		gap++
		if w.stop(lang) && !onlyStops {
			continue
		}
		sets, gaps = append(sets, w.lexemes()), append(gaps, gap)
		gap = 0
		g.Marks.Lexemes = append(g.Marks.Lexemes, w.lexemes()...)
	}
	g.Typed = strings.Join(typed, " ")
	g.Tiers = []Tier{{Exact, exact, inARow(Anywhere, sets, gaps)}, {Filed, weights[Files], inARow(Files, sets, gaps)}}
	return g
}

// without is the group of words that must not be there.
func without(words []word) Group {
	g := Group{Known: true, Minus: true}
	var typed []string
	sets := make([][]string, len(words))
	for i, w := range words {
		typed = append(typed, w.typed)
		sets[i] = w.lexemes()
	}
	g.Typed = strings.Join(typed, " ")
	g.Tiers = []Tier{{Exact, exact, allOf(Anywhere, sets)}}
	return g
}
