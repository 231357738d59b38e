package boundary

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// The view that the centre points of the municipalities are on: metres of
// EPSG:3067 to 1000 × 1757.
const (
	west  = 85315.0
	north = 7776431.0
	scale = 0.00154418
)

// pathsOf is the outline of each municipality: of the layer and the property
// that know the most of them.
func pathsOf(layers [][]area, today func(code string) (string, bool)) map[string]string {
	var best map[string][][]point
	for _, layer := range layers {
		for _, key := range keys(layer) {
			if found := municipalities(layer, key, today); len(found) > len(best) {
				best = found
			}
		}
	}
	paths := map[string]string{}
	for code, rings := range best {
		if d := path(rings); d != "" {
			paths[code] = d
		}
	}
	return paths
}

// keys is the properties of a layer, in order.
func keys(layer []area) []string {
	seen := map[string]bool{}
	var list []string
	for _, a := range layer {
		for key := range a.names {
			if !seen[key] {
				seen[key] = true
				list = append(list, key)
			}
		}
	}
	slices.Sort(list)
	return list
}

func municipalities(layer []area, key string, today func(string) (string, bool)) map[string][][]point {
	found := map[string][][]point{}
	for _, a := range layer {
		name := a.names[key]
		if name == "" || len(name) > 3 {
			continue
		}
		if code, ok := today(strings.Repeat("0", 3-len(name)) + name); ok {
			found[code] = append(found[code], a.rings...)
		}
	}
	return found
}

// path draws rings on the view. Points go to the nearest whole number: two
// neighbours round a common border alike, so no gap opens between them.
func path(rings [][]point) string {
	var b strings.Builder
	largest := ""
	most := 0.0
	for _, ring := range rings {
		cells := simplify(ring)
		if len(cells) < 3 {
			continue
		}
		d, size := draw(cells), math.Abs(size(cells))
		if size > most {
			largest, most = d, size
		}
		if size >= smallest {
			b.WriteString(d)
		}
	}
	if b.Len() == 0 {
		return largest
	}
	return b.String()
}

// smallest is the area of an island that is worth drawing, on the view.
const smallest = 3

type cell [2]int

// simplify puts a ring on the view and leaves out what does not change it.
func simplify(ring []point) []cell {
	var cells []cell
	for _, p := range ring {
		e, n := p[0], p[1]
		if math.Abs(e) <= 180 && math.Abs(n) <= 90 {
			e, n = tm35fin(e, n)
		}
		c := cell{int(math.Round((e - west) * scale)), int(math.Round((north - n) * scale))}
		if len(cells) > 0 && cells[len(cells)-1] == c {
			continue
		}
		if k := len(cells); k > 1 && between(cells[k-2], cells[k-1], c) {
			cells = cells[:k-1]
		}
		cells = append(cells, c)
	}
	if k := len(cells); k > 1 && cells[0] == cells[k-1] {
		cells = cells[:k-1]
	}
	return cells
}

// between reports whether b lies on the straight way from a to c.
func between(a, b, c cell) bool {
	x1, y1, x2, y2 := b[0]-a[0], b[1]-a[1], c[0]-b[0], c[1]-b[1]
	return x1*y2 == y1*x2 && x1*x2+y1*y2 > 0
}

func size(cells []cell) float64 {
	sum, last := 0, cells[len(cells)-1]
	for _, c := range cells {
		sum += last[0]*c[1] - c[0]*last[1]
		last = c
	}
	return float64(sum) / 2
}

func draw(cells []cell) string {
	var b strings.Builder
	fmt.Fprintf(&b, "M%d %dl", cells[0][0], cells[0][1])
	for i := 1; i < len(cells); i++ {
		dx, dy := cells[i][0]-cells[i-1][0], cells[i][1]-cells[i-1][1]
		if i > 1 && dx >= 0 {
			b.WriteByte(' ')
		}
		fmt.Fprintf(&b, "%d", dx)
		if dy >= 0 {
			b.WriteByte(' ')
		}
		fmt.Fprintf(&b, "%d", dy)
	}
	b.WriteByte('z')
	return b.String()
}
