package stats

import (
	"context"
	"maps"
	"slices"
	"sync"
	"time"

	"tekojentori.fi/tori/internal/i18n"
)

// A Lens is how a catalogue is looked at. The zero Lens shows what is now, by
// the current sectors, with organisations as the acts tell them.
type Lens struct {
	Sectors2020 bool      // by the sectors of 2020
	Successors  bool      // an organisation that has ended is the one that went on with its work
	On          time.Time // as it was when this day ended, by its first moment in Finland; zero: now
}

// maxKept bounds the acts of all catalogues that lenses have made and that are
// kept, together.
const maxKept = 200_000

// lenses keeps what has been seen through lenses, for it is asked for again.
type lenses struct {
	mu   sync.Mutex
	kept map[Lens]seen
	base *Catalogue // what kept is made of
	days map[time.Time]pastDay
	rows int // in kept and days
}

// seen is a catalogue that a lens has made.
type seen struct {
	*Catalogue
	until time.Time // good until then; zero: as long as what it is made of
}

// fresh is how long a day that goes on is good for.
const fresh = 30 * time.Second

// Through is the newest catalogue as a lens shows it.
func (s *Service) Through(ctx context.Context, l Lens) (*Catalogue, error) {
	base := s.Catalogue()
	if l == (Lens{}) {
		return base, nil
	}
	s.lenses.mu.Lock()
	defer s.lenses.mu.Unlock()
	if s.lenses.base != base {
		s.lenses.base, s.lenses.kept, s.lenses.rows = base, map[Lens]seen{}, 0
		for _, d := range s.lenses.days {
			s.lenses.rows += len(d.rows)
		}
	}
	if c, ok := s.lenses.kept[l]; ok && (c.until.IsZero() || s.now().Before(c.until)) {
		if l.On.IsZero() {
			c.reads.Store(base.reads.Load())
		}
		return c.Catalogue, nil
	}
	c, err := s.look(ctx, base, l)
	if err != nil {
		return nil, err
	}
	s.lenses.keep(l, c, s.now())
	return c, nil
}

// keep keeps a catalogue; when there are too many, it alone.
func (s *lenses) keep(l Lens, c *Catalogue, now time.Time) {
	if s.rows += len(c.rows); s.rows > maxKept {
		s.kept, s.days, s.rows = map[Lens]seen{}, nil, len(c.rows)
	}
	s.kept[l] = seen{c, l.until(now)}
}

// until is how long what l shows now is true, if nothing changes: a day that
// goes on is read again, and tomorrow other organisations may have ended.
func (l Lens) until(now time.Time) time.Time {
	switch {
	case !l.On.IsZero() && !over(l.On, now):
		return now.Add(fresh)
	case l.On.IsZero() && l.Successors:
		here := now.In(i18n.Helsinki())
		return time.Date(here.Year(), here.Month(), here.Day()+1, 0, 0, 0, 0, here.Location())
	}
	return time.Time{}
}

// over reports whether a day has ended, with what was on its way then.
func over(day, now time.Time) bool { return day.AddDate(0, 0, 1).Before(now.Add(-time.Minute)) }

// look makes the catalogue of a lens of what is now.
func (s *Service) look(ctx context.Context, base *Catalogue, l Lens) (*Catalogue, error) {
	c := &Catalogue{
		version: base.version, values: base.values, orgByID: base.orgByID, orgs: base.orgs, bits: base.bits, sectors: base.sectors,
		exact: base.exact, contests: base.contests, lens: l,
	}
	rows, reads := base.rows, base.reads.Load()
	if !l.On.IsZero() {
		past, err := s.pastDay(ctx, base, l.On)
		if err != nil {
			return nil, err
		}
		rows, reads = past.rows, past.reads
		c.orgs = past.orgs
	}
	c.reads.Store(reads)
	c.rows = rows
	if l.Sectors2020 || l.Successors {
		c.rows = slices.Clone(rows) // for rows belong to what they were read for
	}
	if l.Sectors2020 {
		c.sortAsIn2020()
	}
	if l.Successors {
		day := l.On
		if day.IsZero() {
			day = s.now()
		}
		c.rollUp(day.In(s.helsinki))
	}
	c.settle()
	return c, nil
}

// sortAsIn2020 has the acts counted by the sectors of 2020.
func (c *Catalogue) sortAsIn2020() {
	c.values[Sector] = c.sectors.older
	for i := range c.rows {
		r := &c.rows[i]
		r.wide[Sector] = r.older
		r.primary[Sector] = r.olderPrimary
	}
}

// rollUp counts what organisations that have ended before a day did for those
// that went on with their work.
func (c *Catalogue) rollUp(day time.Time) {
	heirs := make([]int32, len(c.orgs))
	named := c.values[Organization]
	named.index = maps.Clone(named.index)
	for i := range c.orgs {
		heirs[i] = c.heir(int32(i), day)
		if heir := heirs[i]; heir != int32(i) {
			named.index[named.list[i].Code] = int(heir)
		}
	}
	c.values[Organization] = named
	for i := range c.rows {
		c.rows[i].inherit(c, heirs)
	}
}

// heir is who goes on with the work of an organisation on a day: itself as
// long as it is there.
func (c *Catalogue) heir(o int32, day time.Time) int32 {
	today := time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, time.UTC)
	for range c.orgs { // nobody follows a circle for ever
		org := &c.orgs[o]
		if org.successor < 0 || !org.ended.Before(today) {
			break
		}
		o = org.successor
	}
	return o
}

// inherit gives an act to the heirs of its organisations, each once. What it
// is counted by because of its lead is that of the lead's heir.
func (r *row) inherit(c *Catalogue, heirs []int32) {
	if !slices.ContainsFunc(r.orgs, func(o int32) bool { return heirs[o] != o }) {
		return
	}
	lead := r.orgs[0]
	var orgs []int32 // the rows share their lists with the catalogue of now
	for _, o := range r.orgs {
		if !slices.Contains(orgs, heirs[o]) {
			orgs = append(orgs, heirs[o])
		}
	}
	r.orgs = orgs
	if orgs[0] == lead {
		return
	}
	head := &c.orgs[orgs[0]]
	r.set(OrganizationType, head.kind)
	if r.ownPlace {
		return
	}
	r.place, r.single[Region] = head.place, 0
	if head.region >= 0 {
		r.set(Region, int(head.region))
	}
}
