// Package report keeps the cross tables that the programme team comes back to:
// what was asked, not what it counted, so that a kept table is never stale.
package report

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/validate"
)

// ID is the number of a report.
type ID int64

func (id ID) String() string { return fmt.Sprintf("report %d", int64(id)) }

// MaxName is the longest name of a report, in characters.
const MaxName = limit.ReportName

// maxQuery is the longest address that is kept, in bytes.
const maxQuery = 2000

// A Report is a cross table by name.
type Report struct {
	ID        ID
	OwnerID   account.ID
	Name      string
	Query     string // of the address of the table, without the question mark
	Shared    bool   // with the whole team
	CreatedAt time.Time
	Monthly   bool // the viewer gets it every month
}

// Service keeps reports.
type Service struct {
	Parts
	db  *postgres.DB
	now func() time.Time
}

// New is a Service; who sends no reports needs no Parts.
func New(db *postgres.DB, parts Parts, now func() time.Time) *Service {
	return &Service{Parts: parts, db: db, now: now}
}

// For is the reports that the viewer has kept and those that are shared, by
// name.
func (s *Service) For(ctx context.Context, viewer account.Account) ([]Report, error) {
	if !viewer.RunsProgramme() {
		return nil, fmt.Errorf("list reports: %w", fault.Forbidden)
	}
	return postgres.All[Report](ctx, s.db, `
		SELECT id, owner_id, name, query, shared, created_at,
		       EXISTS (SELECT FROM report_order o WHERE o.report_id = r.id AND o.account_id = $1) AS monthly
		FROM report r
		WHERE shared OR owner_id = $1
		ORDER BY lower(name), id`, viewer.ID)
}

// Keep keeps a table under a name. Sending the form twice keeps one. A name
// that does not do is told as validate.Problems.
func (s *Service) Keep(ctx context.Context, by account.Account, formKey string, r Report) error {
	if !by.RunsProgramme() {
		return fmt.Errorf("keep a report: %w", fault.Forbidden)
	}
	r.Name = strings.Join(strings.Fields(r.Name), " ")
	var p validate.Problems
	p.Text("name", r.Name, MaxName)
	if err := p.Err(); err != nil {
		return err
	}
	if len(r.Query) > maxQuery {
		return fmt.Errorf("keep a report of %d bytes: %w", len(r.Query), fault.BadRequest)
	}
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		ids, err := postgres.Values[ID](ctx, tx, `
			INSERT INTO report (form_key, owner_id, name, query, shared) VALUES ($1::uuid, $2, $3, $4, $5)
			ON CONFLICT (form_key) DO NOTHING RETURNING id`, formKey, by.ID, r.Name, r.Query, r.Shared)
		if err != nil || len(ids) == 0 { // kept by the press before this one
			return err
		}
		return audit.Record(ctx, tx, by, "keep report", ids[0].String(), r.Name)
	})
}

// Drop forgets a report of the viewer's own; an administrator may drop
// any that is shared.
func (s *Service) Drop(ctx context.Context, by account.Account, id ID) error {
	if !by.RunsProgramme() {
		return fmt.Errorf("drop report %d: %w", id, fault.Forbidden)
	}
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		r, err := postgres.One[Report](ctx, tx, `
			SELECT id, owner_id, name, query, shared, created_at, false AS monthly FROM report WHERE id = $1 AND (shared OR owner_id = $2) FOR UPDATE`, id, by.ID)
		if err != nil {
			return fmt.Errorf("drop report %d: %w", id, err)
		}
		if r.OwnerID != by.ID && !by.Administers() {
			return fmt.Errorf("drop report %d: %w", id, fault.Forbidden)
		}
		if err := postgres.Exec(ctx, tx, "DELETE FROM report WHERE id = $1", id); err != nil {
			return err
		}
		return audit.Record(ctx, tx, by, "drop report", id.String(), r.Name)
	})
}
