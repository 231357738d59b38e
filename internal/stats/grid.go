package stats

import "math/bits"

// A grid is the numbers of a cross table while they are counted, line by line.
// The last line and column but one are of acts without a value, the last of all.
type grid struct {
	rows, columns Dimension
	height, width int
	measure       Measure
	opened        map[int64]actReadings
	n             []int
	met           []bool     // some act belongs there, even if it adds nothing
	seen          [][]uint64 // for organisations, which have been counted
	words         int        // of one of seen
	ys, xs        []int      // room for the places of an act
}

func (c *Catalogue) grid(rows, columns Dimension, m Measure) *grid {
	g := &grid{rows: rows, columns: columns, measure: m, height: len(c.values[rows].list) + 2, width: 1}
	if columns != Nothing {
		g.width += len(c.values[columns].list) + 1
	}
	g.n, g.met = make([]int, g.height*g.width), make([]bool, g.height*g.width)
	switch m {
	case Readings:
		g.opened = c.read().acts
	case Organizations:
		g.seen, g.words = make([][]uint64, g.height*g.width), len(c.orgs)/64+1
	default:
	}
	return g
}

// add counts an act wherever it belongs, and in the totals.
func (g *grid) add(r *row) {
	g.ys, g.xs = r.valuesOf(g.rows, g.height-2, g.ys[:0]), g.xs[:0]
	if g.columns != Nothing {
		g.xs = r.valuesOf(g.columns, g.width-2, g.xs)
	}
	g.ys, g.xs = append(g.ys, g.height-1), append(g.xs, g.width-1)
	amount := g.amount(r)
	for _, y := range g.ys {
		for _, x := range g.xs {
			at := y*g.width + x
			g.met[at] = true
			g.n[at] += amount
			if g.measure == Organizations {
				g.note(at, r.orgs)
			}
		}
	}
}

// amount is what an act adds, but for organisations, each of which counts once.
func (g *grid) amount(r *row) int {
	switch g.measure {
	case Acts:
		return 1
	case AwardedActs:
		if r.awarded() {
			return 1
		}
	case Adoptions:
		return int(r.adopted)
	case Readings:
		return g.opened[r.id].total
	case Organizations:
	}
	return 0
}

// note counts the organisations of an act that a cell has not met yet.
func (g *grid) note(at int, orgs []int32) {
	if g.seen[at] == nil {
		g.seen[at] = make([]uint64, g.words)
	}
	for _, o := range orgs {
		if word, bit := &g.seen[at][o>>6], uint64(1)<<(o&63); *word&bit == 0 {
			*word |= bit
			g.n[at]++
		}
	}
}

// valuesOf adds to a list the places of the values that r has in a dimension;
// none is the place of having none.
func (r *row) valuesOf(d Dimension, none int, to []int) []int {
	if d == Organization {
		for _, o := range r.orgs {
			to = append(to, int(o))
		}
		if len(r.orgs) == 0 {
			to = append(to, none)
		}
		return to
	}
	if r.mask(d) == 0 {
		return append(to, none)
	}
	for m := r.mask(d); m != 0; m &= m - 1 {
		to = append(to, bits.TrailingZeros64(m))
	}
	return to
}

// has reports whether r stands in a place of a dimension.
func (r *row) has(d Dimension, at, none int) bool {
	if d != Organization {
		return at == none && r.mask(d) == 0 || at < none && r.mask(d)&(1<<at) != 0
	}
	for _, o := range r.orgs {
		if int(o) == at {
			return true
		}
	}
	return at == none && len(r.orgs) == 0
}
