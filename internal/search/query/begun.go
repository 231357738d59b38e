package query

import (
	"slices"
	"unicode/utf8"

	"tekojentori.fi/tori/internal/search/analysis"
	"tekojentori.fi/tori/internal/search/synonym"
	"tekojentori.fi/tori/internal/search/token"
)

const (
	// minBegun is the shortest beginning that tells which word is being typed.
	minBegun = 4
	// maxBegun is how many words it may be the beginning of.
	maxBegun = 6
)

// addBegun adds, for the beginning of a word, what stands for the words of the
// field that begin so: perehd is perehdytys, and so also opastus. What is also
// a word by itself is taken for a beginning only when little is found, as
// viestin, or next to nothing, as työsuo.
func (b Builder) addBegun(g *Group, w word) {
	if w.notFinnish || utf8.RuneCountInString(w.typed) < minBegun {
		return
	}
	terms := b.Synonyms.Begun(w.typed, maxBegun)
	if g.has(Synonym) && (w.finnish.Known || len(terms) == 0 || terms[0].Text == w.typed) {
		return
	}
	begun := b.standingFor(terms)
	if !w.finnish.Known {
		g.Tiers = append(g.Tiers, begun.Tiers...)
		g.Marks.Lexemes = append(g.Marks.Lexemes, begun.Marks.Lexemes...)
		return
	}
	begun.addPrefix(w)
	if isBase(w) {
		g.Loose = append(g.Loose, begun.Tiers...)
		return
	}
	for _, t := range begun.Tiers {
		t.Weight *= otherwise
		g.Distant = append(g.Distant, t)
	}
}

// standingFor is the words that some beginning may be that of, with what stands
// for them.
func (b Builder) standingFor(terms []*synonym.Reading) Group {
	begun := Group{}
	var whole, same, related []string
	for _, t := range terms {
		whole = append(whole, t.Words[0]...)
		for _, s := range b.Synonyms.Find(t.Words, "") {
			switch {
			case len(s.Words) > 1:
			case s.Weight >= synonym.Same:
				same = append(same, s.Words[0]...)
			case s.Weight >= synonym.Related:
				related = append(related, s.Words[0]...)
			}
		}
	}
	begun.add(Prefix, prefix*part, inCompounds(finnish(whole)), Title, Anywhere)
	begun.add(Prefix, prefix*synonym.Same, once(same), Title, Brief, Anywhere)
	begun.add(Prefix, prefix*synonym.Same*halfPart, inCompounds(finnish(once(same))), Anywhere)
	begun.add(Prefix, prefix*synonym.Related, once(related), Title, Brief, Anywhere)
	return begun
}

func isBase(w word) bool {
	return slices.Contains(w.finnish.Lexemes, token.Plain(w.typed)) && len(w.finnish.Lexemes) == 1
}

func once(list []string) []string {
	list = slices.Clone(list)
	slices.Sort(list)
	return slices.Compact(list)
}

// minPrefix is the shortest beginning that is looked for.
const minPrefix = 3

// addPrefix takes the word for the beginning of others.
func (g *Group) addPrefix(w word) {
	start := token.Plain(w.typed)
	if utf8.RuneCountInString(start) < minPrefix {
		return
	}
	starts := []string{start, analysis.Swedish + start}
	g.Marks.Prefixes = append(g.Marks.Prefixes, start)
	g.Tiers = append(g.Tiers,
		Tier{Prefix, prefix, beginning(Title, starts...)},
		Tier{Prefix, prefix * weights[Anywhere], beginning(Anywhere, starts...)},
		Tier{Filed, prefix * weights[Files], beginning(Files, starts...)})
}
