package stats

import (
	"math/bits"
	"slices"
	"sort"
)

// A set is some rows of a catalogue, a bit for each.
type set []uint64

func (s set) add(i int32)      { s[i>>6] |= 1 << (i & 63) }
func (s set) has(i int32) bool { return s[i>>6]&(1<<(i&63)) != 0 }

// keep leaves in s only what others have too.
func (s set) keep(others set) {
	for w := range s {
		s[w] &= others[w]
	}
}

// size is how many rows s has.
func (s set) size() int {
	n := 0
	for _, w := range s {
		n += bits.OnesCount64(w)
	}
	return n
}

// common is how many rows s and others both have.
func (s set) common(others set) int32 {
	n := 0
	for w := range s {
		n += bits.OnesCount64(s[w] & others[w])
	}
	return int32(n)
}

// each calls f with every row of s, in order.
func (s set) each(f func(i int32)) {
	for w, word := range s {
		for ; word != 0; word &= word - 1 {
			f(int32(w<<6 + bits.TrailingZeros64(word)))
		}
	}
}

// columns is the rows of a catalogue the other way round: for each choice those
// that have it. Sixty-four acts are counted in the time of one.
type columns struct {
	words  int
	of     [dimensions][]set // by the bit of a choice; none for organisations, which are too many
	listed set               // those that are not archived
	orgs   []int32           // of the rows, one after the other
	ends   []int32           // where the organisations of each row end
}

func columnsOf(c *Catalogue) columns {
	cols := columns{words: (len(c.rows) + 63) / 64, ends: make([]int32, len(c.rows))}
	cols.listed = cols.none()
	for d := range dimensions {
		if d != Organization {
			cols.of[d] = make([]set, len(c.values[d].list))
		}
		for n := range cols.of[d] {
			cols.of[d][n] = cols.none()
		}
	}
	for i := range c.rows {
		r, i := &c.rows[i], int32(i)
		for d, sets := range cols.of {
			for m := r.mask(Dimension(d)); m != 0 && sets != nil; m &= m - 1 {
				sets[bits.TrailingZeros64(m)].add(i)
			}
		}
		if !r.archived {
			cols.listed.add(i)
		}
		cols.orgs = append(cols.orgs, r.orgs...)
		cols.ends[i] = int32(len(cols.orgs))
	}
	return cols
}

func (cols *columns) none() set { return make(set, cols.words) }

// orgsOf is the organisations of a row.
func (cols *columns) orgsOf(i int32) []int32 {
	from := int32(0)
	if i > 0 {
		from = cols.ends[i-1]
	}
	return cols.orgs[from:cols.ends[i]]
}

// count is how many rows of a set each of the choices of a dimension has.
func (cols *columns) count(d Dimension, of set, choices int) []int32 {
	counts := make([]int32, choices)
	if d == Organization {
		of.each(func(i int32) {
			for _, o := range cols.orgsOf(i) {
				counts[o]++
			}
		})
		return counts
	}
	for n, column := range cols.of[d] {
		counts[n] = of.common(column)
	}
	return counts
}

// chosen is the rows that fit the choices of f in one dimension; nil: all do,
// as nothing is chosen there.
func (cols *columns) chosen(f *compiled, d Dimension) set {
	if d == Organization {
		if len(f.orgs) == 0 {
			return nil
		}
		fit := cols.none()
		for i := range int32(len(cols.ends)) {
			if slices.ContainsFunc(cols.orgsOf(i), func(o int32) bool { return slices.Contains(f.orgs, o) }) {
				fit.add(i)
			}
		}
		return fit
	}
	if f.masks[d] == 0 {
		return nil
	}
	fit := cols.none()
	for n, column := range cols.of[d] {
		if f.masks[d]&(1<<n) != 0 {
			for w := range fit {
				fit[w] |= column[w]
			}
		}
	}
	return fit
}

// considered is the rows that f considers at all, whatever the choices.
func (c *Catalogue) considered(f *compiled, hits []int64) set {
	within := c.columns.none()
	if hits != nil {
		for _, id := range hits {
			if i, ok := c.places.of(id); ok {
				within.add(i)
			}
		}
	} else {
		for i := range int32(len(c.rows)) {
			within.add(i)
		}
	}
	if !f.archived {
		within.keep(c.columns.listed)
	}
	newest := sort.Search(len(c.rows), func(i int) bool { return c.rows[i].published < f.until })
	oldest := sort.Search(len(c.rows), func(i int) bool { return c.rows[i].published < f.from })
	within.cut(newest, oldest)
	if f.places != nil {
		within.each(func(i int32) {
			if !f.places[c.rows[i].place] {
				within[i>>6] &^= 1 << (i & 63)
			}
		})
	}
	return within
}

// cut leaves the rows from one to before another.
func (s set) cut(from, to int) {
	for w := range s {
		first := w << 6
		if first+64 <= from || first >= to {
			s[w] = 0
			continue
		}
		if first < from {
			s[w] &= ^uint64(0) << (from - first)
		}
		if first+64 > to {
			s[w] &= 1<<(to-first) - 1
		}
	}
}
