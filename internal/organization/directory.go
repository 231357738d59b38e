package organization

import (
	"context"
	"slices"
	"strings"
	"sync"

	"tekojentori.fi/tori/internal/i18n"
)

// A Directory is every organisation, municipality and region as of one
// moment. It does not change.
type Directory struct {
	all     []Organization // by Finnish name
	byID    map[ID]Organization
	bySlug  map[string]ID
	byName  map[string]ID // folded
	regions []Region
	region  map[string]Region
	places  []Place
	place   map[string]Place

	counties []County

	mu     sync.Mutex
	byLang map[i18n.Lang][]Place // places by their names, once somebody has asked
}

// All is every organisation, in the order of their Finnish names.
func (d *Directory) All() []Organization { return d.all }

// Active is the organisations that still exist.
func (d *Directory) Active() []Organization {
	var some []Organization
	for _, o := range d.all {
		if o.ValidTo.IsZero() {
			some = append(some, o)
		}
	}
	return some
}

// Get is the organisation with the id; the zero Organization if there is none.
func (d *Directory) Get(id ID) Organization { return d.byID[id] }

// Name is what the organisation is called in the language of ctx.
func (d *Directory) Name(ctx context.Context, id ID) string { return d.byID[id].Name.In(ctx) }

// BySlug is the organisation at an address.
func (d *Directory) BySlug(slug string) (Organization, bool) {
	id, ok := d.bySlug[slug]
	return d.byID[id], ok
}

// Find is the organisation that is called name, in any language or for short.
func (d *Directory) Find(name string) (Organization, bool) {
	id, ok := d.byName[Fold(name)]
	return d.byID[id], ok
}

// Regions is every region, from south to north as they are numbered.
func (d *Directory) Regions() []Region { return d.regions }

// Region is the region with the code; the zero Region if there is none.
func (d *Directory) Region(code string) Region { return d.region[code] }

// RegionBySlug is the region at an address.
func (d *Directory) RegionBySlug(slug string) (Region, bool) {
	for _, r := range d.regions {
		if r.Slug == slug || r.Code == slug {
			return r, true
		}
	}
	return Region{}, false
}

// Places is every municipality of today, by code.
func (d *Directory) Places() []Place { return d.places }

// PlacesByName is every municipality of today in the order of their names in
// the language of ctx.
func (d *Directory) PlacesByName(ctx context.Context) []Place {
	d.mu.Lock()
	defer d.mu.Unlock()
	l := i18n.From(ctx)
	if d.byLang[l] == nil {
		if d.byLang == nil {
			d.byLang = map[i18n.Lang][]Place{}
		}
		d.byLang[l] = slices.Clone(d.places)
		i18n.Sort(ctx, d.byLang[l], func(p Place) string { return p.Name.In(ctx) })
	}
	return d.byLang[l]
}

// Place is the municipality with the code, of today or dissolved.
func (d *Directory) Place(code string) (Place, bool) {
	p, ok := d.place[code]
	return p, ok
}

// FindPlace is the municipality of today with a name in any language.
func (d *Directory) FindPlace(name string) (Place, bool) {
	name = Fold(name)
	for _, p := range d.places {
		for _, l := range i18n.Langs() {
			if Fold(p.Name.To(l)) == name {
				return p, true
			}
		}
	}
	return Place{}, false
}

// Knows reports whether somebody is called name. An empty name is nobody's,
// and asks for nothing new.
func (d *Directory) Knows(name string) bool {
	name = strings.Join(strings.Fields(name), " ")
	_, ok := d.byName[Fold(name)]
	return ok || name == ""
}
