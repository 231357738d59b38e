package posting

import (
	"cmp"
	"maps"
	"slices"
)

const (
	// maxFresh is how many lexemes may stand unsorted.
	maxFresh = 1_000
	// many is how many new documents are worth to give back the room that
	// their lists had to grow.
	many = 1_000
)

// Settle makes what has been put be found: documents by date and by their
// telling words, lexemes by their beginnings.
func (x *Index) Settle() {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.recent = slices.AppendSeq(x.recent[:0], maps.Values(x.byAct))
	slices.SortFunc(x.recent, func(a, b int32) int { return cmp.Compare(x.hits[b], x.hits[a]) })
	if len(x.fresh) > maxFresh {
		x.keys = append(x.keys, x.fresh...)
		slices.Sort(x.keys)
		x.fresh = nil
	}
	x.mark(int32(x.unmarked)) // documents are counted by 32 bits
	x.unmarked = len(x.hits)
	if len(x.hits)-x.settled > many {
		for i := range x.lists {
			l := &x.lists[i]
			l.docs, l.places = slices.Clip(slices.Clone(l.docs)), slices.Clip(slices.Clone(l.places))
		}
		x.settled = len(x.hits)
	}
}
