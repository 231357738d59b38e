package adoption

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
)

// repository is the SQL of the table adoption.
type repository struct{ q postgres.Querier }

const columns = `id, act_id, organization_id, state, note, by_id, coalesce(confirmed_by, 0) AS confirmed_by, told_at, adopted_at, updated_at`

func (r repository) of(ctx context.Context, id act.ID) ([]Adoption, error) {
	all, err := postgres.All[Adoption](ctx, r.q, `
		SELECT `+columns+` FROM adoption WHERE act_id = $1 ORDER BY adopted_at NULLS LAST, told_at, id`, id)
	return all, wrap("list the adoptions of", id, err)
}

func (r repository) unconfirmed(ctx context.Context, organization int64) ([]Adoption, error) {
	all, err := postgres.All[Adoption](ctx, r.q, `
		SELECT `+columns+` FROM adoption WHERE organization_id = $1 AND confirmed_by IS NULL ORDER BY told_at, id LIMIT 100`, organization)
	return all, wrap("list what is told of", organization, err)
}

func (r repository) find(ctx context.Context, id ID) (Adoption, error) {
	x, err := postgres.One[Adoption](ctx, r.q, `SELECT `+columns+` FROM adoption WHERE id = $1`, id)
	return x, wrap("find", id, err)
}

func (r repository) inUse(ctx context.Context, ids []act.ID) ([]struct {
	ActID act.ID
	Count int
}, error,
) {
	rows, err := postgres.All[struct {
		ActID act.ID
		Count int
	}](ctx, r.q, "SELECT act_id, count(*) AS count FROM adoption WHERE act_id = ANY($1) AND state = 'in_use' GROUP BY act_id", ids)
	return rows, wrap("count the adoptions of", "acts", err)
}

// told is what the organisation has told of the act before; none or one.
func (r repository) told(ctx context.Context, id act.ID, o organization.ID) ([]Adoption, error) {
	all, err := postgres.All[Adoption](ctx, r.q, `
		SELECT `+columns+` FROM adoption WHERE act_id = $1 AND organization_id = $2`, id, o)
	return all, wrap("find the adoption of", id, err)
}

// put stores what is told. Whoever confirmed another state has not confirmed
// this one.
func (r repository) put(ctx context.Context, id act.ID, by account.Account, t Telling, at time.Time) (Adoption, error) {
	x, err := postgres.One[Adoption](ctx, r.q, `
		INSERT INTO adoption AS x (act_id, organization_id, state, note, by_id, told_at, adopted_at, updated_at)
		VALUES (@act, @organization, @state, @note, @by, @at, CASE WHEN @state = 'in_use' THEN @at::timestamptz END, @at)
		ON CONFLICT (act_id, organization_id) DO UPDATE
		SET state = excluded.state, note = excluded.note, by_id = excluded.by_id, updated_at = excluded.updated_at,
		    adopted_at = coalesce(x.adopted_at, excluded.adopted_at),
		    confirmed_by = CASE WHEN x.state = excluded.state THEN x.confirmed_by END
		RETURNING `+columns, pgx.StrictNamedArgs{
		"act": id, "organization": by.OrganizationID, "state": string(t.State), "note": t.Note, "by": by.ID, "at": at,
	})
	return x, wrap("tell the adoption of", id, err)
}

func (r repository) confirm(ctx context.Context, id ID, by account.ID) error {
	return wrap("confirm", id, postgres.Exec(ctx, r.q, "UPDATE adoption SET confirmed_by = $2 WHERE id = $1", id, by))
}

func (r repository) delete(ctx context.Context, id ID) error {
	return wrap("remove", id, postgres.Exec(ctx, r.q, "DELETE FROM adoption WHERE id = $1", id))
}

// log adds a step to what has been told.
func (r repository) log(ctx context.Context, x Adoption, step string, by account.ID, at time.Time) error {
	return wrap("log", x.ID, postgres.Exec(ctx, r.q, `
		INSERT INTO adoption_step (act_id, organization_id, state, note, by_id, at)
		VALUES ($1, $2, $3, $4, $5, $6)`, x.ActID, x.OrganizationID, step, x.Note, by, at))
}

// steps is what has been told of an act, confirmed and removed, as it came.
func (r repository) steps(ctx context.Context, id act.ID) ([]Step, error) {
	all, err := postgres.All[Step](ctx, r.q, "SELECT organization_id, state, at FROM adoption_step WHERE act_id = $1 ORDER BY id", id)
	return all, wrap("list the steps of", id, err)
}

func wrap(verb string, what any, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s %v: %w", verb, what, err)
}
