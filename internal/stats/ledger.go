package stats

import "slices"

// blockSize is how many acts stand between two lines of a ledger.
const blockSize = 2048

// A ledger has the sums of all acts up to each block of them, the newest first,
// so that any period costs two lines and the acts of two blocks at the most,
// however many acts there are. It belongs to one catalogue.
type ledger struct {
	*layout
	block     int
	lines     []int32   // one after the other
	campaigns [][]int32 // the places of the acts of each
}

// ledger is made when it is first asked for.
func (c *Catalogue) ledger() *ledger {
	c.once.Do(func() { c.kept = c.ledgerOf(blockSize) })
	return c.kept
}

func (c *Catalogue) ledgerOf(block int) *ledger {
	l := &ledger{layout: c.layout(), block: block, campaigns: make([][]int32, len(c.values[Campaign].list))}
	l.lines = make([]int32, 0, (len(c.rows)/block+1)*l.size)
	s := l.none()
	for i := range c.rows {
		if i%block == 0 {
			l.lines = append(l.lines, s.line...)
		}
		s.add(&c.rows[i])
		for n := range l.campaigns {
			if c.rows[i].masks[Campaign]&(1<<n) != 0 {
				l.campaigns[n] = append(l.campaigns[n], int32(i))
			}
		}
	}
	l.lines = append(l.lines, s.line...) // of a block that is not full, too: nobody starts there
	return l
}

// none is the sums of no acts.
func (l *ledger) none() sums { return sums{l.layout, make([]int32, l.size)} }

// upTo is the line of the acts before a block.
func (l *ledger) upTo(block int) []int32 { return l.lines[block*l.size : (block+1)*l.size] }

// between is the sums of the time of f.
func (l *ledger) between(c *Catalogue, f Filter) sums {
	from, until := c.span(f)
	if until == len(c.rows) && from == 0 {
		return sums{l.layout, slices.Clone(l.lines[len(l.lines)-l.size:])}
	}
	s := l.none()
	first, last := (from+l.block-1)/l.block, until/l.block // whole blocks
	if first >= last {
		s.walk(c.rows[from:until])
		return s
	}
	for i, n := range l.upTo(last) {
		s.line[i] = n - l.upTo(first)[i]
	}
	s.walk(c.rows[from : first*l.block])
	s.walk(c.rows[last*l.block : until])
	return s
}

func (s sums) walk(rows []row) {
	for i := range rows {
		s.add(&rows[i])
	}
}
