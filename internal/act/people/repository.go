package people

import (
	"context"
	"fmt"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/postgres"
)

// repository is the SQL of the people around an act. Its methods run one
// statement each and decide nothing.
type repository struct{ q postgres.Querier }

const requestColumns = "id, act_id, account_id, message, asked_at, answered_at, accepted"

func (r repository) addAuthor(ctx context.Context, id act.ID, who account.ID, at time.Time) error {
	return wrap("add an author to", id, postgres.Exec(ctx, r.q, `
		INSERT INTO act_author (act_id, account_id, since) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`, id, who, at))
}

func (r repository) removeAuthor(ctx context.Context, id act.ID, who account.ID) error {
	return wrap("remove an author from", id, postgres.Exec(ctx, r.q, `
		DELETE FROM act_author WHERE act_id = $1 AND account_id = $2`, id, who))
}

func (r repository) authors(ctx context.Context, id act.ID) ([]author, error) {
	all, err := postgres.All[author](ctx, r.q, `
		SELECT account_id, since FROM act_author WHERE act_id = $1 ORDER BY since, account_id`, id)
	return all, wrap("list the authors of", id, err)
}

type author struct {
	AccountID account.ID
	Since     time.Time
}

// insertRequest is no row when the same person has asked already and nobody
// has answered.
func (r repository) insertRequest(ctx context.Context, q Request) ([]RequestID, error) {
	ids, err := postgres.Values[RequestID](ctx, r.q, `
		INSERT INTO act_join_request (act_id, account_id, message, asked_at) VALUES ($1, $2, $3, $4)
		ON CONFLICT DO NOTHING
		RETURNING id`, q.ActID, q.AccountID, q.Message, q.AskedAt)
	return ids, wrap("ask to join", q.ActID, err)
}

func (r repository) findRequest(ctx context.Context, id RequestID) (Request, error) {
	q, err := postgres.One[Request](ctx, r.q, `SELECT `+requestColumns+` FROM act_join_request WHERE id = $1`, id)
	return q, wrap("find", id, err)
}

func (r repository) openRequests(ctx context.Context, id act.ID) ([]Request, error) {
	all, err := postgres.All[Request](ctx, r.q, `
		SELECT `+requestColumns+` FROM act_join_request WHERE act_id = $1 AND answered_at IS NULL ORDER BY id`, id)
	return all, wrap("list who asks to join", id, err)
}

// lastRequest is what somebody asked last of an act; none or one.
func (r repository) lastRequest(ctx context.Context, id act.ID, who account.ID) ([]Request, error) {
	all, err := postgres.All[Request](ctx, r.q, `
		SELECT `+requestColumns+` FROM act_join_request WHERE act_id = $1 AND account_id = $2 ORDER BY id DESC LIMIT 1`, id, who)
	return all, wrap("find the request of", who, err)
}

// requestsBy is what somebody waits for an answer to.
func (r repository) requestsBy(ctx context.Context, who account.ID) ([]Request, error) {
	all, err := postgres.All[Request](ctx, r.q, `
		SELECT `+requestColumns+` FROM act_join_request WHERE account_id = $1 AND answered_at IS NULL ORDER BY id`, who)
	return all, wrap("list the requests of", who, err)
}

func (r repository) askedSince(ctx context.Context, who account.ID, since time.Time) (int, error) {
	n, err := postgres.Value[int](ctx, r.q, "SELECT count(*)::int FROM act_join_request WHERE account_id = $1 AND asked_at > $2", who, since)
	return n, wrap("count the requests of", who, err)
}

func (r repository) answerRequest(ctx context.Context, id RequestID, by account.ID, accepted bool, at time.Time) error {
	return wrap("answer", id, postgres.Exec(ctx, r.q, `
		UPDATE act_join_request SET answered_at = $2, answered_by = $3, accepted = $4 WHERE id = $1 AND answered_at IS NULL`, id, at, by, accepted))
}

func wrap(verb string, what any, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s %v: %w", verb, what, err)
}
