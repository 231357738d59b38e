package stats

import (
	"slices"

	"tekojentori.fi/tori/internal/validate"
)

// A Filter narrows the acts. Within a dimension any of the codes will do;
// every dimension that has codes must fit.
type Filter struct {
	Codes    [dimensions][]string // by code or slug
	Places   []string             // codes of municipalities, of which any will do; none: anywhere
	Archived bool                 // archived acts count too
	Hits     []int64              // acts that a search found, the best first; nil: no search
}

// With is f with one more code.
func (f Filter) With(d Dimension, code string) Filter {
	f.Codes[d] = append(slices.Clone(f.Codes[d]), code)
	return f
}

// Without is f without one code; without the whole dimension when code is "".
func (f Filter) Without(d Dimension, code string) Filter {
	f.Codes[d] = slices.DeleteFunc(slices.Clone(f.Codes[d]), func(c string) bool { return code == "" || c == code })
	return f
}

// Empty reports whether f lets every listed act through.
func (f Filter) Empty() bool {
	for _, codes := range f.Codes {
		if len(codes) > 0 {
			return false
		}
	}
	return f.Hits == nil && len(f.Places) == 0 && !f.Archived
}

// Clean is f with each code in its canonical form, once and in order, so that
// one choice has one address. It fails with validate.Problems that name the
// dimension of a code that is not known.
func (c *Catalogue) Clean(f Filter) (Filter, error) {
	var p validate.Problems
	for d, codes := range f.Codes {
		var clean []string
		for _, code := range codes {
			v, ok := c.Value(Dimension(d), code)
			if !ok {
				p.Add(Dimension(d).Code(), validate.Unknown, 0)
				continue
			}
			clean = append(clean, v.Code)
		}
		slices.Sort(clean)
		f.Codes[d] = slices.Compact(clean)
	}
	return f, p.Err()
}

// compiled is a Filter in the numbers of one catalogue.
type compiled struct {
	masks    [dimensions]uint64 // 0: any
	narrow   []Dimension        // those whose mask is not 0
	orgs     []int32            // none: any
	places   map[string]bool    // nil: any
	archived bool
}

func (c *Catalogue) compile(f Filter) compiled {
	out := compiled{archived: f.Archived}
	if len(f.Places) > 0 {
		out.places = make(map[string]bool, len(f.Places))
		for _, code := range f.Places {
			out.places[code] = true
		}
	}
	for d, codes := range f.Codes {
		for _, code := range codes {
			n, ok := c.values[d].index[code]
			switch {
			case Dimension(d) == Organization && ok:
				out.orgs = append(out.orgs, int32(n))
			case Dimension(d) == Organization:
				out.orgs = append(out.orgs, -1) // nobody: an unknown choice finds nothing
			case ok:
				out.masks[d] |= 1 << n
			default:
				out.masks[d] |= 1 << 63
			}
		}
		if out.masks[d] != 0 {
			out.narrow = append(out.narrow, Dimension(d))
		}
	}
	return out
}

// passes reports whether f considers the act at all, whatever the choices.
func (f *compiled) passes(r *row) bool {
	return (f.archived || !r.archived) && (f.places == nil || f.places[r.place])
}

// fails is the dimensions whose choices r does not fit, a bit for each.
func (f *compiled) fails(r *row) uint32 {
	var fails uint32
	for _, d := range f.narrow {
		if r.masks[d]&f.masks[d] == 0 {
			fails |= 1 << d
		}
	}
	if len(f.orgs) > 0 && !slices.ContainsFunc(r.orgs, func(o int32) bool { return slices.Contains(f.orgs, o) }) {
		fails |= 1 << Organization
	}
	return fails
}
