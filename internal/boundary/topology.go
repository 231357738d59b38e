package boundary

import (
	"encoding/json"
	"errors"
	"slices"
)

// arcs is the lines that the areas of a TopoJSON file share.
type arcs [][]point

// arcs decodes the lines: where the file has a transform, each position is the
// difference from the one before.
func (d document) arcs() (arcs, error) {
	var lines [][][]float64
	if err := json.Unmarshal(d.Arcs, &lines); err != nil {
		return nil, err
	}
	out := make(arcs, len(lines))
	for i, line := range lines {
		var at point
		for _, c := range line {
			if len(c) < 2 {
				return nil, errors.New("a position without two coordinates")
			}
			p := point{c[0], c[1]}
			if t := d.Transform; t != nil {
				at = point{at[0] + c[0], at[1] + c[1]}
				p = point{at[0]*t.Scale[0] + t.Translate[0], at[1]*t.Scale[1] + t.Translate[1]}
			}
			out[i] = append(out[i], p)
		}
	}
	return out, nil
}

// rings is the rings of a geometry, put together from lines.
func (a arcs) rings(g geometry) ([][]point, error) {
	var polygons [][][]int
	switch g.Type {
	case "Polygon":
		polygons = make([][][]int, 1)
		if err := json.Unmarshal(g.Arcs, &polygons[0]); err != nil {
			return nil, err
		}
	case "MultiPolygon":
		if err := json.Unmarshal(g.Arcs, &polygons); err != nil {
			return nil, err
		}
	}
	var rings [][]point
	for _, polygon := range polygons {
		for _, numbers := range polygon {
			ring, err := a.ring(numbers)
			if err != nil {
				return nil, err
			}
			rings = append(rings, ring)
		}
	}
	return rings, nil
}

// ring joins lines. A negative number is the line ~n, backwards.
func (a arcs) ring(numbers []int) ([]point, error) {
	var ring []point
	for _, n := range numbers {
		backwards := n < 0
		if backwards {
			n = ^n
		}
		if n >= len(a) {
			return nil, errors.New("an arc that is not there")
		}
		line := slices.Clone(a[n])
		if backwards {
			slices.Reverse(line)
		}
		if len(ring) > 0 && len(line) > 0 {
			line = line[1:] // where the one before ended
		}
		ring = append(ring, line...)
	}
	return ring, nil
}
