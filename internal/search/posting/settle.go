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
		x.pack()
		x.settled = len(x.hits)
	}
}

// block is how many bytes lists share.
const block = 256 << 10

// pack moves the lists, most of which are some bytes, into blocks: each by
// itself would take twice the room. One that grows leaves its block.
func (x *Index) pack() {
	var room []byte
	move := func(b []byte) []byte {
		if cap(room)-len(room) < len(b) {
			room = make([]byte, 0, max(block, len(b)))
		}
		room = append(room, b...)
		return slices.Clip(room[len(room)-len(b):])
	}
	x.lists, x.names = slices.Clip(slices.Clone(x.lists)), slices.Clip(slices.Clone(x.names))
	for i := range x.lists {
		l := &x.lists[i]
		l.docs, l.places = move(l.docs), move(l.places)
	}
}
