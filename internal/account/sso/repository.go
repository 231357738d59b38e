package sso

import (
	"context"
	"fmt"
	"time"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/secret"
)

// repository is the SQL of the connections and of who is on the way.
type repository struct{ q postgres.Querier }

const columns = `organization_id, issuer, client_id, enabled, version,
	ARRAY(SELECT domain FROM sign_on_domain d WHERE d.organization_id = sign_on.organization_id ORDER BY domain) AS domains`

func (r repository) all(ctx context.Context) ([]Connection, error) {
	all, err := postgres.All[Connection](ctx, r.q, "SELECT "+columns+" FROM sign_on ORDER BY organization_id")
	return all, wrap("list", err)
}

func (r repository) find(ctx context.Context, organization int64) (Connection, error) {
	c, err := postgres.One[Connection](ctx, r.q, "SELECT "+columns+" FROM sign_on WHERE organization_id = $1 AND enabled", organization)
	return c, wrap("find", err)
}

func (r repository) byDomain(ctx context.Context, domain string) (Connection, error) {
	c, err := postgres.One[Connection](ctx, r.q, `
		SELECT `+columns+` FROM sign_on
		WHERE enabled AND organization_id = (SELECT organization_id FROM sign_on_domain WHERE domain = $1)`, domain)
	return c, wrap("find", err)
}

func (r repository) secret(ctx context.Context, organization int64) ([]byte, error) {
	b, err := postgres.Value[[]byte](ctx, r.q, "SELECT secret FROM sign_on WHERE organization_id = $1", organization)
	return b, wrap("find secret of", err)
}

// save inserts a connection of version 0, and changes one of the version that
// the form was made of. Without a secret the old one stays.
func (r repository) save(ctx context.Context, c Connection, sealed []byte) error {
	if c.Version == 0 {
		return wrap("insert", postgres.Exec(ctx, r.q, `
			INSERT INTO sign_on (organization_id, issuer, client_id, secret, enabled) VALUES ($1, $2, $3, $4, $5)`,
			c.OrganizationID, c.Issuer, c.ClientID, sealed, c.Enabled))
	}
	changed, err := postgres.Values[int](ctx, r.q, `
		UPDATE sign_on SET issuer = $3, client_id = $4, secret = coalesce($5, secret), enabled = $6, version = version + 1
		WHERE organization_id = $1 AND version = $2 RETURNING version`,
		c.OrganizationID, c.Version, c.Issuer, c.ClientID, sealed, c.Enabled)
	if err == nil && len(changed) == 0 {
		err = fault.Conflict
	}
	return wrap("update", err)
}

// setDomains tells which domains a connection has, and whether another has one
// of them already.
func (r repository) setDomains(ctx context.Context, organization int64, domains []string) (taken bool, err error) {
	if err := postgres.Exec(ctx, r.q, "DELETE FROM sign_on_domain WHERE organization_id = $1", organization); err != nil {
		return false, wrap("set domains of", err)
	}
	set, err := postgres.Values[string](ctx, r.q, `
		INSERT INTO sign_on_domain (domain, organization_id) SELECT unnest($2::text[]), $1
		ON CONFLICT DO NOTHING RETURNING domain`, organization, domains)
	return len(set) < len(domains), wrap("set domains of", err)
}

func (r repository) remove(ctx context.Context, organization int64) error {
	gone, err := postgres.Values[int64](ctx, r.q, "DELETE FROM sign_on WHERE organization_id = $1 RETURNING organization_id", organization)
	if err == nil && len(gone) == 0 {
		err = fault.NotFound
	}
	return wrap("remove", err)
}

// attempt is somebody on the way to a provider and back.
type attempt struct {
	OrganizationID int64
	Nonce          string
	Verifier       string
	Next           string
}

func (r repository) begin(ctx context.Context, state, browser string, a attempt, now time.Time) error {
	return wrap("begin", postgres.Exec(ctx, r.q, `
		INSERT INTO sign_on_attempt (state_hash, browser_hash, organization_id, nonce, verifier, next, created_at, expires_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		secret.Digest(state), secret.Digest(browser), a.OrganizationID, a.Nonce, a.Verifier, a.Next, now, now.Add(attemptLife)))
}

// take uses an attempt up: of two answers one gets it. Another browser than
// the one that began, and another provider, get nothing and use nothing up.
func (r repository) take(ctx context.Context, state, browser string, organization int64, now time.Time) (attempt, error) {
	a, err := postgres.One[attempt](ctx, r.q, `
		DELETE FROM sign_on_attempt
		WHERE state_hash = $1 AND browser_hash = $2 AND organization_id = $3 AND expires_at > $4
		RETURNING organization_id, nonce, verifier, next`, secret.Digest(state), secret.Digest(browser), organization, now)
	return a, wrap("take", err)
}

func (r repository) sweep(ctx context.Context, now time.Time) error {
	return wrap("sweep", postgres.Exec(ctx, r.q, "DELETE FROM sign_on_attempt WHERE expires_at <= $1", now))
}

func wrap(verb string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s sign-on: %w", verb, err)
}
