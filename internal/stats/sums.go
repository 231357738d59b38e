package stats

import (
	"math/bits"
	"sort"
)

// sums is acts counted in every way that the statistics need, in one line of
// numbers: what a period has is the difference of two lines.
type sums struct {
	*layout
	line []int32
}

// A layout says where each number stands in a line.
type layout struct {
	values [dimensions]int // of a dimension, from here on
	none   int             // without a value, by dimension
	month  int             // of first publication, from that of firstYear on
	wait   int             // of so many days
	reach  int             // in use at so many organisations, by the steps of reaches
	acts, awarded,
	adopted, adoptions int
	size int
}

const (
	maxMonths = 64 * 12
	maxWait   = 2 * 365 // longer ones are told apart only by walking the acts
)

func (c *Catalogue) layout() *layout {
	l := &layout{}
	take := func(n int) int {
		l.size += n
		return l.size - n
	}
	for d := range dimensions {
		l.values[d] = take(len(c.values[d].list))
	}
	l.none, l.month, l.wait = take(int(dimensions)), take(maxMonths), take(maxWait+2)
	l.reach = take(len(reaches))
	l.acts, l.awarded, l.adopted, l.adoptions = take(1), take(1), take(1), take(1)
	return l
}

// of is the counts of a dimension's values: the primary sector or theme, every
// organisation, else the one that an act has.
func (s sums) of(d Dimension) []int32 {
	end := s.none
	if d+1 < dimensions {
		end = s.values[d+1]
	}
	return s.line[s.values[d]:end]
}

// add counts an act.
func (s sums) add(r *row) {
	s.line[s.acts]++
	for d := range dimensions {
		s.addTo(d, r)
	}
	s.line[s.month+min(max(int(r.month)-firstYear*12, 0), maxMonths-1)]++
	if r.wait != unknownWait {
		s.line[s.wait+min(int(r.wait), maxWait+1)]++
	}
	if r.awarded() {
		s.line[s.awarded]++
	}
	if r.adopted > 0 {
		s.line[s.adopted]++
		s.line[s.adoptions] += r.adopted
		s.line[s.reach+reachOf(r.adopted)]++
	}
}

func (s sums) addTo(d Dimension, r *row) {
	at := s.values[d]
	if d == Organization {
		for _, o := range r.orgs {
			s.line[at+int(o)]++
		}
		if len(r.orgs) == 0 {
			s.line[s.none+int(d)]++
		}
		return
	}
	if r.mask(d) == 0 {
		s.line[s.none+int(d)]++
		return
	}
	if d == Sector || d == Theme {
		if p := r.primary[d]; p >= 0 {
			s.line[at+int(p)]++
		}
		return
	}
	for m := r.mask(d); m != 0; m &= m - 1 {
		s.line[at+bits.TrailingZeros64(m)]++
	}
}

// total is how many acts there are.
func (s sums) total() int { return int(s.line[s.acts]) }

// awardedActs is how many of them have won an award.
func (s sums) awardedActs() int { return int(s.line[s.awarded]) }

// organizations is how many take part.
func (s sums) organizations() int { return positive(s.of(Organization)) }

// missing is how many acts have no value of a dimension. That most have won no
// award and stand in no campaign is no gap.
func (s sums) missing(d Dimension) int {
	if d == Awarded || d == Campaign {
		return 0
	}
	return int(s.line[s.none+int(d)])
}

// sum is the acts that f lets through, archived ones too. What a page of the
// statistics asks for, a period, a campaign or all, is not walked.
func (c *Catalogue) sum(f Filter) sums {
	f.Archived = true
	if f.Hits != nil { // of one search
		return c.sumOf(f)
	}
	key := f.key()
	if kept := c.sums.of(key); kept != nil {
		return *kept
	}
	s := c.sumOf(f)
	c.sums.put(key, &s, s.size)
	return s
}

func (c *Catalogue) sumOf(f Filter) sums {
	l := c.ledger()
	if at, ok := c.stretch(f); ok {
		if of := l.column(at.campaign); of != nil {
			return l.between(of, at.from, at.until)
		}
		return l.none()
	}
	s := l.none()
	for _, i := range c.Select(f).matches {
		s.add(&c.rows[i])
	}
	return s
}

// A stretch is the acts of a period, or those of a campaign in it.
type stretch struct {
	campaign    int // its place; everyAct or unknown
	from, until int // places among all acts
}

const (
	everyAct = -1
	unknown  = -2
)

// stretch is the acts of f, where it asks for a period, a campaign or both, and
// nothing else.
func (c *Catalogue) stretch(f Filter) (stretch, bool) {
	rest := f.Without(Campaign, "")
	if len(f.Codes[Campaign]) > 1 || !rest.period() {
		return stretch{}, false
	}
	at := stretch{campaign: everyAct}
	at.from, at.until = c.span(rest)
	if len(f.Codes[Campaign]) == 1 {
		n, known := c.values[Campaign].index[f.Codes[Campaign][0]]
		if at.campaign = n; !known {
			at.campaign = unknown
		}
	}
	return at, true
}

// matches is the places of the acts that f lets through, archived ones too.
func (c *Catalogue) matches(f Filter) []int32 {
	f.Archived = true
	at, ok := c.stretch(f)
	switch {
	case !ok:
		return c.Select(f).matches
	case at.campaign == unknown:
		return nil
	case at.campaign != everyAct:
		of := c.ledger().column(at.campaign)
		return of.places[of.at(at.from):of.at(at.until)]
	}
	all := make([]int32, at.until-at.from)
	for i := range all {
		all[i] = int32(at.from + i)
	}
	return all
}

// period reports whether f narrows nothing but the time.
func (f Filter) period() bool {
	f.From, f.Until, f.Archived = Filter{}.From, Filter{}.Until, false
	return f.Empty()
}

// span is the places of the acts of the time of f: they stand by the day, the
// newest first.
func (c *Catalogue) span(f Filter) (from, until int) {
	t := c.compile(f)
	from = sort.Search(len(c.rows), func(i int) bool { return c.rows[i].published < t.until })
	until = sort.Search(len(c.rows), func(i int) bool { return c.rows[i].published < t.from })
	return from, max(from, until)
}
