package stats

import (
	"maps"
	"slices"
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
		readAtRandom(t, c)
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
		if len(c.rows) > 0 {
			readOnce(t, c, f, want)
		}
	})
}

// readAtRandom has some acts read, and one that is not there.
func readAtRandom(t *rapid.T, c *Catalogue) {
	reads := &readings{since: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), acts: map[int64]actReadings{-1: actReadings{}.with(2026*12, 7)}}
	for i := range c.rows {
		for _, month := range rapid.SliceOfNDistinct(rapid.IntRange(0, 10), 0, 4, rapid.ID[int]).Draw(t, "months") {
			id := c.rows[i].id
			reads.acts[id] = reads.acts[id].with(2026*12+month, rapid.IntRange(1, 50).Draw(t, "hits"))
			reads.last = max(reads.last, 2026*12+month)
		}
	}
	c.reads.Store(reads)
}

// TestReadingsOfPeriods counts the readings of each period, of all acts and of
// a campaign, one act after another.
func TestReadingsOfPeriods(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := random(t)
		readAtRandom(t, c)
		for from := range int64(10) {
			for until := from; until <= 10; until++ {
				f := Filter{From: time.UnixMicro(from), Until: time.UnixMicro(until)}
				readOneByOne(t, c, f)
				readOneByOne(t, c, f.With(Campaign, c.values[Campaign].list[0].Code))
			}
		}
	})
}

func readOneByOne(t *rapid.T, c *Catalogue, f Filter) {
	want, acts, campaign := 0, 0, len(f.Codes[Campaign]) > 0
	for _, r := range c.rows {
		if n := c.ReadingsOf(r.id); n > 0 && !time.UnixMicro(r.published).Before(f.From) && time.UnixMicro(r.published).Before(f.Until) && (!campaign || r.mask(Campaign)&1 != 0) {
			want, acts = want+n, acts+1
		}
	}
	if _, all := c.MostRead(f, 10); all.Value != want || all.Of != acts {
		t.Fatalf("from %v until %v: %d readings of %d acts, want %d of %d", f.From, f.Until, all.Value, all.Of, want, acts)
	}
}

// readOnce has one act read once more: what is kept of a filter knows.
func readOnce(t *rapid.T, c *Catalogue, f Filter, want int) {
	id := rapid.SampledFrom(c.rows).Draw(t, "one more").id
	was := c.read()
	fresh := readings{total: was.total + 1, since: was.since, last: max(was.last, 2026*12), acts: maps.Clone(was.acts)}
	fresh.acts[id] = actReadings{}.with(2026*12, was.acts[id].total+1)
	c.reads.Store(&fresh)
	if slices.Contains(c.Select(f).All(), id) {
		want++
	}
	if _, all := c.MostRead(f, 1); all.Value != want {
		t.Fatalf("%d readings after one more, want %d", all.Value, want)
	}
}

// Of more acts than are kept in order the most read come first.
func TestMostReadOfMany(t *testing.T) {
	t.Parallel()
	s := &readSums{}
	for i := range 3 * topRead {
		s.add(int64(i), i*7919%301, nil)
	}
	if len(s.top) != topRead || s.top[0].Count != 300 || s.acts != 3*topRead {
		t.Fatalf("%d of %d acts, the first with %d", len(s.top), s.acts, s.top[0].Count)
	}
	for i, r := range s.top[1:] {
		if r.Count > s.top[i].Count || r.Count < 200 {
			t.Errorf("an act with %d readings at %d", r.Count, i+1)
		}
	}
}
