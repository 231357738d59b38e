package stats

import (
	"cmp"
	"slices"
	"strconv"
)

// A Read is an act with how many times it has been read.
type Read struct {
	Act   int64
	Count int
}

// topRead is how many of the most read acts are kept in order.
const topRead = 100

// readSums is what a filter lets through of all readings. It does not change.
type readSums struct {
	readings, acts int    // all readings, and how many acts have some
	top            []Read // the most read first
	months         []int  // readings by month, the first being from
	from           int    // see monthOf
}

// MostRead is the n acts, of 100 at most, that f lets through, archived ones
// too, that have been read most; and how many times all of them have been
// read, and how many of them have been.
func (c *Catalogue) MostRead(f Filter, n int) ([]Read, Figure) {
	s := c.readSums(f)
	fig := Figure{Definition: c.readingDefinition("readings", f), Value: s.readings, Of: s.acts}
	n = min(n, len(s.top))
	return s.top[:n:n], fig
}

// ReadingsByMonth is how many times the acts that f lets through, archived
// ones too, were read in each of the last n months with readings: the oldest
// first, none before counting began. Total is the sum of those months.
func (c *Catalogue) ReadingsByMonth(f Filter, n int) Table {
	t := Table{Definition: c.readingDefinition("readings_by_month", f)}
	s := c.readSums(f)
	for i := max(0, len(s.months)-n); i < len(s.months); i++ {
		t.Rows = append(t.Rows, Count{Value: monthValue(s.from + i), Count: s.months[i]})
		t.Total += s.months[i]
	}
	return t
}

// readSums walks the acts that have been read once for each filter, and anew
// when people have read since.
func (c *Catalogue) readSums(f Filter) *readSums {
	f.Archived = true
	reads := c.readings()
	if f.Hits != nil {
		return c.sumReads(f, reads)
	}
	key := f.key() + "@" + strconv.FormatInt(reads.total, 36)
	if kept := c.reading.of(key); kept != nil {
		return kept
	}
	s := c.sumReads(f, reads)
	c.reading.put(key, s, 4*len(s.top)+2*len(s.months))
	return s
}

func (c *Catalogue) sumReads(f Filter, reads *readings) *readSums {
	s, all := &readSums{}, c.openings(reads)
	if reads.last > 0 {
		s.from = min(monthOf(reads.since), reads.last)
		s.months = make([]int, reads.last-s.from+1)
	}
	filter, period := c.compile(f), f.period()
	for _, o := range all.between(c.span(f)) {
		if !period && (f.Hits != nil && !slices.Contains(f.Hits, o.id) || !filter.lets(&c.rows[o.place])) {
			continue
		}
		s.add(o.id, int(o.total), all.months[o.months:o.months+o.span])
	}
	return s
}

func (s *readSums) add(id int64, total int, months []monthReadings) {
	s.readings, s.acts = s.readings+total, s.acts+1
	for _, m := range months {
		if m.month >= s.from {
			s.months[m.month-s.from] += m.hits
		}
	}
	one := Read{id, total}
	order := func(a, b Read) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(b.Act, a.Act)) }
	if len(s.top) == topRead && order(one, s.top[topRead-1]) > 0 {
		return
	}
	at, _ := slices.BinarySearchFunc(s.top, one, order)
	s.top = slices.Insert(s.top, at, one)
	s.top = s.top[:min(len(s.top), topRead)]
}
