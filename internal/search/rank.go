package search

import (
	"cmp"
	"math"
	"slices"

	"tekojentori.fi/tori/internal/search/query"
)

// A candidate is an act while it is ranked.
type candidate struct {
	hit     int64
	weights []float32 // of each group, 0 when the act does not meet it
	met     int       // how many groups it meets by more than a part of a compound
}

// rank scores every act that was found:
//
//	( Σ idf · weight of the best alternative ) · ( Σ idf of the groups met )²
//
// Acts that meet all groups come first; when they are few, those that meet
// enough of them follow. Among equals the newer comes first.
func rank(groups []*match, acts int) Result {
	wanted := slices.DeleteFunc(slices.Clone(groups), func(m *match) bool { return m.Minus })
	excluded := map[int64]bool{}
	for _, m := range groups {
		for _, p := range m.tiers {
			for _, hit := range p.hits {
				if m.Minus {
					excluded[hit] = true
				}
			}
		}
	}
	found, counts := collect(wanted, excluded)
	idf := make([]float64, len(wanted))
	total := 0.0
	for i, n := range counts {
		idf[i] = math.Log(1 + float64(max(acts, len(found)))/(0.5+float64(n)))
		if n > 0 { // what no act has tells none from another
			total += idf[i]
		}
	}
	var whole, some []scored
	for _, c := range found {
		s := c.score(idf)
		switch {
		case c.met == len(wanted):
			whole = append(whole, s)
		case s.coverage >= enough*total:
			some = append(some, s)
		}
	}
	result := Result{Whole: len(whole)}
	if len(whole) < fewWhole && len(some) > 0 {
		result.Partial = true
	} else {
		some = nil
	}
	result.Hits = append(ordered(whole), ordered(some)...)
	return result
}

// collect gathers the acts of all groups and counts them by group.
func collect(groups []*match, excluded map[int64]bool) ([]candidate, []int) {
	at := map[int64]int{}
	var found []candidate
	counts := make([]int, len(groups))
	for i, m := range groups {
		for _, p := range m.ordered() {
			for _, hit := range p.hits {
				j, ok := at[hit]
				if !ok {
					if excluded[hit] {
						continue
					}
					j = len(found)
					at[hit] = j
					found = append(found, candidate{hit: hit, weights: make([]float32, len(groups))})
				}
				w := &found[j].weights[i]
				if *w == 0 {
					counts[i]++
					if p.Kind != query.Loose {
						found[j].met++
					}
				}
				*w = max(*w, float32(p.Weight))
			}
		}
	}
	return found, counts
}

// scored is an act with its score and the weight of the groups that it meets.
type scored struct {
	hit             int64
	score, coverage float64
}

func (c candidate) score(idf []float64) scored {
	sum, coverage := 0.0, 0.0
	for i, w := range c.weights {
		if w == 0 {
			continue
		}
		sum += idf[i] * float64(w)
		coverage += idf[i]
	}
	return scored{c.hit, sum * coverage * coverage, coverage}
}

// ordered is the postings with the surest first. In a long text the parts of
// a compound often stand far from each other, so they count only when little
// else was found.
func (m *match) ordered() []posting {
	var sure, apart, loose []posting
	n := 0
	for _, p := range m.tiers {
		switch p.Kind {
		case query.Apart:
			apart = append(apart, p)
		case query.Loose:
			loose = append(loose, p)
		default:
			sure = append(sure, p)
			n = max(n, len(p.hits))
		}
	}
	if n >= fewWhole {
		apart = nil
	}
	return slices.Concat(sure, apart, loose)
}

// ordered is the best first; a hit begins with its day, so the greater is the
// newer.
func ordered(list []scored) []Hit {
	slices.SortFunc(list, func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(b.hit, a.hit))
	})
	hits := make([]Hit, len(list))
	for i, s := range list {
		hits[i] = Hit{ActID: unpackHit(s.hit), Score: s.score}
	}
	return hits
}

// strong reports whether a group was found as the word itself, as a synonym or
// as a beginning: then it needs no correction.
func (m *match) strong() bool {
	return m.has(query.Exact) || m.has(query.Synonym) || m.has(query.Prefix) || m.Known && len(m.tiers) > 0
}
