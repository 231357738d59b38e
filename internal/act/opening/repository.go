package opening

import (
	"context"
	"fmt"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
)

// repository is the SQL of openings, their steps and hints.
type repository struct{ q postgres.Querier }

const columns = "o.act_id, o.organization_id, o.edits, o.opened_at"

// of is the openings of some acts.
func (r repository) of(ctx context.Context, ids ...act.ID) ([]Opening, error) {
	all, err := postgres.All[Opening](ctx, r.q, "SELECT "+columns+" FROM act_opening o WHERE o.act_id = ANY($1)", ids)
	return all, wrap("list the openings of", ids, err)
}

// one is the opening of an act; the zero Opening if it has none.
func (r repository) one(ctx context.Context, id act.ID) (Opening, error) {
	all, err := r.of(ctx, id)
	if err != nil || len(all) == 0 {
		return Opening{}, err
	}
	return all[0], nil
}

// to is the drafts that are open to the coordinators of an organisation.
func (r repository) to(ctx context.Context, o organization.ID) ([]Listed, error) {
	all, err := postgres.All[Listed](ctx, r.q, `
		SELECT `+columns+`, a.title, a.language, a.status, coalesce(a.owner_id, 0) AS owner_id, a.updated_at
		FROM act_opening o JOIN act a ON a.id = o.act_id
		WHERE o.organization_id = $1 AND a.organization_id = $1 AND a.status IN ('draft', 'changes_requested')
		ORDER BY o.opened_at DESC, o.act_id DESC`, o)
	return all, wrap("list the drafts that are open to", o, err)
}

func (r repository) open(ctx context.Context, a act.Act, by account.ID, edits bool, at time.Time) error {
	return wrap("open", a.ID, postgres.Exec(ctx, r.q, `
		INSERT INTO act_opening (act_id, organization_id, edits, opened_by, opened_at) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (act_id) DO UPDATE SET organization_id = $2, edits = $3, opened_by = $4, opened_at = $5`, a.ID, a.OrganizationID, edits, by, at))
}

// close reports whether there was something to close.
func (r repository) close(ctx context.Context, id act.ID) (bool, error) {
	gone, err := postgres.Values[act.ID](ctx, r.q, "DELETE FROM act_opening WHERE act_id = $1 RETURNING act_id", id)
	return len(gone) > 0, wrap("close", id, err)
}

func (r repository) note(ctx context.Context, id act.ID, by account.ID, deed Deed, at time.Time) error {
	return wrap("note what was done to", id, postgres.Exec(ctx, r.q, `
		INSERT INTO act_opening_step (act_id, by_id, deed, at) VALUES ($1, $2, $3, $4)`, id, by, string(deed), at))
}

// lookedSince reports whether what somebody did last was to look, not long ago.
func (r repository) lookedSince(ctx context.Context, id act.ID, by account.ID, since time.Time) (bool, error) {
	looks, err := postgres.Value[bool](ctx, r.q, `
		SELECT EXISTS (SELECT FROM act_opening_step WHERE act_id = $1 AND by_id = $2 AND deed = 'looked' AND at > $3)`, id, by, since)
	return looks, wrap("find the last look at", id, err)
}

func (r repository) steps(ctx context.Context, id act.ID) ([]Step, error) {
	all, err := postgres.All[Step](ctx, r.q, "SELECT by_id, '' AS by_name, deed, at FROM act_opening_step WHERE act_id = $1 ORDER BY id DESC", id)
	return all, wrap("list what was done to", id, err)
}

func (r repository) hints(ctx context.Context, id act.ID) ([]Hint, error) {
	all, err := postgres.All[Hint](ctx, r.q, "SELECT act_id, section, body, by_id, '' AS by_name, said_at FROM act_hint WHERE act_id = $1 ORDER BY id", id)
	return all, wrap("list the hints on", id, err)
}

// hint keeps what is said; false when the form has been sent before.
func (r repository) hint(ctx context.Context, formKey string, h Hint) (bool, error) {
	made, err := postgres.Values[int64](ctx, r.q, `
		INSERT INTO act_hint (form_key, act_id, by_id, section, body, said_at) VALUES ($1::uuid, $2, $3, $4, $5, $6)
		ON CONFLICT (form_key) DO NOTHING RETURNING id`, formKey, h.ActID, h.ByID, h.Section, h.Body, h.SaidAt)
	return len(made) > 0, wrap("keep a hint on", h.ActID, err)
}

func (r repository) forget(ctx context.Context, who account.ID) error {
	return wrap("forget the help of", who, postgres.Exec(ctx, r.q, `
		WITH hints AS (DELETE FROM act_hint WHERE by_id = $1),
		     openings AS (DELETE FROM act_opening WHERE opened_by = $1)
		DELETE FROM act_opening_step WHERE by_id = $1`, who))
}

func wrap(verb string, what any, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s %v: %w", verb, what, err)
}
