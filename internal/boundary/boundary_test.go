package boundary_test

import (
	"math"
	"os"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/boundary"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/organization/referencetest"
)

// Two neighbours that share a line, drawn by hand: Tampere (837) west of
// Kangasala (211), and a layer of something else.
const topology = `{"type":"Topology","transform":{"scale":[1000,1000],"translate":[320000,6800000]},
	"arcs":[[[10,0],[0,20]],[[10,20],[-10,0],[0,-20],[10,0]],[[10,0],[20,0],[0,20],[-20,0]]],
	"objects":{
		"kunta":{"type":"GeometryCollection","geometries":[
			{"type":"Polygon","id":"837","arcs":[[0,1]]},
			{"type":"MultiPolygon","id":"211","arcs":[[[2,-1]]]}]},
		"hva":{"type":"GeometryCollection","geometries":[{"type":"Polygon","id":"05","arcs":[[0,1]]}]}}}`

// The same Tampere as GeoJSON, its code a number among other properties.
const plain = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"nimi":"Tampere","KUNTANRO":837},"geometry":
	{"type":"Polygon","coordinates":[[[330000,6800000],[330000,6820000],[320000,6820000],[320000,6800000],[330000,6800000]]]}}]}`

// About Helsinki, whose centre point is at 464, 1707 of the view.
const degrees = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"kunta":"091"},"geometry":
	{"type":"MultiPolygon","coordinates":[[[[24.9,60.15],[25.2,60.15],[25.2,60.3],[24.9,60.3],[24.9,60.15]]]]}}]}`

func service(t *testing.T) *boundary.Service {
	t.Helper()
	db := referencetest.New(t)
	orgs := organization.New(db)
	if err := orgs.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	return boundary.New(db, orgs)
}

func (imported imports) of(t *testing.T, s *boundary.Service) map[string]string {
	t.Helper()
	if _, err := s.Import(t.Context(), strings.NewReader(string(imported))); err != nil {
		t.Fatal(err)
	}
	if err := s.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	return s.Outlines().Paths
}

type imports string

func TestImport(t *testing.T) {
	t.Parallel()
	s := service(t)
	shapes := imports(topology).of(t, s)
	if len(shapes) != 2 || shapes["837"] != "M378 1508l0-31-16 0 0 31z" {
		t.Errorf("TopoJSON gives %v, want Tampere and Kangasala", shapes)
	}
	if got := imports(plain).of(t, s); len(got) != 1 || got["837"] != shapes["837"] {
		t.Errorf("GeoJSON gives %v, want the same Tampere", got)
	}
	if got := imports(degrees).of(t, s); !strings.HasPrefix(got["091"], "M460 1709") {
		t.Errorf("degrees give %v, want Helsinki where its centre point is", got)
	}
}

func TestImportSaysWhatIsWrong(t *testing.T) {
	t.Parallel()
	s := service(t)
	for _, file := range []string{
		"", "x", "{}", `{"type":"Topology"}`, `{"type":"FeatureCollection"}`, `{"type":"FeatureCollection","features":[{"id":"837"}]}`,
		`{"type":"FeatureCollection","features":[{"id":"837","geometry":{"type":"Polygon","coordinates":[[[1]]]}}]}`,
		`{"type":"Topology","arcs":[],"objects":{"a":{"geometries":[{"type":"Polygon","id":"837","arcs":[[7]]}]}}}`,
	} {
		if n, err := s.Import(t.Context(), strings.NewReader(file)); err == nil {
			t.Errorf("%s: %d municipalities and no error", file, n)
		}
	}
}

// TestRealFile tries a file of the operator's, when TORI_MAP names one.
func TestRealFile(t *testing.T) {
	t.Parallel()
	name := os.Getenv("TORI_MAP")
	if name == "" {
		t.Skip("skipped: TORI_MAP names no file")
	}
	body, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	shapes := imports(body).of(t, service(t))
	size := 0
	for _, d := range shapes {
		size += len(d)
	}
	t.Logf("%d municipalities in %d bytes", len(shapes), size)
	if math.Abs(float64(len(shapes)-308)) > 1 {
		t.Errorf("%d municipalities, want 308", len(shapes))
	}
}
