package ui

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Bar is one row of a chart.
type Bar struct {
	Label string
	Lang  string // of the label; "": that of the page
	URL   string
	Color string // data-color; "": that of the page
	Count int
}

// Dot is a place on the DotMap, on a view of 1000 × 1757.
type Dot struct {
	X, Y  int
	Label string // with its count in words
	URL   string
	Count int
}

func largest(bars []Bar) int {
	n := 1
	for _, b := range bars {
		n = max(n, b.Count)
	}
	return n
}

// width is the length of a bar, in thousandths of the chart.
func width(b Bar, most int) string { return strconv.Itoa(1000 * b.Count / most) }

// fall is how far below the top a column begins, in thousandths of the chart.
func fall(b Bar, most int) string { return strconv.Itoa(1000 - 1000*b.Count/most) }

// radius grows with the root of the count, so that areas compare.
func (d Dot) radius() string {
	return strconv.FormatFloat(min(9+5.5*math.Sqrt(float64(d.Count)), 64), 'f', 1, 64)
}

// Ground is Finland drawn by where its municipalities are, for maps that draw
// their own dots.
func Ground(dots []Dot) string { return ground(dots) }

// ground is every place as a point of one line: Finland drawn by where its
// municipalities are.
func ground(dots []Dot) string {
	const a = 12 // bytes of a point
	var path strings.Builder
	path.Grow(a * len(dots))
	for _, d := range dots {
		Point(&path, d.X, d.Y)
	}
	return path.String()
}

// Point adds a point to the path of a ground.
func Point(path *strings.Builder, x, y int) {
	move(path, x, y)
	path.WriteString("h0")
}

// LargePoint adds a dot to a path that is filled: a circle that begins at its
// top and ends a hair beside it.
func LargePoint(path *strings.Builder, x, y int) {
	move(path, x, y-14)
	path.WriteString("a14 14 0 1 1-.1 0z")
}

// move is where a part of a path begins.
func move(path *strings.Builder, x, y int) {
	var digits [24]byte
	path.WriteByte('M')
	path.Write(strconv.AppendInt(digits[:0], int64(x), 10))
	path.WriteByte(' ')
	path.Write(strconv.AppendInt(digits[:0], int64(y), 10))
}

// busy is the places with acts, the largest first, so that a small dot is
// drawn upon a large one.
func busy(dots []Dot) []Dot {
	some := slices.DeleteFunc(slices.Clone(dots), func(d Dot) bool { return d.Count == 0 })
	slices.SortStableFunc(some, func(a, b Dot) int { return cmp.Compare(b.Count, a.Count) })
	return some
}
