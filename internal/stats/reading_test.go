package stats

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

// TestReadingsAddUp has random acts read at random: whatever is chosen, the
// months, the most read and the acts of each year add up to the same number,
// and it is what a cross table says.
func TestReadingsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := random(t)
		reads := &readings{since: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), acts: map[int64]actReadings{-1: actReadings{}.with(2026*12, 7)}}
		for i := range c.rows {
			for _, month := range rapid.SliceOfNDistinct(rapid.IntRange(0, 10), 0, 4, rapid.ID[int]).Draw(t, "months") {
				id := c.rows[i].id
				reads.acts[id] = reads.acts[id].with(2026*12+month, rapid.IntRange(1, 50).Draw(t, "hits"))
				reads.last = max(reads.last, 2026*12+month)
			}
		}
		c.reads.Store(reads)
		f := randomFilter(t, c)
		want := 0
		f.Archived = true
		for _, id := range c.Select(f).All() {
			want += c.ReadingsOf(id)
		}
		most, all := c.MostRead(f, len(c.rows))
		sum := 0
		for i, m := range most {
			sum += m.Count
			if i > 0 && m.Count > most[i-1].Count || m.Count != c.ReadingsOf(m.Act) {
				t.Fatalf("act %d with %d stands at %d: %v", m.Act, m.Count, i, most)
			}
		}
		months := 0
		for _, r := range c.ReadingsByMonth(f, 12).Rows {
			months += r.Count
		}
		if cross := c.Cross(f, Year, Nothing, Readings).Total; sum != want || all.Value != want || months != want || cross != want {
			t.Fatalf("%d in the list, %d in all, %d by month, %d in the cross table; want %d", sum, all.Value, months, cross, want)
		}
	})
}
