package search

import (
	"cmp"
	"math"
	"slices"

	"tekojentori.fi/tori/internal/search/posting"
	"tekojentori.fi/tori/internal/search/query"
	"tekojentori.fi/tori/internal/search/token"
)

// A match is a group of the query with the acts that its tiers have found.
type match struct {
	query.Group
	tiers     []tier
	corrected string   // the word that was looked for instead
	others    []string // further corrections
}

// A tier is alternatives of one weight with the acts that they have found.
type tier struct {
	*query.Tier
	docs posting.Set
	n    int
}

func newMatches(groups []query.Group) []*match {
	list := make([]*match, len(groups))
	for i, g := range groups {
		list[i] = &match{Group: g}
	}
	return list
}

// most is how many hits there are at least, in the acts themselves.
func (m *match) most() int {
	n := 0
	for _, t := range m.tiers {
		if t.Kind != query.Filed {
			n = max(n, t.n)
		}
	}
	return n
}

// count is how many hits there are in the acts themselves, some of them
// perhaps twice.
func (m *match) count() int {
	n := 0
	for _, t := range m.tiers {
		if t.Kind != query.Filed {
			n += t.n
		}
	}
	return n
}

// has reports whether alternatives of a kind were found.
func (m *match) has(kind query.Kind) bool {
	return slices.ContainsFunc(m.tiers, func(t tier) bool { return t.Kind == kind })
}

// weighLoose makes the parts of a compound count by how rare they are: of
// etätyöpaikka etätyö tells more than paikka.
func (m *match) weighLoose(acts int) {
	most := map[string]int{} // acts of each part
	fewest := acts
	for _, t := range m.tiers {
		if t.Kind == query.Loose {
			part := t.Sets[0][0]
			most[part] = max(most[part], t.n)
		}
	}
	for _, n := range most {
		fewest = min(fewest, n)
	}
	for i, t := range m.tiers {
		if t.Kind == query.Loose {
			rare := rarity(acts, most[t.Sets[0][0]]) / rarity(acts, fewest)
			m.tiers[i].Weight *= rare * rare
		}
	}
}

// order puts the surest tiers first. In a long text the parts of a compound
// often stand far from each other, so they go when enough else was found.
func (m *match) order() {
	sure := func(t tier) bool { return t.Kind < query.Apart }
	if slices.ContainsFunc(m.tiers, func(t tier) bool { return sure(t) && t.n >= fewWhole }) {
		m.tiers = slices.DeleteFunc(m.tiers, func(t tier) bool { return t.Kind == query.Apart })
	}
	slices.SortStableFunc(m.tiers, func(a, b tier) int {
		if sure(a) && sure(b) {
			return 0
		}
		return cmp.Compare(a.Kind, b.Kind)
	})
}

// strong reports whether a group was found as the word itself, as a synonym or
// as a beginning: then it needs no correction.
func (m *match) strong() bool {
	return m.has(query.Exact) || m.has(query.Synonym) || m.has(query.Prefix) || m.Known && len(m.tiers) > 0
}

// mark adds what is to be marked of a group: pieces of a compound only when
// nothing better was found.
func (m *match) mark(marks *query.Marks) {
	marks.Lexemes = append(marks.Lexemes, m.Marks.Lexemes...)
	marks.Terms = append(marks.Terms, m.Marks.Terms...)
	marks.Prefixes = append(marks.Prefixes, m.Marks.Prefixes...)
	switch {
	case m.has(query.Prefix) && len(m.Marks.Prefixes) == 0:
		marks.Prefixes = append(marks.Prefixes, token.Plain(m.Typed))
	case !m.has(query.Exact) && !m.has(query.Synonym) && !m.has(query.Prefix):
		marks.Lexemes = append(marks.Lexemes, m.Pieces...)
	}
}

// rarity is how much it tells that an act has what n of the acts have.
func rarity(acts, n int) float64 { return math.Log(1 + float64(acts)/(0.5+float64(n))) }
