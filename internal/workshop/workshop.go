// Package workshop keeps the series of workshops for developing work
// (kehittämistyöpajat): which have been offered, and what has been held of
// them with whom. What is counted of them is counted in internal/stats.
package workshop

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/sheet"
	"tekojentori.fi/tori/internal/version"
)

// A Kind is what was held.
type Kind string

// The kinds.
const (
	Interview Kind = "interview" // haastattelu
	Session   Kind = "workshop"  // työpaja
)

// Service keeps the register.
type Service struct {
	db   *postgres.DB
	orgs *organization.Service
}

// New is a Service. The directory of organisations must have been refreshed
// before it reads a file.
func New(db *postgres.DB, orgs *organization.Service) *Service { return &Service{db: db, orgs: orgs} }

// Load stores the series that the programme has offered. Those that are there
// stay as they are.
func (s *Service) Load(ctx context.Context) error {
	err := postgres.Exec(ctx, s.db, `
		INSERT INTO workshop_series (slug, name_fi, name_sv, name_en, sign_up_until, planned)
		VALUES ('kekseliaat-kehittajat', 'Kekseliäät kehittäjät', 'Påhittiga utvecklare', 'Inventive developers', '2021-03-31', 50)
		ON CONFLICT (slug) DO NOTHING`)
	if err != nil {
		return fmt.Errorf("store the series of workshops: %w", err)
	}
	return nil
}

// Header is the columns of a file of what has been held; they may stand in any
// order.
func Header() []string { return []string{"ref", "series", "organization", "kind", "held_on"} }

// held is one row of the file.
type held struct {
	ref            string
	seriesID       int64
	organizationID organization.ID
	kind           Kind
	on             time.Time
}

// Import stores what a CSV file says has been held, by its ref: the same file
// twice changes nothing. One bad row stops it whole, and all of them are told.
// A series and an organisation must be known.
func (s *Service) Import(ctx context.Context, file io.Reader) (sheet.Report, error) {
	type series struct {
		ID   int64
		Slug string
	}
	known, err := postgres.All[series](ctx, s.db, "SELECT id::bigint AS id, slug FROM workshop_series ORDER BY slug")
	if err != nil {
		return sheet.Report{}, fmt.Errorf("read the series of workshops: %w", err)
	}
	ids := map[string]int64{}
	for _, k := range known {
		ids[k.Slug] = k.ID
	}
	in, err := sheet.Read(file, Header())
	if err != nil {
		return sheet.Report{}, err
	}
	var all []held
	in.Rows(func() { all = append(all, s.read(in, ids)) })
	report := sheet.Report{Rows: in.Len(), Problems: in.Problems}
	if len(in.Problems) > 0 || len(all) == 0 {
		return report, nil
	}
	report.Created, err = s.store(ctx, all)
	return report, err
}

func (s *Service) read(in *sheet.Sheet, series map[string]int64) held {
	h := held{ref: in.Ref("ref"), seriesID: series[in.Cell("series")], kind: Kind(in.Cell("kind")), on: in.Day("held_on")}
	if h.seriesID == 0 {
		in.Bad("series", "%q is not known", in.Cell("series"))
	}
	if kinds := []string{string(Interview), string(Session)}; !slices.Contains(kinds, string(h.kind)) {
		in.Bad("kind", "%q is not one of %s", h.kind, strings.Join(kinds, ", "))
	}
	o, ok := s.orgs.Directory().Find(in.Cell("organization"))
	if !ok {
		in.Bad("organization", "%q is not known", in.Cell("organization"))
	}
	h.organizationID = o.ID
	return h
}

// store writes down what was held, all in one transaction. It counts the rows
// that are new.
func (s *Service) store(ctx context.Context, all []held) (created int, err error) {
	err = s.db.Tx(ctx, func(tx pgx.Tx) error {
		created = 0
		for _, h := range all {
			isNew, err := postgres.Value[bool](ctx, tx, `
				INSERT INTO workshop (ref, series_id, organization_id, kind, held_on) VALUES ($1, $2, $3, $4, $5)
				ON CONFLICT (ref) DO UPDATE SET series_id = excluded.series_id, organization_id = excluded.organization_id, kind = excluded.kind, held_on = excluded.held_on
				RETURNING xmax = 0`, h.ref, h.seriesID, h.organizationID, h.kind, h.on)
			if err != nil {
				return fmt.Errorf("store the workshop %s: %w", h.ref, err)
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
