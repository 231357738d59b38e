package stats

import (
	"slices"
	"time"
)

// A row is one public act in numbers.
type row struct {
	id        int64
	published time.Time
	submitted time.Time // zero: not known
	masks     [dimensions]uint64
	orgs      []int32 // the lead organisation first; places in the values of Organization
	primary   [2]int8 // the bit of the primary sector and theme, -1: none
	place     string  // code of the municipality, "": not known
	archived  bool
}

// A Catalogue is every public act as of one version of the site. It does not
// change: a newer one takes its place.
type Catalogue struct {
	version int64
	rows    []row // newest first
	values  [dimensions]values
	orgByID map[int64]int32
	bits    bitIndex
	awarded map[int64]bool
}

// IsAwarded reports whether the public act with the id has won an award.
func (c *Catalogue) IsAwarded(id int64) bool { return c.awarded[id] }

// noteAwarded gathers the acts that IsAwarded knows.
func (c *Catalogue) noteAwarded() {
	c.awarded = map[int64]bool{}
	for i := range c.rows {
		if c.rows[i].masks[Awarded] != 0 {
			c.awarded[c.rows[i].id] = true
		}
	}
}

// Version is the version of the site that c shows.
func (c *Catalogue) Version() int64 { return c.version }

// Len is how many acts c has, archived ones too.
func (c *Catalogue) Len() int { return len(c.rows) }

// Value is the choice of a dimension that is called code, by code or slug.
func (c *Catalogue) Value(d Dimension, code string) (Value, bool) {
	n, ok := c.values[d].index[code]
	if !ok {
		return Value{}, false
	}
	return c.values[d].list[n], true
}

// Values is every choice of a dimension.
func (c *Catalogue) Values(d Dimension) []Value { return c.values[d].list }

// bitIndex finds the bit of what the database has by id.
type bitIndex struct {
	term     map[int16]int // the current term, whichever version it was given in
	region   map[string]int
	campaign map[int64]int
}

// newestFirst orders rows as the list shows them.
func newestFirst(a, b row) int {
	if n := b.published.Compare(a.published); n != 0 {
		return n
	}
	switch {
	case a.id > b.id:
		return -1
	case a.id < b.id:
		return 1
	}
	return 0
}

// with is c's rows with some replaced by their new selves: those in changed,
// and gone ones taken away.
func (c *Catalogue) with(changed []row, gone map[int64]bool) []row {
	slices.SortFunc(changed, newestFirst)
	out := make([]row, 0, len(c.rows)+len(changed))
	for _, r := range c.rows {
		if gone[r.id] {
			continue
		}
		for len(changed) > 0 && newestFirst(changed[0], r) < 0 {
			out, changed = append(out, changed[0]), changed[1:]
		}
		out = append(out, r)
	}
	return append(out, changed...)
}
