package search

import (
	"math"
	"slices"
)

// scored is an act by its number, with its score.
type scored struct {
	doc   int32
	score float32
}

// key orders scores like numbers: none is negative.
func (s scored) key() uint32 { return math.Float32bits(s.score) }

// ranked is the best first, equals in the order that they have: a radix sort,
// for there may be as many as there are acts.
func (t *tally) ranked(list []scored) []scored {
	const digits, passes = 11, 3
	t.others = slices.Grow(t.others[:0], len(list))[:len(list)]
	other := t.others
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
