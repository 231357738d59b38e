package stats

import (
	"math"
	"slices"
	"time"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/validate"
)

// A Filter narrows the acts. Within a dimension any of the codes will do;
// every dimension that has codes must fit.
type Filter struct {
	Codes    [dimensions][]string // by code or slug
	Places   []string             // codes of municipalities, of which any will do; none: anywhere
	From     time.Time            // first published then or later; zero: whenever
	Until    time.Time            // first published before then; zero: until now
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
	return f.Hits == nil && len(f.Places) == 0 && f.From.IsZero() && f.Until.IsZero() && !f.Archived
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
	from     int64              // microseconds of Unix time
	until    int64
	archived bool
}

func (c *Catalogue) compile(f Filter) compiled {
	out := compiled{archived: f.Archived, from: math.MinInt64, until: math.MaxInt64}
	if !f.From.IsZero() {
		out.from = f.From.UnixMicro()
	}
	if !f.Until.IsZero() {
		out.until = f.Until.UnixMicro()
	}
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
	return (f.archived || !r.archived) && (f.places == nil || f.places[r.place]) && r.published >= f.from && r.published < f.until
}

// fails is the dimensions whose choices r does not fit, a bit for each.
func (f *compiled) fails(r *row) uint32 {
	var fails uint32
	for _, d := range f.narrow {
		if r.mask(d)&f.masks[d] == 0 {
			fails |= 1 << d
		}
	}
	if len(f.orgs) > 0 && !slices.ContainsFunc(r.orgs, func(o int32) bool { return slices.Contains(f.orgs, o) }) {
		fails |= 1 << Organization
	}
	return fails
}

// lets reports whether r fits f in everything.
func (f *compiled) lets(r *row) bool { return f.passes(r) && f.fails(r) == 0 }

// window is the time of f in words, by whole days.
func (f Filter) window() i18n.Text {
	if f.From.IsZero() && f.Until.IsZero() {
		return allTime
	}
	days := func(layout string) string {
		from, last := "", ""
		if !f.From.IsZero() {
			from = f.From.In(i18n.Helsinki()).Format(layout)
		}
		if !f.Until.IsZero() {
			last = f.Until.In(i18n.Helsinki()).AddDate(0, 0, -1).Format(layout)
		}
		return from + "–" + last
	}
	return i18n.T(days("2.1.2006")+", ensimmäisen julkaisupäivän mukaan", days("2.1.2006")+", enligt första publiceringsdag", days("2 January 2006")+", by the day of first publication")
}
