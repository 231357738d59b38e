package stats

import "slices"

// Behind is the ids of the acts that a number of a cross table is counted from,
// newest first: those of a row and a column by their codes, of all rows or
// columns for "". False when a code is none of the dimension.
func (c *Catalogue) Behind(f Filter, rows, columns Dimension, m Measure, row, column string) ([]int64, bool) {
	f.Archived = true
	y, okRow := c.placeOf(rows, row)
	x, okColumn := c.placeOf(columns, column)
	if !okRow || !okColumn {
		return nil, false
	}
	var ids []int64
	for _, i := range c.matches(f) {
		r := &c.rows[i]
		if (row == "" || r.has(rows, y, len(c.values[rows].list))) &&
			(column == "" || r.has(columns, x, len(c.values[columns].list))) && r.adds(m) {
			ids = append(ids, r.id)
		}
	}
	return ids, true
}

// placeOf is the place of a line of a dimension.
func (c *Catalogue) placeOf(d Dimension, code string) (int, bool) {
	switch {
	case code == "":
		return 0, true
	case d == Nothing:
		return 0, false
	case code == noneCode:
		return len(c.values[d].list), true
	}
	n, ok := c.values[d].index[code]
	return n, ok
}

// adds reports whether an act is one of those that a measure speaks of.
func (r *row) adds(m Measure) bool {
	switch m {
	case AwardedActs:
		return r.awarded()
	case Adoptions:
		return r.adopted > 0
	default:
		return true
	}
}

// LineOf is the value of a dimension with a code, or what stands for none.
func (c *Catalogue) LineOf(d Dimension, code string) (Value, bool) {
	if code == noneCode {
		return c.noneOf(d), true
	}
	return c.Value(d, code)
}

// Public is those of some acts that everyone can read now.
func (c *Catalogue) Public(ids []int64) []int64 {
	return slices.DeleteFunc(slices.Clone(ids), func(id int64) bool { _, ok := c.places.of(id); return !ok })
}
