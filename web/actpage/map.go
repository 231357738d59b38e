package actpage

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/web/deck"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/ui"
)

const mapPath = "/kartta"

// mapView is what the map shows.
type mapView struct {
	Query    Query
	Total    int // of the list with the same choices
	Unplaced int // of them, whose place is not known
	Dots     []dot
	Ground   string // every municipality as a point
	Tiles    []tile // a grid of tileColumns; those without a code are sea
	Facets   []ui.Facet
	Chips    []ui.Chip
	Outlines string // address of the file with the boundaries; "": there are none
}

// A spot is acts somewhere, with the list of them.
type spot struct {
	Code, Name, URL string
	Count           int
	Chosen          bool
}

// A dot is the acts of a municipality, on a view of 1000 × 1757.
type dot struct {
	spot
	X, Y int
}

// A tile is the acts of a county.
type tile struct {
	spot
	Short string
	Level int // 0: none, to 4: the most
}

// mapFacets is what the map can be narrowed by. Where is what it shows.
var mapFacets = []stats.Dimension{stats.Sector, stats.Theme, stats.Year, stats.OrganizationType}

// Map is where the acts are that the address asks for. Its numbers follow every
// choice but that of a place, so each is the total of the list that it leads to.
func (p Pages) Map(w http.ResponseWriter, r *http.Request) error {
	n, err := p.narrow(r)
	if err != nil {
		return err
	}
	ctx := r.Context()
	f := n.Query.Filter
	f.Hits = n.Found.Hits
	everywhere := n.Catalogue.Select(f)
	v := mapView{Query: n.Query, Total: everywhere.Total()}
	counts := p.today(everywhere.Places())
	v.Unplaced = counts[""]
	p.dots(ctx, &v, counts)
	p.tiles(ctx, &v, counts)
	for _, d := range mapFacets {
		v.Facets = append(v.Facets, facet(ctx, everywhere, d))
	}
	v.Chips = p.chipsOn(ctx, n, mapPath)
	if o := p.Boundaries.Outlines(); len(o.Paths) > 0 {
		v.Outlines = mapPath + "/rajat.svg?v=" + o.Hash
	}
	return page.Render(w, r, http.StatusOK, actMap(v))
}

// today counts acts of dissolved municipalities where they belong now.
func (p Pages) today(counts map[string]int) map[string]int {
	dir, now := p.Organizations.Directory(), map[string]int{}
	for code, n := range counts {
		today, _ := dir.Today(code)
		now[today.Code] += n
	}
	return now
}

func (p Pages) dots(ctx context.Context, v *mapView, counts map[string]int) {
	var all []ui.Dot
	for _, place := range p.Organizations.Directory().Places() {
		if place.X == 0 && place.Y == 0 {
			continue
		}
		all = append(all, ui.Dot{X: place.X, Y: place.Y})
		if n := counts[place.Code]; n > 0 {
			v.Dots = append(v.Dots, dot{spotOf(ctx, v.Query, place, n), place.X, place.Y})
		}
	}
	v.Ground = ui.Ground(all)
	i18n.Sort(ctx, v.Dots, func(d dot) string { return d.Name })
	slices.SortStableFunc(v.Dots, func(a, b dot) int { return cmp.Compare(b.Count, a.Count) })
}

func spotOf(ctx context.Context, q Query, place organization.Place, n int) spot {
	return spot{
		Code: place.Code, Name: place.Name.In(ctx), Count: n, Chosen: slices.Contains(q.Places, place.Code),
		URL: i18n.Path(ctx, q.inPlace(place.Code).URL()),
	}
}

func (p Pages) tiles(ctx context.Context, v *mapView, counts map[string]int) {
	dir, byCounty, most := p.Organizations.Directory(), map[string]int{}, 0
	for _, place := range dir.Places() {
		byCounty[place.CountyCode] += counts[place.Code]
		most = max(most, byCounty[place.CountyCode])
	}
	for _, t := range deck.Grid() {
		county, ok := dir.County(t.Code)
		if !ok {
			v.Tiles = append(v.Tiles, tile{})
			continue
		}
		n := byCounty[t.Code]
		v.Tiles = append(v.Tiles, tile{Short: t.Short.In(ctx), Level: level(n, most), spot: spot{
			Code: t.Code, Name: county.Name.In(ctx), Count: n, Chosen: slices.Contains(v.Query.Counties, t.Code),
			URL: i18n.Path(ctx, v.Query.inCounty(t.Code).URL()),
		}})
	}
}

// level is how strong the colour of a county is: 0 for none, then four steps of
// the root of the count, since few counties have many acts.
func level(n, most int) int {
	if n == 0 {
		return 0
	}
	return max(1, int(math.Ceil(4*math.Sqrt(float64(n)/float64(most)))))
}

// counties is the tiles that are counties, the most acts first.
func (v mapView) counties() []tile {
	list := slices.DeleteFunc(slices.Clone(v.Tiles), func(t tile) bool { return t.Code == "" })
	slices.SortStableFunc(list, func(a, b tile) int { return cmp.Compare(b.Count, a.Count) })
	return list
}

// radius grows with the root of the count, so that areas compare.
func (d dot) radius() string { return strconv.FormatFloat(d.size(), 'f', 1, 64) }

func (d dot) size() float64 { return min(9+5.5*math.Sqrt(float64(d.Count)), 64) }

// facet is one dimension to choose from.
func facet(ctx context.Context, s *stats.Selection, d stats.Dimension) ui.Facet {
	f := ui.Facet{Param: params[d], Title: titles[d], Open: d == stats.Sector || d == stats.Theme}
	for _, n := range s.Facet(d) {
		f.Values = append(f.Values, ui.FacetValue{Code: n.Code, Label: n.Label.In(ctx), Count: n.Count, Chosen: n.Chosen})
	}
	return f
}

// How many municipalities the map names and links, and how many rows their
// table has: with all 309 the page would be three times as heavy.
const (
	maxDots = 110
	maxRows = 60
)

// linked is the dots that are links: those with the most acts. When all
// municipalities are listed, the list has the links.
func (v mapView) linked() []dot {
	if v.whole() {
		return nil
	}
	return v.Dots[:min(len(v.Dots), maxDots)]
}

// rest is the other dots as one path.
func (v mapView) rest() string {
	var b strings.Builder
	for _, d := range v.Dots[len(v.linked()):] {
		r := d.radius()
		fmt.Fprintf(&b, "M%d %dm-%s 0a%[3]s %[3]s 0 1 0 %.1[4]f 0a%[3]s %[3]s 0 1 0-%.1[4]f 0", d.X, d.Y, r, 2*d.size())
	}
	return b.String()
}

// rows is the rows of the table of municipalities.
func (v mapView) rows() []dot { return v.Dots[:min(len(v.Dots), maxRows)] }

// whole reports whether all municipalities are listed by name.
func (v mapView) whole() bool { return v.Query.Whole == placeParam && len(v.Dots) > maxRows }

// byName is every municipality with acts, in the order of the alphabet.
func (v mapView) byName(ctx context.Context) []dot {
	list := slices.Clone(v.Dots)
	i18n.Sort(ctx, list, func(d dot) string { return d.Name })
	return list
}

// mapFields is what the form of the map must carry: every choice that it has
// no field for.
func (v mapView) fields() []field {
	var out []field
	for _, f := range append(v.Query.fields(true), v.Query.fields(false)...) {
		shown := slices.ContainsFunc(mapFacets, func(d stats.Dimension) bool { return params[d] == f.Name })
		if !shown && !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	return out
}
