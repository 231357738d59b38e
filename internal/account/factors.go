package account

import (
	"context"
	"time"

	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/secret"
)

// factors is the SQL of second factors.
type factors struct{ q postgres.Querier }

// kept is the secret of somebody's app.
type kept struct {
	Secret      []byte
	ConfirmedAt *time.Time
}

// begin stores a secret; one that was begun before and never confirmed goes.
func (r factors) begin(ctx context.Context, id ID, sealed []byte, now time.Time) error {
	return wrap("begin second factor of", id, postgres.Exec(ctx, r.q, `
		INSERT INTO totp (account_id, secret, begun_at) VALUES ($1, $2, $3)
		ON CONFLICT (account_id) DO UPDATE SET secret = excluded.secret, begun_at = excluded.begun_at, last_step = 0
		WHERE totp.confirmed_at IS NULL`, id, sealed, now))
}

func (r factors) find(ctx context.Context, id ID) (kept, error) {
	k, err := postgres.One[kept](ctx, r.q, "SELECT secret, confirmed_at FROM totp WHERE account_id = $1", id)
	return k, wrap("find second factor of", id, err)
}

func (r factors) reseal(ctx context.Context, id ID, sealed []byte) error {
	return wrap("reseal second factor of", id, postgres.Exec(ctx, r.q, "UPDATE totp SET secret = $2 WHERE account_id = $1", id, sealed))
}

func (r factors) confirm(ctx context.Context, id ID, now time.Time) error {
	return wrap("confirm second factor of", id, postgres.Exec(ctx, r.q, "UPDATE totp SET confirmed_at = $2 WHERE account_id = $1", id, now))
}

// take uses a step, unless it or a later one has been used.
func (r factors) take(ctx context.Context, id ID, step int64) (bool, error) {
	taken, err := postgres.Values[int64](ctx, r.q, `
		UPDATE totp SET last_step = $2 WHERE account_id = $1 AND last_step < $2 RETURNING last_step`, id, step)
	return len(taken) > 0, wrap("take a code of", id, err)
}

func (r factors) remove(ctx context.Context, id ID) error {
	return wrap("remove second factor of", id, postgres.Exec(ctx, r.q, `
		WITH codes AS (DELETE FROM recovery_code WHERE account_id = $1), steps AS (DELETE FROM second_step WHERE account_id = $1),
		     keys AS (DELETE FROM passkey WHERE account_id = $1), questions AS (DELETE FROM passkey_ceremony WHERE account_id = $1)
		DELETE FROM totp WHERE account_id = $1`, id))
}

func (r factors) forget(ctx context.Context, a Account) error {
	if err := postgres.Exec(ctx, r.q, "DELETE FROM code_failure WHERE account_id = $1", a.ID); err != nil {
		return err
	}
	return r.remove(ctx, a.ID)
}

func (r factors) setRecovery(ctx context.Context, id ID, digests [][]byte) error {
	if err := postgres.Exec(ctx, r.q, "DELETE FROM recovery_code WHERE account_id = $1", id); err != nil {
		return wrap("renew recovery codes of", id, err)
	}
	return wrap("renew recovery codes of", id, postgres.Exec(ctx, r.q, `
		INSERT INTO recovery_code (account_id, code_hash) SELECT $1, unnest($2::bytea[])`, id, digests))
}

func (r factors) useRecovery(ctx context.Context, id ID, digest []byte, now time.Time) (bool, error) {
	used, err := postgres.Values[ID](ctx, r.q, `
		UPDATE recovery_code SET used_at = $3 WHERE account_id = $1 AND code_hash = $2 AND used_at IS NULL RETURNING account_id`, id, digest, now)
	return len(used) > 0, wrap("use a recovery code of", id, err)
}

func (r factors) left(ctx context.Context, id ID) (int, error) {
	return postgres.Value[int](ctx, r.q, "SELECT count(*) FROM recovery_code WHERE account_id = $1 AND used_at IS NULL", id)
}

func (r factors) insertStep(ctx context.Context, token string, s SecondStep, now, expires time.Time) error {
	return wrap("begin second step of", s.AccountID, postgres.Exec(ctx, r.q, `
		INSERT INTO second_step (token_hash, account_id, next, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)`,
		secret.Digest(token), s.AccountID, s.Next, now, expires))
}

func (r factors) step(ctx context.Context, token string, now time.Time) (SecondStep, error) {
	return postgres.One[SecondStep](ctx, r.q, `
		SELECT account_id, next FROM second_step WHERE token_hash = $1 AND expires_at > $2`, secret.Digest(token), now)
}

// endStep uses a step up; it is a fault.NotFound when it has been used.
func (r factors) endStep(ctx context.Context, token string) error {
	_, err := postgres.Value[ID](ctx, r.q, "DELETE FROM second_step WHERE token_hash = $1 RETURNING account_id", secret.Digest(token))
	return wrap("end", "second step", err)
}

func (r factors) endSteps(ctx context.Context, id ID) error {
	return wrap("end second steps of", id, postgres.Exec(ctx, r.q, "DELETE FROM second_step WHERE account_id = $1", id))
}

func (r factors) failures(ctx context.Context, id ID, since time.Time) (int, error) {
	return postgres.Value[int](ctx, r.q, "SELECT count(*) FROM code_failure WHERE account_id = $1 AND failed_at > $2", id, since)
}

func (r factors) fail(ctx context.Context, id ID, now time.Time) error {
	return wrap("count a wrong code of", id, postgres.Exec(ctx, r.q, "INSERT INTO code_failure (account_id, failed_at) VALUES ($1, $2)", id, now))
}
