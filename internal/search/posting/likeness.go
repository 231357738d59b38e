package posting

import (
	"math"
	"slices"
	"sync"
)

// sharing is what each document has of some words: their weight together, and
// a bit for each.
type sharing struct {
	scores []float32
	masks  []uint16
}

// sharings are used in turn, for each has room for every document.
var sharings = sync.Pool{New: func() any { return new(sharing) }}

func (s *sharing) of(v View, words []weighed) ([]float32, []uint16) {
	s.scores, s.masks = slices.Grow(s.scores, len(v.hits))[:len(v.hits)], slices.Grow(s.masks, len(v.hits))[:len(v.hits)]
	for i, w := range words {
		v.lists[w.list()].each(func(d int32) {
			s.scores[d] += float32(w.weight)
			s.masks[d] |= 1 << i
		})
		if at, ok := v.terms["^"+v.names[w.list()]]; ok {
			v.lists[at].each(func(d int32) { s.scores[d] += float32(w.weight) / inTitle })
		}
	}
	return s.scores, s.masks
}

// free leaves the room as empty as it was.
func (s *sharing) free() {
	clear(s.scores)
	clear(s.masks)
	s.scores, s.masks = s.scores[:0], s.masks[:0]
	sharings.Put(s)
}

// likeness is what its terms tell of a document, for comparing others with it.
type likeness struct {
	v       View
	terms   []int16
	weights []float64
	most    float64 // when all terms are shared
}

func (v View) likenessTo(doc int32) likeness {
	l := likeness{v: v, terms: v.sorts[doc], weights: make([]float64, len(v.sorts[doc]))}
	for i, t := range l.terms {
		l.weights[i] = math.Log(1 + float64(len(v.byAct))/float64(v.sorted[t]))
		l.most += l.weights[i]
	}
	return l
}

func (l likeness) of(doc int32) float64 {
	score := 0.0
	for i, t := range l.terms {
		if slices.Contains(l.v.sorts[doc], t) {
			score += l.weights[i]
		}
	}
	return score
}
