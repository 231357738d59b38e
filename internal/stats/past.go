package stats

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/postgres"
)

// A pastDay is the acts as they stood when a day ended. It does not change.
type pastDay struct {
	base    *Catalogue // whose values the rows speak of
	settled bool       // nothing that happens now changes it
	rows    []row
	orgs    []org // with the regions of that day
	reads   *readings
}

// pastDay reads a day, or has it at hand: a day that is over stays as it was.
func (s *Service) pastDay(ctx context.Context, base *Catalogue, day time.Time) (pastDay, error) {
	kept, ok := s.lenses.days[day]
	if ok && (kept.base == base && over(day, s.now()) || kept.settled && len(kept.orgs) == len(base.orgs) && sameTerms(kept.base, base)) {
		return kept, nil
	}
	s.lenses.rows -= len(kept.rows)
	end := day.AddDate(0, 0, 1)
	p := pastDay{base: base, settled: !day.Before(base.exact) && over(day, s.now()), orgs: slices.Clone(base.orgs)}
	err := s.db.Patiently(ctx, func(tx pgx.Tx) (err error) {
		moved, err := regionsOn(ctx, tx, base, day)
		if err != nil {
			return err
		}
		for i := range p.orgs {
			if bit, ok := moved[p.orgs[i].place]; ok {
				p.orgs[i].region = int8(bit)
			}
		}
		if err := endsOn(ctx, tx, base, p.orgs, end); err != nil {
			return err
		}
		facts, err := postgres.All[fact](ctx, tx, factsOn, end, day.Before(base.exact))
		if err != nil {
			return err
		}
		p.rows = make([]row, len(facts))
		for i := range facts {
			p.rows[i] = base.row(&facts[i], s.helsinki)
			if bit, ok := moved[facts[i].Place]; ok {
				p.rows[i].set(Region, bit)
			}
		}
		p.reads, err = readingsUntil(ctx, tx, end)
		return err
	})
	if err != nil {
		return p, fmt.Errorf("read how acts stood on %s: %w", day.Format(time.DateOnly), err)
	}
	slices.SortFunc(p.rows, newestFirst)
	if s.lenses.days == nil {
		s.lenses.days = map[time.Time]pastDay{}
	}
	s.lenses.days[day] = p
	s.lenses.rows += len(p.rows)
	return p, nil
}

// factsOn is how acts stood before a moment. Of a day before the standings were
// kept, told by $2, an act that had been published by then stands as at the end
// of the first day that it is known from; awards and adoptions are those of
// that day.
const factsOn = `
	WITH stood AS (
		SELECT DISTINCT ON (act_id) *
		FROM act_standing
		WHERE at < $1 OR $2
		ORDER BY act_id, at < $1 DESC, CASE WHEN at >= $1 THEN (at AT TIME ZONE 'Europe/Helsinki')::date END, site_version DESC
	)
	SELECT s.act_id AS id, s.visible, s.archived, s.first_published_at, s.site_version, s.organization_type, s.organization_ids, s.sector_ids, s.theme_ids,
	       s.region_code, s.place, s.own_place, s.stage, s.language, s.campaign_id, false AS told, false AS files, -1 AS wait,
	       CASE WHEN $2 THEN EXISTS (SELECT FROM award_grant g WHERE g.act_id = s.act_id AND g.published_at < $1) ELSE s.awarded END AS awarded,
	       CASE WHEN $2 THEN (SELECT count(*) FROM (SELECT DISTINCT ON (x.organization_id) x.state FROM adoption_step x
	                          WHERE x.act_id = s.act_id AND x.at < $1 AND x.state <> 'confirmed' ORDER BY x.organization_id, x.id DESC) y
	                          WHERE y.state = 'in_use')::integer ELSE s.adopted END AS adopted
	FROM stood s
	WHERE s.visible AND (s.at < $1 OR s.first_published_at < $1)`

// regionsOn is the bit of the region of each municipality that stood in
// another one on a day.
func regionsOn(ctx context.Context, tx pgx.Tx, base *Catalogue, day time.Time) (map[string]int, error) {
	rows, err := postgres.All[struct{ Place, Region string }](ctx, tx, `
		SELECT DISTINCT ON (municipality_code) municipality_code AS place, from_region AS region
		FROM region_change WHERE valid_until >= $1::date ORDER BY municipality_code, valid_until`, day.Format(time.DateOnly))
	moved := make(map[string]int, len(rows))
	for _, r := range rows {
		if bit, ok := base.bits.region[r.Region]; ok {
			moved[r.Place] = bit
		}
	}
	return moved, err
}

// endsOn puts back what was known at a moment of the ends of organisations.
func endsOn(ctx context.Context, tx pgx.Tx, base *Catalogue, orgs []org, at time.Time) error {
	rows, err := postgres.All[struct {
		ID, Successor int64
		Ended         *time.Time
	}](ctx, tx, `
		SELECT DISTINCT ON (organization_id) organization_id AS id, coalesce(successor_id, 0) AS successor, valid_to AS ended
		FROM organization_before WHERE until >= $1 ORDER BY organization_id, until`, at)
	for _, r := range rows {
		if n, ok := base.orgByID[r.ID]; ok {
			orgs[n].follow(base, r.Ended, r.Successor)
		}
	}
	return err
}

// follow notes when o ended, if it has, and who goes on with its work.
func (o *org) follow(c *Catalogue, ended *time.Time, successor int64) {
	o.ended, o.successor = time.Time{}, -1
	if ended != nil {
		o.ended = *ended
	}
	if to, ok := c.orgByID[successor]; ok {
		o.successor = to
	}
}

// readingsUntil is how many times the page of each act had been opened when a
// day ended, of acts that are gone too.
func readingsUntil(ctx context.Context, tx pgx.Tx, end time.Time) (*readings, error) {
	rows, err := postgres.All[struct{ ID, Hits int64 }](ctx, tx, `
		SELECT a.id, sum(r.hits) AS hits
		FROM (SELECT id, slug FROM act UNION ALL SELECT act_id, slug FROM act_gone) a
		JOIN page_reading r ON r.page = '/katso/' || a.slug
		WHERE r.day < $1::date
		GROUP BY a.id`, end.Format(time.DateOnly))
	reads := &readings{acts: make(map[int64]actReadings, len(rows))}
	for _, r := range rows {
		reads.acts[r.ID] = actReadings{total: int(r.Hits)}
	}
	return reads, err
}

// readExact reads the first day of which all that was counted is kept.
func (s *Service) readExact(ctx context.Context, c *Catalogue) error {
	day, err := postgres.Value[time.Time](ctx, s.db, "SELECT day FROM act_standing_since")
	c.exact = time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, s.helsinki)
	return err
}

// Exact is the first day whose figures come out the same ever after.
func (c *Catalogue) Exact() time.Time { return c.exact }
