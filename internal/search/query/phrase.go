package query

import (
	"slices"
	"strconv"
	"strings"
)

// phrase is the group of words that must stand one after the other. Stop
// words leave a gap that anything may fill.
func phrase(words []word, lang string) Group {
	g := Group{Known: true}
	var typed, query strings.Builder
	gap := 0
	onlyStops := !slices.ContainsFunc(words, func(w word) bool { return !w.stop(lang) })
	for i, w := range words {
		if i > 0 {
			typed.WriteByte(' ')
		}
		typed.WriteString(w.typed)
		gap++
		if w.stop(lang) && !onlyStops {
			continue
		}
		if query.Len() > 0 {
			query.WriteString("<" + strconv.Itoa(gap) + ">")
		}
		gap = 0
		query.WriteString(AnyOf(Anywhere, w.lexemes()...))
		g.Marks.Lexemes = append(g.Marks.Lexemes, w.lexemes()...)
	}
	g.Typed = typed.String()
	g.Tiers = []Tier{{Exact, exact, query.String()}}
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
