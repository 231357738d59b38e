// Package coaching keeps the register of sparrings (sparraus): which
// organisation was helped with what, by which coach of which provider, for how
// many days, and what the participants thought of it. What is counted of them
// is counted in internal/stats.
package coaching

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/taxonomy"
	"tekojentori.fi/tori/internal/version"
)

// A Coaching is one sparring whose application the programme has approved.
type Coaching struct {
	Ref            string // of the programme; names the coaching in every import
	OrganizationID organization.ID
	SectorID       taxonomy.ID // of CoachingSectors; 0: it concerned the whole organisation
	ThemeID        taxonomy.ID
	ApprovedOn     time.Time // a day
	Provider       string
	Coach          string // a sign that tells coaches of a provider apart, as a number; no name is needed
	Days           int    // of coaching
	Participants   int
	Grades         []int // what each answer of the participants gave, from 1 to 5
}

// Service keeps the register.
type Service struct {
	db    *postgres.DB
	orgs  *organization.Service
	terms *taxonomy.Service
}

// New is a Service. The directories of the other two must have been refreshed
// before it reads a file.
func New(db *postgres.DB, orgs *organization.Service, terms *taxonomy.Service) *Service {
	return &Service{db: db, orgs: orgs, terms: terms}
}

// store writes down coachings, all in one transaction: new ones, and those of
// a known ref anew. It counts the ones that are new.
func (s *Service) store(ctx context.Context, all []Coaching) (created int, err error) {
	err = s.db.Tx(ctx, func(tx pgx.Tx) error {
		created = 0
		for _, c := range all {
			isNew, err := storeOne(ctx, tx, c)
			if err != nil {
				return fmt.Errorf("store the coaching %s: %w", c.Ref, err)
			}
			if isNew {
				created++
			}
		}
		_, err := version.BumpTx(ctx, tx)
		return err
	})
	return created, err
}

func storeOne(ctx context.Context, tx pgx.Tx, c Coaching) (created bool, err error) {
	coach, err := coachTx(ctx, tx, c.Provider, c.Coach)
	if err != nil {
		return false, err
	}
	type stored struct {
		ID      int64
		Created bool
	}
	row, err := postgres.One[stored](ctx, tx, `
		INSERT INTO coaching (ref, organization_id, sector_id, theme_id, coach_id, approved_on, days, participants)
		VALUES ($1, $2, nullif($3::smallint, 0), $4, $5, $6, $7, $8)
		ON CONFLICT (ref) DO UPDATE SET organization_id = excluded.organization_id, sector_id = excluded.sector_id, theme_id = excluded.theme_id,
			coach_id = excluded.coach_id, approved_on = excluded.approved_on, days = excluded.days, participants = excluded.participants
		RETURNING id, xmax = 0 AS created`,
		c.Ref, c.OrganizationID, c.SectorID, c.ThemeID, coach, c.ApprovedOn, c.Days, c.Participants)
	if err != nil {
		return false, err
	}
	if err := postgres.Exec(ctx, tx, "DELETE FROM coaching_answer WHERE coaching_id = $1", row.ID); err != nil {
		return false, err
	}
	return row.Created, postgres.Exec(ctx, tx, `
		INSERT INTO coaching_answer (coaching_id, number, grade) SELECT $1, n, grade FROM unnest($2::smallint[]) WITH ORDINALITY AS a (grade, n)`, row.ID, c.Grades)
}

// coachTx is the coach of a provider; both are written down when they are new.
func coachTx(ctx context.Context, tx pgx.Tx, provider, sign string) (int64, error) {
	const own = `
		WITH made AS (INSERT INTO coaching_provider (name) VALUES ($1) ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING id)
		INSERT INTO coach (provider_id, sign) SELECT id, $2 FROM made
		ON CONFLICT (provider_id, sign) DO UPDATE SET sign = excluded.sign RETURNING id::bigint`
	return postgres.Value[int64](ctx, tx, own, provider, sign)
}
