package stats

import (
	"fmt"
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
// that f narrows, only what it chooses is a line. What has been counted is kept
// as long as the acts and their readings are the same.
func (c *Catalogue) Cross(f Filter, rows, columns Dimension, m Measure) Cross {
	f.Archived = true
	if f.Hits != nil { // of one search
		return c.cross(f, rows, columns, m)
	}
	key := fmt.Sprintf("%s %d %d %s %d", f.key(), rows, columns, m, c.read().total)
	if kept := c.crosses.of(key); kept != nil {
		return *kept
	}
	x := c.cross(f, rows, columns, m)
	c.crosses.put(key, &x, (len(x.Rows)+1)*(len(x.Columns)+1)*sizeOfCell)
	return x
}

// sizeOfCell is what a number of a table takes, in numbers of four bytes.
const sizeOfCell = 2

func (c *Catalogue) cross(f Filter, rows, columns Dimension, m Measure) Cross {
	key := string(m) + "_by_" + rows.Code()
	if columns != Nothing {
		key += "_and_" + columns.Code()
	}
	out := Cross{Measure: m, Notes: c.lensNotes(), Lens: c.lens, Definition: c.define(key, c.crossRule(m), f)}
	if rows == Sector || columns == Sector || len(f.Codes[Sector]) > 0 {
		out.Notes = append(out.Notes, c.sectorNotes()...)
	}
	g := c.grid(rows, columns, m)
	for _, i := range c.matches(f) {
		g.add(&c.rows[i])
	}
	out.Total = g.n[len(g.n)-1]
	var down, across []int
	out.Rows, down = c.lines(f, rows, g.height-1, func(y int) int { return y*g.width + g.width - 1 }, g)
	if columns != Nothing {
		out.Columns, across = c.lines(f, columns, g.width-1, func(x int) int { return (g.height-1)*g.width + x }, g)
	}
	for _, y := range down {
		line := make([]int, len(across))
		for i, x := range across {
			line[i] = g.n[y*g.width+x]
		}
		out.Cells = append(out.Cells, line)
	}
	return out
}

// lines is the n values of a dimension that some act has, the last being none,
// and their places. At is where the total of one stands.
func (c *Catalogue) lines(f Filter, d Dimension, n int, at func(int) int, g *grid) (lines []Line, places []int) {
	for i := range n {
		if !g.met[at(i)] {
			continue
		}
		l := Line{Value: c.noneOf(d), Total: g.n[at(i)], None: true}
		if i < n-1 {
			l.Value, l.None = c.values[d].list[i], false
		}
		if len(f.Codes[d]) == 0 || slices.Contains(f.Codes[d], l.Code) {
			lines, places = append(lines, l), append(places, i)
		}
	}
	if d == Organization { // they have no order that readers know
		return byTotal(lines, places)
	}
	return lines, places
}

// byTotal is the lines with the most first, and none of them last.
func byTotal(lines []Line, places []int) ([]Line, []int) {
	order := make([]int, len(lines))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if lines[a].None != lines[b].None {
			return places[a] - places[b]
		}
		return lines[b].Total - lines[a].Total
	})
	sorted, at := make([]Line, len(lines)), make([]int, len(lines))
	for i, from := range order {
		sorted[i], at[i] = lines[from], places[from]
	}
	return sorted, at
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
