package query

import (
	"slices"
	"strings"

	"tekojentori.fi/tori/internal/search/analysis"
	"tekojentori.fi/tori/internal/search/synonym"
)

// maxSynonyms bounds the synonyms of a word.
const maxSynonyms = 36

// addSynonyms adds what stands for a word or for some words in a row; in the
// latter case to the group of each of them.
func (b Builder) addSynonyms(groups []Group, words []word) {
	for i := range words {
		for n := min(b.Synonyms.Longest(), len(words)-i); n > 0; n-- {
			terms := b.Synonyms.Find(asked(words[i : i+n]))
			terms = terms[:min(len(terms), maxSynonyms)]
			for j := i; j < i+n && len(terms) > 0; j++ {
				groups[j].addTerms(terms)
			}
		}
	}
}

// asked is the lexemes by which synonyms of some words in a row are found. A
// word that only looks Finnish counts as it is written among others alone, for
// so terms have it: home care.
func asked(words []word) [][]string {
	if len(words) == 1 && words[0].notFinnish {
		return [][]string{words[0].foreign()}
	}
	list := make([][]string, len(words))
	for i, w := range words {
		list[i] = slices.Concat(synonym.Chosen(w.finnish, w.typed), w.foreign())
	}
	return list
}

// addTerms adds synonyms: those of one word together by weight, those of
// several words each by itself.
func (g *Group) addTerms(terms []synonym.Term) {
	single := map[float64][]string{}
	for i, t := range terms {
		if t.Weight == synonym.Distant { // and so are all that follow
			g.addDistant(terms[i:])
			break
		}
		if !slices.Contains(g.Also, t.Text) && !g.isItself(t) {
			g.Also = append(g.Also, t.Text)
		}
		if len(t.Words) == 1 {
			single[t.Weight] = append(single[t.Weight], t.Words[0]...)
		} else {
			g.addAll(Synonym, t.Weight, t.Words, Title, Names)
			g.Tiers = append(g.Tiers, Tier{Synonym, t.Weight * weights[Anywhere], inARow(Anywhere, t.Words, t.Gaps)})
		}
	}
	for _, weight := range []float64{synonym.Name, synonym.Same, synonym.Related} {
		lexemes := single[weight]
		fields := []Field{Title, Brief, Anywhere}
		if weight == synonym.Name {
			fields = []Field{Title, Names, Anywhere}
		}
		g.add(Synonym, weight, lexemes, fields...)
		if weight == synonym.Related && !g.Known {
			g.add(Synonym, weight*halfPart, inCompounds(finnish(lexemes)), Anywhere)
		}
		if weight == synonym.Same {
			g.add(Synonym, weight*halfPart, inCompounds(finnish(lexemes)), Anywhere)
		}
	}
}

// addDistant adds what is looked for when little else is found.
func (g *Group) addDistant(terms []synonym.Term) {
	fields := []Field{Title, Brief, Anywhere}
	g.Distant = slices.Grow(g.Distant, len(terms)*len(fields))
	for _, t := range terms {
		for _, f := range fields {
			g.Distant = append(g.Distant, Tier{Synonym, t.Weight * weights[f], allOf(f, t.Words)})
		}
	}
}

// isItself reports whether a synonym is another form of the word.
func (g *Group) isItself(t synonym.Term) bool {
	return len(t.Words) == 1 && slices.Contains(g.itself, t.Words[0][0])
}

// finnish is the lexemes of that language: only they are known well enough to
// be looked for inside compounds.
func finnish(lexemes []string) []string {
	return slices.DeleteFunc(slices.Clone(lexemes), func(l string) bool {
		return strings.HasPrefix(l, analysis.Swedish) || strings.HasPrefix(l, analysis.English)
	})
}
