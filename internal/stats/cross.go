package stats

import (
	"math/bits"
	"slices"

	"tekojentori.fi/tori/internal/i18n"
)

// A Measure is what a cross table counts in its cells.
type Measure string

// The measures.
const (
	Acts          Measure = "acts"
	Organizations Measure = "organizations" // that take part, each once in a cell
	AwardedActs   Measure = "awarded"
	Adoptions     Measure = "adoptions" // by other organisations, now
	Readings      Measure = "readings"
)

// Measures is every measure.
func Measures() []Measure { return []Measure{Acts, Organizations, AwardedActs, Adoptions, Readings} }

// A Cross is acts counted by two dimensions at once. An act stands in each
// row and column that it has, so a cell is what the list shows when it is
// narrowed to both, and rows may add up to more than their total.
type Cross struct {
	Definition    Definition
	Notes         []i18n.Text // how it is seen otherwise than at first, and what the list of sectors does not have
	Lens          Lens
	Measure       Measure
	Rows, Columns []Line // those with something in them
	Cells         [][]int
	Total         int
}

// A Line is a row or a column with its own total, each act once.
type Line struct {
	Value
	Total int
	None  bool // of the acts that have no value in the dimension
}

// noneCode stands for having no value of a dimension.
const noneCode = "none"

// Nothing is the columns of a table that has only totals.
const Nothing Dimension = -1

// Cross counts the acts that f lets through, archived ones too. Of a dimension
// that f narrows, only what it chooses is a line.
func (c *Catalogue) Cross(f Filter, rows, columns Dimension, m Measure) Cross {
	f.Archived = true
	out := Cross{Measure: m, Notes: c.lensNotes(), Lens: c.lens, Definition: Definition{Key: string(m) + "_by_" + rows.Code(), Rule: c.crossRule(m), Basis: "first_published", Window: f.window()}}
	if rows == Sector || columns == Sector || len(f.Codes[Sector]) > 0 {
		out.Notes = append(out.Notes, c.sectorNotes()...)
	}
	height, width := len(c.values[rows].list)+1, 1 // the last is for none
	if columns != Nothing {
		out.Definition.Key += "_and_" + columns.Code()
		width += len(c.values[columns].list)
	}
	opened := c.read().acts
	total, byRow, byColumn := make(amounts, 1), make(amounts, height), make(amounts, width)
	cells := make(amounts, height*width)
	for _, i := range c.Select(f).matches {
		r := &c.rows[i]
		reads := opened[r.id].total
		total.add(0, r, m, reads)
		for _, y := range r.valuesOf(rows, height-1) {
			byRow.add(y, r, m, reads)
			for _, x := range r.valuesOf(columns, width-1) {
				cells.add(y*width+x, r, m, reads)
			}
		}
		for _, x := range r.valuesOf(columns, width-1) {
			byColumn.add(x, r, m, reads)
		}
	}
	out.Total = total[0].n
	var down, across []int
	out.Rows, down = c.lines(f, rows, byRow)
	out.Columns, across = c.lines(f, columns, byColumn)
	for _, y := range down {
		line := make([]int, len(across))
		for i, x := range across {
			line[i] = cells[y*width+x].n
		}
		out.Cells = append(out.Cells, line)
	}
	return out
}

// lines is the values of a dimension that some act has, and their places.
func (c *Catalogue) lines(f Filter, d Dimension, all amounts) (lines []Line, places []int) {
	for i, a := range all { // of Nothing, nothing is met
		if !a.met {
			continue
		}
		l := Line{Value: c.noneOf(d), Total: a.n, None: true}
		if i < len(all)-1 {
			l = Line{Value: c.values[d].list[i], Total: a.n}
		}
		if len(f.Codes[d]) == 0 || slices.Contains(f.Codes[d], l.Code) {
			lines, places = append(lines, l), append(places, i)
		}
	}
	return lines, places
}

// noneOf is what stands for no value of a dimension.
func (c *Catalogue) noneOf(d Dimension) Value {
	switch d {
	case Sector:
		if len(c.sectorNotes()) > 0 {
			return Value{Code: noneCode, Label: notInList}
		}
		return notTold
	case Campaign:
		return Value{Code: noneCode, Label: i18n.T("Ei kampanjassa", "Inte i någon kampanj", "In no campaign")}
	case Awarded:
		return Value{Code: noneCode, Label: i18n.T("Ei palkittu", "Inte prisbelönt", "Not awarded")}
	default:
		return notTold
	}
}

// valuesOf is the places of the values that r has in a dimension; none is the
// place of having none.
func (r *row) valuesOf(d Dimension, none int) []int {
	if d == Nothing {
		return nil
	}
	var all []int
	if d == Organization {
		for _, o := range r.orgs {
			all = append(all, int(o))
		}
	}
	for m := r.masks[d]; m != 0; m &= m - 1 {
		all = append(all, bits.TrailingZeros64(m))
	}
	if len(all) == 0 {
		return []int{none}
	}
	return all
}

// An amount is what a cell has.
type amount struct {
	met  bool // some act belongs there, even if it adds nothing
	n    int
	orgs map[int32]bool // for organisations, each once
}

type amounts []amount

// add counts an act that has been read so many times.
func (all amounts) add(at int, r *row, m Measure, reads int) {
	a := &all[at]
	a.met = true
	switch m {
	case Acts:
		a.n++
	case AwardedActs:
		if r.masks[Awarded] != 0 {
			a.n++
		}
	case Adoptions:
		a.n += int(r.adopted)
	case Readings:
		a.n += reads
	case Organizations:
		if a.orgs == nil {
			a.orgs = map[int32]bool{}
		}
		for _, o := range r.orgs {
			a.orgs[o] = true
		}
		a.n = len(a.orgs)
	}
}
