package organization

import "slices"

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
