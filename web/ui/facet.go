package ui

import "tekojentori.fi/tori/internal/i18n"

// Facet is one dimension that a list can be narrowed by.
type Facet struct {
	Param  string // of the address
	Title  i18n.Text
	Values []FacetValue
	Open   bool   // unfolded even when nothing is chosen
	Whole  bool   // the reader has asked for all choices
	All    int    // how many choices there are
	AllURL string // where all choices are; "" when Values is all of them
}

// FacetValue is one choice of a Facet.
type FacetValue struct {
	Code, Label string
	Count       int
	Chosen      bool
}

// shownValues is how many choices of a facet are shown at once.
const shownValues = 8

// first is the choices that are shown at once: the chosen ones are among them.
func (f Facet) first() []FacetValue { return f.Values[:f.split()] }

func (f Facet) rest() []FacetValue { return f.Values[f.split():] }

func (f Facet) split() int {
	if f.AllURL != "" {
		return len(f.Values)
	}
	n := min(shownValues, len(f.Values))
	for i, v := range f.Values {
		if v.Chosen && i >= n {
			n = i + 1
		}
	}
	if n+2 >= len(f.Values) { // nobody wants to open a list for two more
		n = len(f.Values)
	}
	return n
}

func (f Facet) chosen() int {
	n := 0
	for _, v := range f.Values {
		if v.Chosen {
			n++
		}
	}
	return n
}
