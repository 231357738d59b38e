package posting

import (
	"cmp"
	"maps"
	"slices"

	"tekojentori.fi/tori/internal/search/packed"
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

// pack moves the lists, most of which are some bytes, into blocks: each by
// itself would take twice the room. One that grows leaves its block.
func (x *Index) pack() {
	var bytes packed.Lists[byte]
	x.lists = slices.Clip(slices.Clone(x.lists))
	for i := range x.lists {
		l := &x.lists[i]
		l.docs, l.places = bytes.Copy(l.docs), bytes.Copy(l.places)
	}
	var marks packed.Lists[mark]
	var sorts packed.Lists[int16]
	for doc := range x.hits {
		x.marks[doc], x.sorts[doc] = marks.Copy(x.marks[doc]), sorts.Copy(x.sorts[doc])
	}
	x.packNames()
}

// packNames does the same with the lexemes.
func (x *Index) packNames() {
	var texts packed.Texts
	x.names = slices.Clip(slices.Clone(x.names))
	x.terms = make(map[string]int32, len(x.names))
	for at, name := range x.names {
		x.names[at] = texts.Copy(name)
		x.terms[x.names[at]] = int32(at) // there are some hundred thousand
	}
	for _, list := range [][]string{x.keys, x.fresh} {
		for i, key := range list {
			list[i] = texts.Copy(key)
		}
	}
}
