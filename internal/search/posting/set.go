// Package posting keeps the index of searches in memory: for each lexeme the
// documents that have it and where, a byte or two each. It knows no database;
// what it holds is a copy of what PostgreSQL keeps.
package posting

import "math/bits"

// A Set is documents by their numbers, a bit for each.
type Set []uint64

// NewSet is an empty set for the documents up to n.
func NewSet(n int) Set { return make(Set, words(n)) }

// words is how many numbers have a bit for each of n documents.
func words(n int) int { return (n + 63) / 64 }

// A Room is where the sets of one query are made, one after the other. The next
// query makes its own in the same place, for each set takes a bit of every
// document there is.
type Room struct {
	words []uint64
	taken int
}

// roomWords is how many numbers a room has, unless one set needs more.
const roomWords = 8 << 10

// Clear makes all of the room free. Nobody may use its sets any more.
func (r *Room) Clear() { r.taken = 0 }

// set is NewSet in the room. When that is full, another takes its place: the
// sets that have been made stay where they are.
func (r *Room) set(n int) Set {
	size := words(n)
	if len(r.words)-r.taken < size {
		r.words, r.taken = make([]uint64, max(roomWords, size)), 0
	}
	s := r.words[r.taken:][:size:size]
	r.taken += size
	clear(s)
	return s
}

// free gives back the set that was made last. One in a room that was full
// before stays.
func (r *Room) free(s Set) {
	if at := r.taken - len(s); at >= 0 && &r.words[at] == &s[0] {
		r.taken = at
	}
}

// Add puts a document in.
func (s Set) Add(doc int32) { s[doc>>6] |= 1 << (doc & 63) }

// Has reports whether a document is in.
func (s Set) Has(doc int32) bool { return s[doc>>6]&(1<<(doc&63)) != 0 }

// Len is how many documents are in.
func (s Set) Len() int {
	n := 0
	for _, w := range s {
		n += bits.OnesCount64(w)
	}
	return n
}

// Each calls fn with every document in order.
func (s Set) Each(fn func(doc int32)) {
	for i, w := range s {
		for ; w != 0; w &= w - 1 {
			fn(int32(i<<6 + bits.TrailingZeros64(w))) // documents are counted by 32 bits
		}
	}
}

// And keeps only what the other set has too.
func (s Set) And(other Set) {
	for i := range s {
		s[i] &= other[i]
	}
}
