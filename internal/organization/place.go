package organization

import (
	"fmt"
	"slices"

	"tekojentori.fi/tori/internal/fault"
)

// Counties is the wellbeing services counties, Helsinki and Åland, by code.
func (d *Directory) Counties() []County { return d.counties }

// County is the one with the code.
func (d *Directory) County(code string) (County, bool) {
	i := slices.IndexFunc(d.counties, func(c County) bool { return c.Code == code })
	if i < 0 {
		return County{}, false
	}
	return d.counties[i], true
}

// Today is the municipality that the one with the code is part of now: itself
// unless it was dissolved.
func (d *Directory) Today(code string) (Place, bool) {
	p, ok := d.place[code]
	for range len(d.place) { // nobody follows a circle for ever
		if !ok || !p.Dissolved || p.Successor == "" {
			break
		}
		p, ok = d.place[p.Successor]
	}
	return p, ok
}

// CodesOf is the codes of the municipality and of those that became part of
// it: what an act may say of where it was done.
func (d *Directory) CodesOf(place string) []string {
	return d.codes(func(today Place) bool { return today.Code == place })
}

// CodesIn is the codes of the municipalities of a county, dissolved ones too.
func (d *Directory) CodesIn(county string) []string {
	return d.codes(func(today Place) bool { return today.CountyCode == county })
}

func (d *Directory) codes(belongs func(today Place) bool) []string {
	var codes []string
	for code := range d.place {
		if today, ok := d.Today(code); ok && belongs(today) {
			codes = append(codes, code)
		}
	}
	slices.Sort(codes)
	return codes
}

// Within is the codes that acts may have of some municipalities and counties,
// dissolved ones too; none when there are none to ask for, and fault.NotFound
// for one that is not known.
func (d *Directory) Within(places, counties []string) ([]string, error) {
	var codes []string
	for _, code := range places {
		today, ok := d.Today(code)
		if !ok {
			return nil, fmt.Errorf("municipality %q: %w", code, fault.NotFound)
		}
		codes = append(codes, d.CodesOf(today.Code)...)
	}
	for _, code := range counties {
		if _, ok := d.County(code); !ok {
			return nil, fmt.Errorf("county %q: %w", code, fault.NotFound)
		}
		codes = append(codes, d.CodesIn(code)...)
	}
	return codes, nil
}
