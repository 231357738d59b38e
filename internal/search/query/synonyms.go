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
	at := weighty(words)
	for i := range at {
		for n := min(b.Synonyms.Longest(), len(at)-i); n > 0; n-- {
			terms := b.Synonyms.Find(asked(words, at[i:i+n]), b.asTyped(words, at[i:i+n]))
			terms = terms[:min(len(terms), maxSynonyms)]
			if len(terms) == 0 {
				continue
			}
			for j := at[i]; j <= at[i+n-1]; j++ {
				if n > 1 {
					groups[j].addWhole(words, at[i:i+n])
				}
				groups[j].addTerms(terms, n)
			}
		}
	}
}

// asTyped is a word as it is typed when it is known by its stem alone, so that it
// may be mistaken for another; "" else.
func (b Builder) asTyped(words []word, at []int) string {
	if w := words[at[0]]; len(at) == 1 && !w.finnish.Known && b.Analyzer.Full() {
		return w.typed
	}
	return ""
}

// weighty is where the words stand that terms are known by.
func weighty(words []word) []int {
	var at []int
	for i, w := range words {
		if !synonym.Light(w.finnish, w.swedish, w.english) {
			at = append(at, i)
		}
	}
	if len(at) == 0 {
		for i := range words {
			at = append(at, i)
		}
	}
	return at
}

// asked is the lexemes by which synonyms of some words in a row are found. A
// word that only looks Finnish counts as it is written among others alone, for
// so terms have it: home care.
func asked(words []word, at []int) [][]string {
	if w := words[at[0]]; len(at) == 1 && w.notFinnish {
		return [][]string{w.foreign()}
	}
	list := make([][]string, len(at))
	for i, n := range at {
		w := words[n]
		list[i] = slices.Concat(synonym.Chosen(w.finnish, w.typed), w.foreign())
	}
	return list
}

// ofTerm is how much a word by itself counts when it is a word of a term:
// kestävä kehitys is not what lasts.
const ofTerm, ofTermAnywhere = 0.6, 0.6

// addWhole adds the term that a word of the query belongs to as a whole.
func (g *Group) addWhole(words []word, at []int) {
	if g.OfTerm {
		return
	}
	g.OfTerm = true
	for i := range g.Tiers {
		g.Tiers[i].Weight *= ofTerm
	}
	sets, gaps := make([][]string, len(at)), make([]int, len(at))
	gap := 0
	for i, w := range words[at[0] : at[len(at)-1]+1] {
		gap += w.gap
		if n := slices.Index(at, at[0]+i); n >= 0 {
			sets[n], gaps[n] = w.lexemes(), gap
			gap = 0
		}
	}
	g.addFields(Exact, exact, sets, []Field{Title})
	g.Tiers = append(g.Tiers, Tier{Exact, ofTermAnywhere, inARow(Anywhere, sets, gaps)})
}

// addTerms adds synonyms: those of one word together by weight, those of
// several words each by itself.
func (g *Group) addTerms(terms []synonym.Term, n int) {
	share := 1.0
	if g.OfTerm && n == 1 {
		share = ofTerm
	}
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
			weight := g.weightOf(t)
			single[weight] = append(single[weight], t.Words[0]...)
		} else {
			g.addAll(Synonym, share*t.Weight, t.Words, Title, Names)
			g.Tiers = append(g.Tiers, Tier{Synonym, share * t.Weight * weights[Anywhere], inARow(Anywhere, t.Words, t.Gaps)})
		}
	}
	for _, weight := range []float64{synonym.Name, synonym.Same, synonym.Kind, synonym.Related} {
		g.addSingle(weight, share, single[weight])
	}
}

// weightOf is the weight of a synonym of one word: less in another language
// when the reader's is Finnish.
func (g *Group) weightOf(t synonym.Term) float64 {
	if g.Known && t.Weight == synonym.Same && len(finnish(t.Words[0])) < len(t.Words[0]) {
		return synonym.Kind
	}
	return t.Weight
}

// addSingle adds synonyms of one word that have one weight.
func (g *Group) addSingle(weight, share float64, lexemes []string) {
	fields := []Field{Title, Brief, Anywhere}
	if weight == synonym.Name {
		fields = []Field{Title, Names, Anywhere}
	}
	g.add(Synonym, share*weight, lexemes, fields...)
	if weight == synonym.Same || weight == synonym.Kind || weight == synonym.Related && !g.Known {
		g.add(Synonym, share*weight*halfPart, inCompounds(finnish(lexemes)), Anywhere)
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
