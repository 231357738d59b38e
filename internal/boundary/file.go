package boundary

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// maxFile is the largest file that is read, in bytes.
const maxFile = 256 << 20

// A point is a place in the coordinates of the file: east and north.
type point [2]float64

// An area is one thing of a file with what may be its code.
type area struct {
	names map[string]string // by the property, "" for the id
	rings [][]point
}

// A geometry is one of GeoJSON, or one of TopoJSON with arcs instead of
// coordinates.
type geometry struct {
	Type        string          `json:"type"`
	ID          any             `json:"id"`
	Properties  map[string]any  `json:"properties"`
	Coordinates json.RawMessage `json:"coordinates"`
	Arcs        json.RawMessage `json:"arcs"`
	Geometries  []geometry      `json:"geometries"`
	Geometry    *geometry       `json:"geometry"`
}

type document struct {
	geometry
	Features  []geometry          `json:"features"`
	Objects   map[string]geometry `json:"objects"`
	Transform *struct {
		Scale     point `json:"scale"`
		Translate point `json:"translate"`
	} `json:"transform"`
}

// read is the layers of a file: one of GeoJSON, any number of TopoJSON.
func read(file io.Reader) ([][]area, error) {
	body, err := io.ReadAll(io.LimitReader(file, maxFile+1))
	if err != nil {
		return nil, err
	}
	if len(body) > maxFile {
		return nil, fmt.Errorf("the file is larger than %d MB", maxFile>>20)
	}
	var d document
	if err := json.Unmarshal(body, &d); err != nil {
		return nil, fmt.Errorf("neither GeoJSON nor TopoJSON: %w", err)
	}
	switch d.Type {
	case "FeatureCollection":
		layer, err := areas(d.Features, plainRings)
		return [][]area{layer}, err
	case "Topology":
		return d.topology()
	}
	return nil, fmt.Errorf("type %q: want a FeatureCollection of GeoJSON or a Topology of TopoJSON", d.Type)
}

func (d document) topology() ([][]area, error) {
	arcs, err := d.arcs()
	if err != nil {
		return nil, err
	}
	var layers [][]area
	for name, object := range d.Objects {
		layer, err := areas(object.Geometries, arcs.rings)
		if err != nil {
			return nil, fmt.Errorf("object %s: %w", name, err)
		}
		layers = append(layers, layer)
	}
	return layers, nil
}

// areas is the polygons of a layer; other geometries are no areas.
func areas(list []geometry, rings func(geometry) ([][]point, error)) ([]area, error) {
	var out []area
	for i, g := range list {
		a := area{names: map[string]string{}}
		if g.ID != nil {
			a.names[""] = fmt.Sprint(g.ID)
		}
		for key, value := range g.Properties {
			switch value.(type) {
			case string, float64:
				a.names[key] = fmt.Sprint(value)
			}
		}
		shape := g
		if g.Geometry != nil {
			shape = *g.Geometry
		}
		var err error
		if a.rings, err = rings(shape); err != nil {
			return nil, fmt.Errorf("area %d: %w", i+1, err)
		}
		out = append(out, a)
	}
	return out, nil
}

// plainRings is the rings of a geometry of GeoJSON.
func plainRings(g geometry) ([][]point, error) {
	var polygons [][][][]float64
	switch g.Type {
	case "Polygon":
		polygons = make([][][][]float64, 1)
		if err := json.Unmarshal(g.Coordinates, &polygons[0]); err != nil {
			return nil, err
		}
	case "MultiPolygon":
		if err := json.Unmarshal(g.Coordinates, &polygons); err != nil {
			return nil, err
		}
	}
	var rings [][]point
	for _, polygon := range polygons {
		for _, line := range polygon {
			var ring []point
			for _, c := range line {
				if len(c) < 2 {
					return nil, errors.New("a position without two coordinates")
				}
				ring = append(ring, point{c[0], c[1]})
			}
			rings = append(rings, ring)
		}
	}
	return rings, nil
}
