package statspage

import (
	"context"
	"strings"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/web/deck"
	"tekojentori.fi/tori/web/ui"
)

// A coverage is which municipalities take part and which do not yet: on a map
// of tiles, on one of dots, and by name.
type coverage struct {
	Regions        []regionRow
	Tiles          []countyTile // those without a name are sea
	Label          string       // what the dots show
	Taking, Others string       // the dots, as paths
}

type regionRow struct {
	Name, Missing string
	Taking, All   int
}

type countyTile struct {
	Short, Name string
	Taking, All int
}

// level is how strong the colour of a tile is: 0 for none, then a step for each
// quarter of the municipalities.
func (t countyTile) level() int {
	if t.All == 0 {
		return 0
	}
	return (4*t.Taking + t.All - 1) / t.All
}

// coverage is how many municipalities of each region take part.
func (p Pages) coverage(ctx context.Context, c *stats.Catalogue, f stats.Filter) (chart, error) {
	rule, regions := c.Coverage(f)
	taking, dir := c.Taking(f), p.Deck.Organizations.Directory()
	x := chart{ID: "coverage", Title: stats.CoverageTitle(), Counted: municipalitiesT, Coverage: &coverage{}}
	missing := missingIn(ctx, dir, taking)
	here, all := 0, 0
	for _, r := range regions {
		here, all = here+r.Taking, all+r.All
		x.Coverage.Regions = append(x.Coverage.Regions, regionRow{r.Label.In(ctx), missing[r.Slug], r.Taking, r.All})
	}
	x.Says = coverageSays.In(ctx, here, all, ruleOf(ctx, rule))
	x.Coverage.Label = dotsLabel.In(ctx, here, all)
	x.Coverage.draw(ctx, dir, taking)
	return x, nil
}

// ratio is how many of some municipalities take part.
func ratio(ctx context.Context, taking, all int) string {
	return i18n.Number(ctx, taking) + "\u00a0/\u00a0" + i18n.Number(ctx, all) // on one line
}

// missingIn is the municipalities of each region that do not take part, by its
// code, in the order of their names.
func missingIn(ctx context.Context, dir *organization.Directory, taking map[string]bool) map[string]string {
	lists := make(map[string]*strings.Builder, len(dir.Regions()))
	for _, place := range dir.PlacesByName(ctx) {
		if taking[place.Code] {
			continue
		}
		list := lists[place.RegionCode]
		if list == nil {
			list = &strings.Builder{}
			lists[place.RegionCode] = list
		} else {
			list.WriteString(", ")
		}
		list.WriteString(place.Name.In(ctx))
	}
	names := make(map[string]string, len(lists))
	for region, list := range lists {
		names[region] = list.String()
	}
	return names
}

// draw makes the maps.
func (x *coverage) draw(ctx context.Context, dir *organization.Directory, taking map[string]bool) {
	counties := map[string]*countyTile{}
	for _, t := range deck.Grid() {
		county, ok := dir.County(t.Code)
		if ok {
			counties[t.Code] = &countyTile{Short: t.Short.In(ctx), Name: county.Name.In(ctx)}
		}
	}
	const a = 27 // bytes of a dot
	var here, others strings.Builder
	places := dir.Places()
	here.Grow(a * len(taking))
	for i := range places {
		place := &places[i]
		at, ok := counties[place.CountyCode]
		if !ok {
			at = &countyTile{}
		}
		at.All++
		if taking[place.Code] {
			at.Taking++
			ui.LargePoint(&here, place.X, place.Y)
		} else {
			ui.Point(&others, place.X, place.Y)
		}
	}
	x.Taking, x.Others = here.String(), others.String()
	for _, t := range deck.Grid() {
		if at, ok := counties[t.Code]; ok {
			x.Tiles = append(x.Tiles, *at)
		} else {
			x.Tiles = append(x.Tiles, countyTile{})
		}
	}
}

var (
	dotsLabel = i18n.T("Kartta: %d kuntaa %d kunnasta on mukana.", "Karta: %d av %d kommuner är med.", "A map: %d of %d municipalities take part.")
	tilesSay  = i18n.T(
		"Ruutu on hyvinvointialue: mukana olevat kunnat ja kaikki sen kunnat. Mitä vahvempi väri, sitä suurempi osa on mukana.",
		"En ruta är ett välfärdsområde: kommunerna som är med och alla dess kommuner. Ju starkare färg, desto större del är med.",
		"A tile is a wellbeing services county: the municipalities that take part, and all of them. The stronger the colour, the larger the part.")
	dotsSay = i18n.T(
		"Piste on kunta: suuret ovat mukana, pienet eivät vielä. Nimet ovat taulukossa.",
		"En punkt är en kommun: de stora är med, de små inte ännu. Namnen finns i tabellen.",
		"A dot is a municipality: the large ones take part, the small ones not yet. The table has their names.")
	coverageTableT = i18n.T("Kunnat maakunnittain taulukkona", "Kommunerna per landskap som tabell", "The municipalities of each region as a table")
	regionT        = i18n.T("Maakunta, kuntia mukana", "Landskap, kommuner med", "Region, municipalities that take part")
	missingT       = i18n.T("Ei vielä mukana", "Inte med ännu", "Not yet")
)
