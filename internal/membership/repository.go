package membership

import (
	"context"
	"fmt"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
)

// repository is the SQL of the table membership_request.
type repository struct{ q postgres.Querier }

const columns = "id, account_id, organization_id, asked_at, ended_at, coalesce(outcome, '') AS outcome, reason"

func (r repository) find(ctx context.Context, id ID) (Request, error) {
	q, err := postgres.One[Request](ctx, r.q, "SELECT "+columns+" FROM membership_request WHERE id = $1", id)
	return q, wrap("find", id, err)
}

// last is what somebody asked last: none or one.
func (r repository) last(ctx context.Context, who account.ID) ([]Request, error) {
	all, err := postgres.All[Request](ctx, r.q, `
		SELECT `+columns+` FROM membership_request WHERE account_id = $1 AND outcome IS DISTINCT FROM 'cancelled' ORDER BY id DESC LIMIT 1`, who)
	return all, wrap("find what was asked by", who, err)
}

// refused is when an organisation last said no to somebody: none or one.
func (r repository) refused(ctx context.Context, who account.ID, o organization.ID) ([]time.Time, error) {
	at, err := postgres.Values[time.Time](ctx, r.q, `
		SELECT ended_at FROM membership_request
		WHERE account_id = $1 AND organization_id = $2 AND outcome = 'declined' ORDER BY id DESC LIMIT 1`, who, o)
	return at, wrap("find the last no to", who, err)
}

func (r repository) askedSince(ctx context.Context, who account.ID, since time.Time) (int, error) {
	n, err := postgres.Value[int](ctx, r.q, "SELECT count(*) FROM membership_request WHERE account_id = $1 AND asked_at > $2", who, since)
	return n, wrap("count what was asked by", who, err)
}

// waiting is the requests without an answer, the oldest first: to an
// organisation, or with 0 to all.
func (r repository) waiting(ctx context.Context, o organization.ID) ([]Request, error) {
	all, err := postgres.All[Request](ctx, r.q, `
		SELECT `+columns+` FROM membership_request
		WHERE ended_at IS NULL AND ($1::bigint = 0 OR organization_id = $1) ORDER BY asked_at, id`, o)
	return all, wrap("list the requests to", o, err)
}

func (r repository) insert(ctx context.Context, who account.ID, o organization.ID, at time.Time) (ID, error) {
	id, err := postgres.Value[ID](ctx, r.q, `
		INSERT INTO membership_request (account_id, organization_id, asked_at) VALUES ($1, $2, $3) RETURNING id`, who, o, at)
	return id, wrap("insert a request of", who, err)
}

// cancel ends what somebody waits for; 0 if it was nothing.
func (r repository) cancel(ctx context.Context, who account.ID, at time.Time) (ID, error) {
	ids, err := postgres.Values[ID](ctx, r.q, `
		UPDATE membership_request SET ended_at = $2, outcome = 'cancelled' WHERE account_id = $1 AND ended_at IS NULL RETURNING id`, who, at)
	if err != nil || len(ids) == 0 {
		return 0, wrap("cancel the request of", who, err)
	}
	return ids[0], nil
}

func (r repository) answer(ctx context.Context, id ID, by account.ID, outcome Outcome, reason string, at time.Time) error {
	return wrap("answer", id, postgres.Exec(ctx, r.q, `
		UPDATE membership_request SET ended_at = $2, outcome = $3, answered_by = $4, reason = $5 WHERE id = $1`, id, at, string(outcome), by, reason))
}

func (r repository) forget(ctx context.Context, who account.ID) error {
	return wrap("forget the requests of", who, postgres.Exec(ctx, r.q, "DELETE FROM membership_request WHERE account_id = $1", who))
}

func wrap(verb string, what any, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s %v: %w", verb, what, err)
}
