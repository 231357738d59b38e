package stats

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Acts counted sixty-four at a time are as many as those counted one by one.
func TestColumnsCountAsRowsDo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := random(t)
		f := randomFilter(t, c)
		got, one := c.selects(f), c.compile(f)
		var matches []int32
		var counts [dimensions][]int32
		for d := range dimensions {
			counts[d] = make([]int32, len(c.values[d].list))
		}
		for i := range c.rows {
			r := &c.rows[i]
			if !one.passes(r) || f.Hits != nil && !slices.Contains(f.Hits, r.id) {
				continue
			}
			fails := one.fails(r)
			if fails == 0 {
				matches = append(matches, int32(i))
			}
			for d := range dimensions {
				for n := range counts[d] {
					has := r.mask(d)&(1<<n) != 0 || d == Organization && slices.Contains(r.orgs, int32(n))
					if has && fails&^(1<<d) == 0 {
						counts[d][n]++
					}
				}
			}
		}
		found := slices.Sorted(slices.Values(got.matches))
		if !slices.Equal(found, matches) {
			t.Fatalf("%+v: rows %v, want %v", f, found, matches)
		}
		for d := range dimensions {
			if !slices.Equal(got.counts[d], counts[d]) {
				t.Fatalf("%+v: by %s %v, want %v", f, d.Code(), got.counts[d], counts[d])
			}
		}
	})
}

func TestASetIsCut(t *testing.T) {
	t.Parallel()
	const n = 130 // two words and a bit
	for cut := range (n + 1) * (n + 1) {
		s, from, to := make(set, (n+63)/64), cut/(n+1), cut%(n+1)
		for i := range int32(n) {
			s.add(i)
		}
		s.cut(from, to)
		for i := range n {
			if got, want := s.has(int32(i)), from <= i && i < to; got != want {
				t.Fatalf("cut from %d to %d, row %d: %t", from, to, i, got)
			}
		}
	}
}
