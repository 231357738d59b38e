package account

import (
	"context"
	"time"

	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/secret"
)

// tries is the SQL of the attempts to sign in: links and failed passwords.
type tries struct{ q postgres.Querier }

// lock lets only one transaction at a time count the attempts of an address.
func (r tries) lock(ctx context.Context, email string) error {
	return postgres.Exec(ctx, r.q, "SELECT pg_advisory_xact_lock(hashtextextended('sign-in ' || $1, 0))", email)
}

func (r tries) links(ctx context.Context, email string, since time.Time) (int, error) {
	return postgres.Value[int](ctx, r.q, `
		SELECT count(*) FROM sign_in_link WHERE email = $1 AND created_at > $2`, email, since)
}

func (r tries) insertLink(ctx context.Context, token string, l Link, now, expires time.Time) error {
	return postgres.Exec(ctx, r.q, `
		INSERT INTO sign_in_link (token_hash, email, next, created_at, expires_at, purpose)
		VALUES ($1, $2, $3, $4, $5, $6)`, secret.Digest(token), l.Email, l.Next, now, expires, string(l.purpose))
}

func (r tries) peek(ctx context.Context, token string, of purpose, now time.Time) (Link, error) {
	return postgres.One[Link](ctx, r.q, `
		SELECT email, next FROM sign_in_link
		WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2 AND purpose = $3`, secret.Digest(token), now, string(of))
}

// use is peek that only one of many at the same time gets.
func (r tries) use(ctx context.Context, token string, of purpose, now time.Time) (Link, error) {
	return postgres.One[Link](ctx, r.q, `
		UPDATE sign_in_link SET used_at = $2
		WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2 AND purpose = $3
		RETURNING email, next`, secret.Digest(token), now, string(of))
}

// voidLinks lets no link to the address work that was sent before.
func (r tries) voidLinks(ctx context.Context, email string, now time.Time) error {
	return postgres.Exec(ctx, r.q, `
		UPDATE sign_in_link SET expires_at = $2 WHERE email = $1 AND expires_at > $2`, email, now)
}

// failed is how many wrong passwords there were: for an address from a
// network, from the network, for the address.
type failed struct{ Here, Network, Address int }

func (r tries) failures(ctx context.Context, email, client string, since time.Time) (failed, error) {
	return postgres.One[failed](ctx, r.q, `
		SELECT count(*) FILTER (WHERE email = $1 AND client = $2)::int AS here,
		       count(*) FILTER (WHERE client = $2)::int AS network,
		       count(*) FILTER (WHERE email = $1)::int AS address
		FROM sign_in_failure
		WHERE (email = $1 OR client = $2) AND failed_at > $3`, email, secret.Digest(client), since)
}

func (r tries) insertFailure(ctx context.Context, email, client string, now time.Time) error {
	return postgres.Exec(ctx, r.q, `
		INSERT INTO sign_in_failure (email, client, failed_at) VALUES ($1, $2, $3)`, email, secret.Digest(client), now)
}

// forgetFailures forgets those of whoever has signed in rightly, and of nobody
// else.
func (r tries) forgetFailures(ctx context.Context, email, client string) error {
	return postgres.Exec(ctx, r.q, "DELETE FROM sign_in_failure WHERE email = $1 AND client = $2", email, secret.Digest(client))
}

// sweep deletes the stashed forms that have expired, and the attempts to sign
// in from before a time.
func (r repository) sweep(ctx context.Context, now, before time.Time) error {
	return wrap("sweep", "sign-ins", postgres.Exec(ctx, r.q, `
		WITH links AS (DELETE FROM sign_in_link WHERE created_at < $2),
		     failures AS (DELETE FROM sign_in_failure WHERE failed_at < $2),
		     codes AS (DELETE FROM code_failure WHERE failed_at < $2),
		     steps AS (DELETE FROM second_step WHERE expires_at <= $1)
		DELETE FROM stashed_form WHERE expires_at <= $1`, now, before))
}
