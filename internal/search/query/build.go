package query

import (
	"slices"
	"strings"

	"tekojentori.fi/tori/internal/search/analysis"
	"tekojentori.fi/tori/internal/search/en"
	"tekojentori.fi/tori/internal/search/synonym"
)

// A Builder makes queries of texts.
type Builder struct {
	Analyzer *analysis.Analyzer
	Synonyms *synonym.Set
}

// Build makes the query of a text that a reader of a page in lang has typed.
func (b Builder) Build(text, lang string) Query {
	clauses, cut := parse(text)
	q := Query{Cut: cut}
	var plain []word
	for _, c := range clauses {
		words := make([]word, len(c.words))
		for i, typed := range c.words {
			words[i] = b.word(typed)
			words[i].notFinnish = lang == "en" && en.Homograph(typed)
		}
		switch {
		case c.minus:
			q.Groups = append(q.Groups, without(words))
		case c.phrase:
			q.Groups = append(q.Groups, phrase(words, lang))
		default:
			plain = append(plain, words...)
		}
	}
	q.Groups = append(q.Groups, b.plain(plain, lang)...)
	return q
}

// Correct is the group for a word that stands in place of a mistyped one.
func (b Builder) Correct(corrected string) Group {
	words := []word{b.word(corrected)}
	groups := b.groups(words)
	return groups[0]
}

// plain is the groups of the words that are neither quoted nor excluded,
// without the stop words unless there are no others.
func (b Builder) plain(words []word, lang string) []Group {
	onlyStops := !slices.ContainsFunc(words, func(w word) bool { return !w.stop(lang) })
	kept := make([]word, 0, len(words))
	gap := 0
	for _, w := range words {
		gap++
		if onlyStops || !w.stop(lang) {
			w.gap, gap = gap, 0
			kept = append(kept, w)
		}
	}
	groups := b.groups(kept)
	if !slices.ContainsFunc(groups, func(g Group) bool { return !g.Dull }) {
		for i := range groups {
			groups[i].Dull = false
		}
	}
	return groups
}

func (b Builder) groups(words []word) []Group {
	groups := make([]Group, len(words))
	for i, w := range words {
		groups[i] = group(w)
	}
	b.join(groups, words)
	b.addSynonyms(groups, words)
	for i, w := range words {
		b.addByParts(&groups[i], w)
		b.addBegun(&groups[i], w)
	}
	return groups
}

// usualTiers is how many tiers most groups have at the most.
const usualTiers = 32

// group is a word by itself with its forms, compounds and relatives.
func group(w word) Group {
	chosen := synonym.Chosen(w.finnish, w.typed)
	g := Group{Typed: w.typed, Known: w.finnish.Known, Aside: w.finnish.Known && !w.finnish.Noun, Dull: w.dull(), itself: w.lexemes()}
	g.Tiers = make([]Tier, 0, usualTiers)
	g.add(Exact, exact, slices.Concat(chosen, w.foreign()), Title, Names, Brief, Often, Anywhere)
	g.add(Filed, exact, w.lexemes(), Files)
	if len(chosen) < len(w.finnish.Lexemes) {
		rest := slices.DeleteFunc(slices.Clone(w.finnish.Lexemes), func(l string) bool { return slices.Contains(chosen, l) })
		g.add(Other, otherwise, rest, Anywhere)
	}
	g.add(Other, part, inCompounds(slices.Concat(chosen, w.swedish.Lexemes)), Title, Brief, Anywhere)
	g.add(Other, root, relatives(w.finnish, chosen), Title, Anywhere)
	for _, split := range longestSplits(w.finnish.Splits) {
		g.addAll(Other, apart, eitherWay(split), Title)
		g.addAll(Apart, apart, eitherWay(split), Anywhere)
	}
	if !w.finnish.Known {
		g.addPrefix(w)
	}
	g.addLoose(w)
	return g
}

// inCompounds is lexemes as parts of compounds.
func inCompounds(lexemes []string) []string {
	list := make([]string, len(lexemes))
	for i, l := range lexemes {
		list[i] = analysis.Part + l
	}
	return list
}

// minRoot is the length in bytes from which a root says something: työ does
// not, for työllisyys.
const minRoot = 5

// commonRoots say as little.
const commonRoots = " tehdä saada antaa ottaa tulla mennä käydä pitää olla voida panna "

// relatives is words from the same root: the root itself and what else is
// derived from it, or from the word.
func relatives(e *analysis.Entry, chosen []string) []string {
	var list []string
	for _, r := range e.Roots {
		plain := strings.TrimPrefix(r, analysis.Root)
		if len(plain) >= minRoot && !strings.Contains(commonRoots, " "+plain+" ") {
			list = append(list, r, plain)
		}
	}
	for _, c := range chosen {
		list = append(list, analysis.Root+c)
	}
	return list
}

// longestSplits is the ways to take a compound apart, without those that the
// same parts are in already; two at most.
func longestSplits(splits [][]string) [][]string {
	var list [][]string
	for _, s := range splits {
		if !slices.ContainsFunc(list, func(x []string) bool { return slices.Equal(x, s) }) && len(list) < 2 {
			list = append(list, s)
		}
	}
	return list
}

// eitherWay is each part of a compound as a word or as a part of another.
func eitherWay(parts []string) [][]string {
	sets := make([][]string, len(parts))
	for i, p := range parts {
		sets[i] = []string{p, analysis.Part + p}
	}
	return sets
}

// addLoose takes the last or the first part for the word: in Finnish the last
// one says what it is.
func (g *Group) addLoose(w word) {
	for _, split := range longestSplits(w.finnish.Splits) {
		g.addEnds(loose, split[len(split)-1])
		g.addEnds(looser, split[0])
	}
	if len(w.finnish.Splits) > 0 {
		return
	}
	var ends []string // esi-, sisä- and the like do not count as parts
	for _, p := range w.finnish.Parts {
		ends = append(ends, strings.TrimPrefix(p, analysis.Part))
	}
	g.addEnds(loose, ends...)
}

// addEnds adds parts of a compound, any of which may stand for it.
func (g *Group) addEnds(weight float64, ends ...string) {
	if len(ends) == 0 {
		return
	}
	both := slices.Concat(ends, inCompounds(ends))
	g.Loose = append(g.Loose,
		Tier{Loose, weight, AnyOf(Title, both...)},
		Tier{Loose, weight * weights[Anywhere], AnyOf(Anywhere, both...)})
}

// join adds the compound of each word and the next, for both: people write
// compounds as two words.
func (b Builder) join(groups []Group, words []word) {
	for i := range len(words) - 1 {
		e := b.Analyzer.Word("fi", words[i].typed+words[i+1].typed)
		if !e.Known || len(e.Splits) == 0 {
			continue
		}
		for j := i; j <= i+1; j++ {
			groups[j].add(Exact, joined, e.Lexemes, Title, Anywhere)
		}
	}
}
