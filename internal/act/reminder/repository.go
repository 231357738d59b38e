package reminder

import (
	"context"
	"fmt"
	"time"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/postgres"
)

// repository is the SQL of the reminders. Its methods run one statement each.
type repository struct{ q postgres.Querier }

// A back is an act that has come back to its authors, or its update.
type back struct {
	ActID    act.ID
	OfUpdate bool
	About    int64 // the transition
	At       time.Time
}

// returned is what came back by week, and has not been reminded of since; those
// of month for the second time.
func (r repository) returned(ctx context.Context, week, month time.Time, n int) ([]back, error) {
	all, err := postgres.All[back](ctx, r.q, `
		SELECT w.id AS act_id, w.of_update, t.id AS about, t.at
		FROM (
			SELECT id, false AS of_update FROM act WHERE status = 'changes_requested'
			UNION ALL
			SELECT act_id, true FROM act_update WHERE status = 'changes_requested'
		) w
		CROSS JOIN LATERAL (
			SELECT t.id, t.at FROM act_transition t
			WHERE t.act_id = w.id AND t.of_update = w.of_update AND t.to_status = 'changes_requested'
			ORDER BY t.id DESC LIMIT 1
		) t
		WHERE t.at <= $1
		  AND NOT EXISTS (SELECT FROM act_reminder m
		                  WHERE m.act_id = w.id AND m.about = t.id AND m.kind = CASE WHEN t.at <= $2 THEN 'month' ELSE 'week' END)
		ORDER BY t.at, w.id LIMIT $3`, week, month, n)
	return all, wrap("list", "what has come back", err)
}

// An old is a draft that nobody has touched for long.
type old struct {
	ActID act.ID
	About int64 // its version
}

// oldDrafts is the drafts that were last touched before a time, and whose
// authors have not been told.
func (r repository) oldDrafts(ctx context.Context, before time.Time, n int) ([]old, error) {
	all, err := postgres.All[old](ctx, r.q, `
		SELECT id AS act_id, version::bigint AS about FROM act a
		WHERE status = 'draft' AND updated_at <= $1
		  AND NOT EXISTS (SELECT FROM act_reminder m WHERE m.act_id = a.id AND m.kind = 'draft' AND m.about = a.version)
		ORDER BY updated_at, id LIMIT $2`, before, n)
	return all, wrap("list", "old drafts", err)
}

// warned is the drafts that were last touched before a time, and whose authors
// were told before another.
func (r repository) warned(ctx context.Context, before, told time.Time, n int) ([]old, error) {
	all, err := postgres.All[old](ctx, r.q, `
		SELECT a.id AS act_id, a.version::bigint AS about
		FROM act a JOIN act_reminder m ON m.act_id = a.id AND m.kind = 'draft' AND m.about = a.version
		WHERE a.status = 'draft' AND a.updated_at <= $1 AND m.sent_at <= $2
		ORDER BY a.updated_at, a.id LIMIT $3`, before, told, n)
	return all, wrap("list", "drafts whose time is up", err)
}

// note is no row when it was noted before.
func (r repository) note(ctx context.Context, id act.ID, k kind, about int64, at time.Time) ([]act.ID, error) {
	ids, err := postgres.Values[act.ID](ctx, r.q, `
		INSERT INTO act_reminder (act_id, kind, about, sent_at) VALUES ($1, $2, $3, $4)
		ON CONFLICT DO NOTHING
		RETURNING act_id`, id, k, about, at)
	return ids, wrap("note the reminder of", id, err)
}

func wrap(verb string, what any, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s %v: %w", verb, what, err)
}
