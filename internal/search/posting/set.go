// Package posting keeps the index of searches in memory: for each lexeme the
// documents that have it and where, a byte or two each. It knows no database;
// what it holds is a copy of what PostgreSQL keeps.
package posting

import "math/bits"

// A Set is documents by their numbers, a bit for each.
type Set []uint64

// NewSet is an empty set for the documents up to n.
func NewSet(n int) Set { return make(Set, (n+63)/64) }

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
