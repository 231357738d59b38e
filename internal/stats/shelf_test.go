package stats

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// Whatever was selected before, a filter lets its own acts through and no
// others; least of all those of a filter that differs in one thing.
func TestASelectionOfTheShelfIsThatOfItsFilter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := random(t)
		f := randomFilter(t, c)
		later, earlier, archived := f, f, f
		later.From = time.UnixMicro(rapid.Int64Range(0, 9).Draw(t, "another from"))
		earlier.Until = time.UnixMicro(rapid.Int64Range(1, 10).Draw(t, "another until"))
		archived.Archived = !f.Archived
		all := []Filter{f, later, earlier, archived, f}
		for d := range dimensions {
			all = append(all, f.Without(d, ""), f.With(d, rapid.SampledFrom(c.values[d].list).Draw(t, "value").Code))
		}
		for _, f := range all {
			if got, want := c.Select(f), c.selects(f); !slices.Equal(got.matches, want.matches) || !slices.EqualFunc(got.counts[:], want.counts[:], slices.Equal) {
				t.Fatalf("filter %+v: acts %v, want %v", f, got.matches, want.matches)
			}
		}
	})
}

// A shelf that is full begins anew, and what is larger than it is not kept.
func TestAShelfIsBounded(t *testing.T) {
	t.Parallel()
	var s shelf[Selection]
	one := &Selection{matches: make([]int32, maxShelf/3)}
	for i := range 10 {
		key := fmt.Sprint(i)
		s.put(key, one, one.size())
		if s.size > maxShelf || s.of(key) == nil {
			t.Fatalf("after %d selections %d acts of at most %d are kept, the last: %t", i+1, s.size, maxShelf, s.of(key) != nil)
		}
	}
	s.put("large", one, maxShelf+1)
	if s.of("large") != nil {
		t.Error("what is larger than the shelf is kept")
	}
}
