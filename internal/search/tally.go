package search

import (
	"sync"

	"tekojentori.fi/tori/internal/search/query"
)

// A tally is what the groups say of each act, by its number.
type tally struct {
	weights []float32 // of each group, one group after the other
	met     []uint8   // how many groups it meets by more than a part of a compound
	counts  []int     // the acts of each group
	dull    []bool    // of each group, whether an act may do without it
	found   int
	docs    int

	whole, some    []scored // room for those who meet all groups, or enough of them
	others, copied []scored // room to order them in
}

// dulls is how many groups an act may do without.
func (t *tally) dulls() int {
	n := 0
	for _, dull := range t.dull {
		if dull {
			n++
		}
	}
	return n
}

// What met says besides its number: that the act was found at all, that a
// word is in a document of it alone, and that it has what the reader does not
// want.
const (
	loosely  = 1 << 6
	filed    = 1 << 7
	excluded = 1<<8 - 1
)

// tallies are used in turn: one takes some bytes for each act there is.
var tallies = sync.Pool{New: func() any { return new(tally) }}

// cleared is n zeros, in the room of s if they fit there.
func cleared[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	clear(s[:n])
	return s[:n]
}

// gather notes the acts of all groups.
func gather(groups []*match, docs int) *tally {
	t := tallies.Get().(*tally)
	t.met, t.docs, t.found, t.counts, t.dull = cleared(t.met, docs), docs, 0, t.counts[:0], t.dull[:0]
	t.weights = cleared(t.weights, len(groups)*docs)
	for _, m := range groups {
		if !m.Minus {
			t.group(m)
		}
	}
	for _, m := range groups {
		for _, p := range m.tiers {
			if m.Minus {
				p.docs.Each(t.exclude)
			}
		}
	}
	return t
}

// group notes the acts of one group with the weight of the best alternative
// and something for the others.
func (t *tally) group(m *match) {
	weights := t.weights[len(t.counts)*t.docs:][:t.docs]
	n := 0
	m.order()
	for _, p := range m.tiers {
		weight := float32(p.Weight)
		more := uint8(1)
		found := uint8(loosely)
		switch p.Kind {
		case query.Loose:
			more = 0
		case query.Filed:
			found |= filed
		default:
		}
		if m.Dull {
			more = 0
		}
		p.docs.Each(func(doc int32) {
			w := &weights[doc]
			if *w == 0 {
				n++
				if t.met[doc] == 0 {
					t.found++
				}
				t.met[doc] = (t.met[doc] | found) + more
			}
			*w = max(*w, weight) + also*min(*w, weight)
		})
	}
	t.counts, t.dull = append(t.counts, n), append(t.dull, m.Dull)
}

// exclude takes an act out that was found.
func (t *tally) exclude(doc int32) {
	if int(doc) >= t.docs || t.met[doc] == 0 || t.met[doc] == excluded {
		return
	}
	t.met[doc] = excluded
	t.found--
	for i := range t.counts {
		if t.weights[i*t.docs+int(doc)] > 0 {
			t.counts[i]--
		}
	}
}

// merit is what the groups say of one act.
type merit struct {
	score    float64
	coverage float64 // the weight of the groups that it meets
	strong   int     // groups that it meets by more than a trace
}

// merit scores an act. What it meets by a trace only covers a group in part.
func (t *tally) merit(doc int32, idf []float64) merit {
	var m merit
	sum, covered := 0.0, 0.0
	for i, of := range idf {
		w := float64(t.weights[i*t.docs+int(doc)])
		if w == 0 {
			continue
		}
		sum += of * w
		m.coverage += of
		covered += of * min(1, w/covers)
		if w >= trace && !t.dull[i] {
			m.strong++
		}
	}
	m.score = sum * covered * covered
	return m
}
