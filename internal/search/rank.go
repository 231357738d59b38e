package search

import (
	"math"
	"slices"
	"sync"

	"tekojentori.fi/tori/internal/search/query"
)

// rank scores every act that was found:
//
//	( Σ idf · weight of the best alternative ) · ( Σ idf of the groups met )²
//
// Acts that meet all groups come first; when they are few, those that meet
// enough of them follow. Among equals the newer comes first. hits and recent
// are the acts as their source numbers them, acts is how many there are.
func rank(groups []*match, hits []int64, recent []int32, acts int) Result {
	wanted := slices.DeleteFunc(slices.Clone(groups), func(m *match) bool { return m.Minus })
	t := gather(groups, len(hits))
	defer tallies.Put(t)
	idf := make([]float64, len(wanted))
	total := 0.0
	for i, n := range t.counts {
		idf[i] = math.Log(1 + float64(max(acts, t.found))/(0.5+float64(n)))
		if n > 0 { // what no act has tells none from another
			total += idf[i]
		}
	}
	var whole, some []scored
	for _, doc := range recent {
		if t.met[doc] == 0 || t.met[doc] == excluded {
			continue
		}
		score, coverage := t.score(doc, idf)
		switch {
		case int(t.met[doc]&^loosely) == len(wanted):
			whole = append(whole, scored{doc, float32(score)})
		case coverage >= enough*total:
			some = append(some, scored{doc, float32(score)})
		}
	}
	result := Result{Whole: len(whole)}
	if len(whole) < fewWhole && len(some) > 0 {
		result.Partial = true
	} else {
		some = nil
	}
	result.Hits = make([]Hit, 0, len(whole)+len(some))
	for _, list := range [][]scored{ranked(whole), ranked(some)} {
		for _, s := range list {
			result.Hits = append(result.Hits, Hit{ActID: unpackHit(hits[s.doc]), Score: float64(s.score)})
		}
	}
	return result
}

// A tally is what the groups say of each act, by its number.
type tally struct {
	weights []float32 // of each group, one group after the other
	met     []uint8   // how many groups it meets by more than a part of a compound
	counts  []int     // the acts of each group
	found   int
	docs    int
}

// What met says besides its number: that the act was found at all, and that
// it has what the reader does not want.
const (
	loosely  = 1 << 6
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
	t.met, t.docs, t.found, t.counts = cleared(t.met, docs), docs, 0, t.counts[:0]
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

// group notes the acts of one group with the weight of the best alternative.
func (t *tally) group(m *match) {
	weights := t.weights[len(t.counts)*t.docs:][:t.docs]
	n := 0
	for _, p := range m.ordered() {
		weight := float32(p.Weight)
		more := uint8(1)
		if p.Kind == query.Loose {
			more = 0
		}
		p.docs.Each(func(doc int32) {
			w := &weights[doc]
			if *w == 0 {
				n++
				if t.met[doc] == 0 {
					t.found++
				}
				t.met[doc] = (t.met[doc] | loosely) + more
			}
			*w = max(*w, weight)
		})
	}
	t.counts = append(t.counts, n)
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

// score is the score of an act and the weight of the groups that it meets.
func (t *tally) score(doc int32, idf []float64) (score, coverage float64) {
	sum := 0.0
	for i, of := range idf {
		if w := t.weights[i*t.docs+int(doc)]; w > 0 {
			sum += of * float64(w)
			coverage += of
		}
	}
	return sum * coverage * coverage, coverage
}

// ordered is the tiers with the surest first. In a long text the parts of
// a compound often stand far from each other, so they count only when little
// else was found.
func (m *match) ordered() []tier {
	var sure, apart, loose []tier
	n := 0
	for _, p := range m.tiers {
		switch p.Kind {
		case query.Apart:
			apart = append(apart, p)
		case query.Loose:
			loose = append(loose, p)
		default:
			sure = append(sure, p)
			n = max(n, p.n)
		}
	}
	if n >= fewWhole {
		apart = nil
	}
	return slices.Concat(sure, apart, loose)
}

// scored is an act by its number, with its score.
type scored struct {
	doc   int32
	score float32
}

// key orders scores like numbers: none is negative.
func (s scored) key() uint32 { return math.Float32bits(s.score) }

// ranked is the best first, equals in the order that they have: a radix sort,
// for there may be as many as there are acts.
func ranked(list []scored) []scored {
	const digits, passes = 11, 3
	other := make([]scored, len(list))
	for pass := range passes {
		var starts [1 << digits]int32
		digit := func(s scored) uint32 { return ^s.key() >> (digits * pass) & (1<<digits - 1) }
		for _, s := range list {
			starts[digit(s)]++
		}
		at := int32(0)
		for i, n := range starts {
			starts[i], at = at, at+n
		}
		for _, s := range list {
			d := digit(s)
			other[starts[d]] = s
			starts[d]++
		}
		list, other = other, list
	}
	return list
}

// strong reports whether a group was found as the word itself, as a synonym or
// as a beginning: then it needs no correction.
func (m *match) strong() bool {
	return m.has(query.Exact) || m.has(query.Synonym) || m.has(query.Prefix) || m.Known && len(m.tiers) > 0
}
