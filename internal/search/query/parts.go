package query

import (
	"slices"
	"strings"
	"unicode/utf8"

	"tekojentori.fi/tori/internal/search/analysis"
	"tekojentori.fi/tori/internal/search/sv"
	"tekojentori.fi/tori/internal/search/synonym"
)

// addByParts adds, for a compound that nobody has given synonyms, what its
// parts stand for: siivousvuoro is found by puhtaanapidon työvuoro, and
// distansmöte by etäkokous. Every part must be there.
func (b Builder) addByParts(g *Group, w word) {
	if g.has(Synonym) || len(g.Distant) > 0 {
		return
	}
	for _, split := range b.partsOf(w) {
		sets := make([][]string, len(split))
		others := false
		for i, part := range split {
			same := b.sameAs(part)
			others = others || len(same) > 0
			whole := append([]string{part}, same...)
			sets[i] = slices.Concat(whole, inCompounds(finnish(whole)))
		}
		if others {
			g.addAll(Other, byParts, sets, Title, Brief)
			g.addAll(Apart, byParts, sets, Anywhere)
		}
	}
}

// partsOf is the ways to take a compound apart: Finnish by the dictionary,
// Swedish where both parts have synonyms of their own.
func (b Builder) partsOf(w word) [][]string {
	if splits := longestSplits(w.finnish.Splits); len(splits) > 0 {
		return splits
	}
	if w.finnish.Known {
		return nil
	}
	var splits [][]string
	for at := range w.typed {
		front, head := w.typed[:at], w.typed[at:]
		if utf8.RuneCountInString(front) < minPart || utf8.RuneCountInString(head) < minPart || len(splits) == 2 {
			continue
		}
		if f := b.known(front, strings.TrimSuffix(front, "s"), front+"a", front+"e"); f != "" && b.known(head) != "" {
			splits = append(splits, []string{f, analysis.Swedish + sv.Stem(head)})
		}
	}
	return splits
}

// minPart is the shortest part of a Swedish compound.
const minPart = 3

// known is the first of some Swedish words that has synonyms, as a lexeme.
func (b Builder) known(forms ...string) string {
	for _, form := range forms {
		if lexeme := analysis.Swedish + sv.Stem(form); len(b.Synonyms.Find([][]string{{lexeme}}, "")) > 0 {
			return lexeme
		}
	}
	return ""
}

// sameAs is the words that mean the same as a part.
func (b Builder) sameAs(part string) []string {
	var list []string
	for _, t := range b.Synonyms.Find([][]string{{part}}, "") {
		if len(t.Words) == 1 && (t.Weight == synonym.Same || strings.HasPrefix(part, analysis.Swedish) && t.Weight == synonym.Related) {
			list = append(list, t.Words[0]...)
		}
	}
	return list[:min(len(list), maxSynonyms)]
}

// has reports whether there are alternatives of a kind.
func (g *Group) has(kind Kind) bool {
	return slices.ContainsFunc(g.Tiers, func(t Tier) bool { return t.Kind == kind })
}
