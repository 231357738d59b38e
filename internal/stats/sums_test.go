package stats

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// What is counted ahead, in blocks of any size, is what comes of walking the
// acts that the filter lets through, from scratch.
func TestSumsAreTheActs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := random(t)
		for i := range c.rows {
			c.rows[i].wait = rapid.Int32Range(unknownWait, 30).Draw(t, "wait")
			c.rows[i].adopted = rapid.Int32Range(0, 3).Draw(t, "adopted")
		}
		c.once.Do(func() { c.kept = c.ledgerOf(rapid.IntRange(1, 9).Draw(t, "block")) })
		f := randomFilter(t, c)
		period := Filter{From: f.From, Until: f.Until}
		campaign := rapid.SampledFrom(c.values[Campaign].list).Draw(t, "campaign").Code
		for _, f := range []Filter{{}, period, period.With(Campaign, campaign), f, f} {
			want := c.ledger().none()
			narrow := f
			narrow.Archived = true
			through := c.compile(narrow)
			for i := range c.rows {
				r := &c.rows[i]
				if through.lets(r) && (f.Hits == nil || slices.Contains(f.Hits, r.id)) {
					want.add(r)
				}
			}
			if got := c.sum(f); !slices.Equal(got.line, want.line) {
				t.Fatalf("filter %+v of %d acts:\n%v, want\n%v", f, len(c.rows), got.line, want.line)
			}
		}
	})
}

// How widely acts have spread adds up to how many are in use elsewhere, each
// in the row of so many organisations.
func TestReachIsTheActsInUseElsewhere(t *testing.T) {
	t.Parallel()
	c := &Catalogue{version: 1}
	for i, adopted := range []int32{0, 1, 1, 2, 3, 4, 4, 5, 9, 10, 250} {
		r := row{id: int64(i + 1), adopted: adopted}
		r.publish(time.UnixMicro(0))
		c.rows = append(c.rows, r)
	}
	c.settle()
	reach, sum, got := c.Reach(Filter{}), 0, map[string]int{}
	for _, n := range reach.Rows {
		got[n.Code], sum = n.Count, sum+n.Count
	}
	want := map[string]int{"1": 2, "2": 1, "3-4": 3, "5-9": 2, "10-": 2}
	if diff := cmp.Diff(want, got); diff != "" || sum != reach.Total || reach.Total != c.Adoptions(Filter{}).Of {
		t.Errorf("%d acts in rows of %d, %d in use elsewhere (-want +got):\n%s", sum, reach.Total, c.Adoptions(Filter{}).Of, diff)
	}
}

// A median that is longer than the sums tell apart is found all the same.
func TestLongWaits(t *testing.T) {
	t.Parallel()
	c := &Catalogue{version: 1}
	for i, days := range []int32{maxWait + 70, 3, maxWait + 50, maxWait + 90, unknownWait, maxWait} {
		r := row{id: int64(i + 1), wait: days}
		r.publish(time.UnixMicro(0))
		c.rows = append(c.rows, r)
	}
	c.settle()
	if w := c.Wait(Filter{}); w.Value != maxWait+50 || w.Of != 5 {
		t.Errorf("median %d of %d", w.Value, w.Of)
	}
}
