// Package reading counts how many times the pages of the portal are opened:
// in memory, and written down every so often. Nothing is kept of who opened
// them, from where or with what.
package reading

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/tally"
)

const (
	atATime   = 20_000 // different pages between two writings
	longest   = 300    // of a path; ours are shorter
	dayMonths = 13     // how long days are told apart
)

// Service counts readings.
type Service struct {
	db    *postgres.DB
	now   func() time.Time
	tally *tally.Tally[key]
}

// A key is a page on a day.
type key struct{ day, page string }

// New is a Service.
func New(db *postgres.DB, now func() time.Time) *Service {
	return &Service{db: db, now: now, tally: tally.New[key](atATime)}
}

// Count notes that somebody has opened the page with a path. It asks nothing
// of the database.
func (s *Service) Count(path string) {
	if len(path) <= longest {
		s.tally.Add(key{s.now().In(i18n.Helsinki()).Format(time.DateOnly), strings.Clone(path)})
	}
}

// Flush writes down what has been counted since the last time. When it fails,
// the counts wait for the next one.
func (s *Service) Flush(ctx context.Context) error {
	counts := s.tally.Take()
	if len(counts) == 0 {
		return nil
	}
	if err := s.db.Tx(ctx, func(tx pgx.Tx) error { return add(ctx, tx, counts) }); err != nil {
		s.tally.Return(counts)
		return fmt.Errorf("count readings: %w", err)
	}
	return nil
}

// A Day is how many times a page was opened on a day.
type Day struct {
	On   time.Time
	Page string // its path
	Hits int
}

// Import takes what has been counted elsewhere, as by the portal before this
// one: counting began on the first of its days.
func (s *Service) Import(ctx context.Context, days []Day) error {
	counts, first := map[key]int{}, s.now()
	for _, d := range days {
		if d.Hits <= 0 || len(d.Page) > longest {
			continue
		}
		counts[key{d.On.In(i18n.Helsinki()).Format(time.DateOnly), d.Page}] += d.Hits
		if d.On.Before(first) {
			first = d.On
		}
	}
	err := s.db.Tx(ctx, func(tx pgx.Tx) error {
		if err := add(ctx, tx, counts); err != nil {
			return err
		}
		return postgres.Exec(ctx, tx, "UPDATE reading_total SET since = least(since, $1::date)", first.In(i18n.Helsinki()).Format(time.DateOnly))
	})
	if err != nil {
		return fmt.Errorf("import readings: %w", err)
	}
	return nil
}

// add writes in the order of the pages, so that two portals never wait for
// each other in a ring.
func add(ctx context.Context, tx pgx.Tx, counts map[key]int) error {
	keys := make([]key, 0, len(counts))
	total := int64(0)
	for k, n := range counts {
		keys, total = append(keys, k), total+int64(n)
	}
	slices.SortFunc(keys, func(a, b key) int { return strings.Compare(a.page+a.day, b.page+b.day) })
	days, pages, hits := make([]string, len(keys)), make([]string, len(keys)), make([]int32, len(keys))
	for i, k := range keys {
		days[i], pages[i], hits[i] = k.day, k.page, int32(min(counts[k], 1_000_000_000))
	}
	now, err := postgres.Value[int64](ctx, tx, "UPDATE reading_total SET hits = hits + $1 RETURNING hits", total)
	if err != nil {
		return err
	}
	return postgres.Exec(ctx, tx, `
		INSERT INTO page_reading AS r (day, page, hits, changed)
		SELECT t.day::date, t.page, t.hits, $4
		FROM unnest($1::text[], $2::text[], $3::integer[]) AS t (day, page, hits)
		ON CONFLICT (page, day) DO UPDATE SET hits = r.hits + excluded.hits, changed = excluded.changed`, days, pages, hits, now)
}

// Sweep puts the days that are older than 13 months together by months.
func (s *Service) Sweep(ctx context.Context) error {
	err := postgres.Exec(ctx, s.db, `
		WITH old AS (
		    DELETE FROM page_reading
		    WHERE day < date_trunc('month', $1::date)::date AND day <> date_trunc('month', day)::date
		    RETURNING date_trunc('month', day)::date AS month, page, hits, changed)
		INSERT INTO page_reading AS r (day, page, hits, changed)
		SELECT month, page, sum(hits)::integer, max(changed) FROM old GROUP BY month, page
		ON CONFLICT (page, day) DO UPDATE SET hits = r.hits + excluded.hits, changed = greatest(r.changed, excluded.changed)`,
		s.now().AddDate(0, -dayMonths, 0))
	if err != nil {
		return fmt.Errorf("put the days of readings together: %w", err)
	}
	return nil
}
