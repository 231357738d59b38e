package stats

import (
	"context"
	"errors"
	"fmt"
	"math/bits"
	"sync"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/taxonomy"
	"tekojentori.fi/tori/internal/version"
)

// Service keeps the newest Catalogue at hand.
type Service struct {
	db       *postgres.DB
	terms    *taxonomy.Service
	now      func() time.Time
	helsinki *time.Location
	lenses   lenses
	refresh  sync.Mutex
	kept     atomic.Pointer[Catalogue]
}

// New is a Service; call Refresh before Catalogue.
func New(db *postgres.DB, terms *taxonomy.Service, now func() time.Time) *Service {
	s := &Service{db: db, terms: terms, now: now, helsinki: i18n.Helsinki()}
	s.kept.Store(&Catalogue{})
	return s
}

// Catalogue is the newest one that has been read.
func (s *Service) Catalogue() *Catalogue { return s.kept.Load() }

// Refresh reads the acts that have changed since the last time, or all of
// them the first time. The taxonomies must have been refreshed before.
func (s *Service) Refresh(ctx context.Context) error {
	s.refresh.Lock()
	defer s.refresh.Unlock()
	old := s.kept.Load()
	// The version is read first: what commits in between is read now and once more next time.
	v, err := version.Now(ctx, s.db)
	if err != nil {
		return fmt.Errorf("refresh the catalogue: %w", err)
	}
	c := &Catalogue{version: v}
	if err := s.readValues(ctx, c); err != nil {
		return fmt.Errorf("refresh the catalogue: %w", err)
	}
	if err := errors.Join(s.readExact(ctx, c), s.readSolutions(ctx, c)); err != nil {
		return fmt.Errorf("refresh the catalogue: %w", err)
	}
	since := old.version
	if !sameTerms(old, c) {
		since, old = -1, &Catalogue{}
	}
	facts, err := s.readFacts(ctx, since)
	if err != nil {
		return fmt.Errorf("refresh the catalogue: %w", err)
	}
	deleted, err := postgres.Values[int64](ctx, s.db, "SELECT act_id FROM act_gone WHERE site_version > $1", since)
	if err != nil {
		return fmt.Errorf("refresh the catalogue: %w", err)
	}
	gone := make(map[int64]bool, len(facts)+len(deleted))
	for _, id := range deleted {
		gone[id] = true
	}
	var changed []row
	for i := range facts {
		gone[facts[i].ID] = true
		if facts[i].Visible {
			changed = append(changed, c.row(&facts[i], s.helsinki))
		}
	}
	reads, err := s.readReadings(ctx, old.read())
	if err != nil {
		return err
	}
	c.reads.Store(&reads)
	c.rows = old.with(changed, gone)
	c.settle()
	s.kept.Store(c)
	return nil
}

// sameTerms reports whether the places of a's values mean the same in b:
// values may have been added, so far none has moved.
func sameTerms(a, b *Catalogue) bool {
	for d := range dimensions {
		if len(a.values[d].list) > len(b.values[d].list) {
			return false
		}
		for i, v := range a.values[d].list {
			if b.values[d].list[i].Code != v.Code {
				return false
			}
		}
	}
	return a.version > 0
}

// A fact is an act as the database tells it.
type fact struct {
	ID               int64
	Visible          bool
	Archived         bool
	FirstPublishedAt time.Time
	SiteVersion      int64
	OrganizationIDs  []int64 // the lead first
	SectorIDs        []int16
	ThemeIDs         []int16
	OrganizationType string
	RegionCode       string
	Place            string
	OwnPlace         bool // the act itself tells it, not its organisation
	Stage            string
	Language         string
	CampaignID       int64
	Awarded          bool
	Adopted          int32 // by so many other organisations, now
	Wait             int32 // days from the first sending to the publication; unknownWait
	Told             bool  // some organisation has told how far it is with the act
	Files            bool
}

func (s *Service) readFacts(ctx context.Context, since int64) (facts []fact, err error) {
	err = s.db.Patiently(ctx, func(tx pgx.Tx) error {
		facts, err = postgres.All[fact](ctx, tx, factsOf+" AND a.site_version > $1", since)
		return err
	})
	return facts, err
}

func (c *Catalogue) row(f *fact, helsinki *time.Location) row {
	r := row{id: f.ID, version: f.SiteVersion, place: f.Place, adopted: f.Adopted, wait: max(f.Wait, unknownWait), told: f.Told, files: f.Files, archived: f.Archived, ownPlace: f.OwnPlace, primary: [2]int8{-1, -1}, olderPrimary: -1}
	r.publish(f.FirstPublishedAt)
	for d, ids := range map[Dimension][]int16{Sector: f.SectorIDs, Theme: f.ThemeIDs} {
		for i, id := range ids {
			n, ok := c.bits.term[id]
			if !ok {
				continue
			}
			r.wide[d] |= 1 << n
			if i == 0 {
				r.primary[d] = int8(n)
			}
		}
	}
	for i, id := range f.SectorIDs {
		mask := c.bits.older[id]
		if i == 0 && mask != 0 {
			r.olderPrimary = int8(bits.TrailingZeros64(mask))
		}
		r.older |= mask
	}
	for _, id := range f.OrganizationIDs {
		if n, ok := c.orgByID[id]; ok {
			r.orgs = append(r.orgs, n)
		}
	}
	c.setBit(&r, Year, yearValue(yearOf(f.FirstPublishedAt, helsinki)).Code)
	c.setBit(&r, OrganizationType, f.OrganizationType)
	c.setBit(&r, Stage, f.Stage)
	c.setBit(&r, Language, f.Language)
	if n, ok := c.bits.region[f.RegionCode]; ok {
		r.set(Region, n)
	}
	if n, ok := c.bits.campaign[f.CampaignID]; ok {
		r.set(Campaign, n)
	}
	if f.Awarded {
		r.set(Awarded, 0)
	}
	return r
}

func (c *Catalogue) setBit(r *row, d Dimension, code string) {
	if n, ok := c.values[d].index[code]; ok {
		r.set(d, n)
	}
}
