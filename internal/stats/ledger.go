package stats

import (
	"math/bits"
	"slices"
	"sort"
)

// blockSize is how many of n acts stand between two lines of a ledger: the
// fewer, the fewer acts are walked for a period, and the more lines are kept.
func blockSize(n int) int { return min(max(n/32, 128), 2048) }

// A ledger has the sums of all acts, and of those of each campaign, up to each
// block of them, the newest first, so that any period costs two lines and the
// acts of two blocks at the most, however many acts there are. It belongs to
// one catalogue.
type ledger struct {
	*layout
	block     int
	rows      []row
	all       column
	campaigns []column
}

// A column is some acts with their sums up to each block.
type column struct {
	places []int32 // of the acts; of all acts none are needed
	some   bool
	n      int
	lines  []int32 // one after the other
}

// ledger is made when it is first asked for.
func (c *Catalogue) ledger() *ledger {
	c.once.Do(func() { c.kept = c.ledgerOf(blockSize(len(c.rows))) })
	return c.kept
}

func (c *Catalogue) ledgerOf(block int) *ledger {
	l := &ledger{layout: c.layout(), block: block, rows: c.rows, all: column{n: len(c.rows)}, campaigns: make([]column, len(c.values[Campaign].list))}
	for i := range c.rows {
		for m := c.rows[i].mask(Campaign); m != 0; m &= m - 1 {
			of := &l.campaigns[bits.TrailingZeros64(m)]
			of.places, of.n = append(of.places, int32(i)), of.n+1
		}
	}
	l.fill(&l.all)
	for i := range l.campaigns {
		l.campaigns[i].some = true
		l.fill(&l.campaigns[i])
	}
	return l
}

// fill makes the lines of a column.
func (l *ledger) fill(of *column) {
	of.lines = make([]int32, 0, (of.n/l.block+2)*l.size)
	s := l.none()
	for i := range of.n {
		if i%l.block == 0 {
			of.lines = append(of.lines, s.line...)
		}
		s.add(l.row(of, i))
	}
	of.lines = append(of.lines, s.line...) // of a block that is not full, too: nobody starts there
}

func (l *ledger) row(of *column, i int) *row {
	if of.some {
		return &l.rows[of.places[i]]
	}
	return &l.rows[i]
}

// column is the acts of a campaign, or all; nil of one that is not known.
func (l *ledger) column(campaign int) *column {
	switch campaign {
	case everyAct:
		return &l.all
	case unknown:
		return nil
	}
	return &l.campaigns[campaign]
}

// none is the sums of no acts.
func (l *ledger) none() sums { return sums{l.layout, make([]int32, l.size)} }

// between is the sums of the acts of a column from one place among all acts up
// to another.
func (l *ledger) between(of *column, from, until int) sums {
	from, until = of.at(from), of.at(until)
	if until == of.n && from == 0 {
		return sums{l.layout, slices.Clone(of.lines[len(of.lines)-l.size:])}
	}
	s := l.none()
	first, last := (from+l.block-1)/l.block, until/l.block // whole blocks
	if first >= last {
		l.walk(s, of, from, until)
		return s
	}
	upTo := func(block int) []int32 { return of.lines[block*l.size : (block+1)*l.size] }
	for i, n := range upTo(last) {
		s.line[i] = n - upTo(first)[i]
	}
	l.walk(s, of, from, first*l.block)
	l.walk(s, of, last*l.block, until)
	return s
}

func (l *ledger) walk(s sums, of *column, from, until int) {
	for i := from; i < until; i++ {
		s.add(l.row(of, i))
	}
}

// at is how many acts of a column stand before a place among all acts.
func (of *column) at(place int) int {
	if !of.some {
		return place
	}
	return sort.Search(of.n, func(i int) bool { return int(of.places[i]) >= place })
}
