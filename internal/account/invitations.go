package account

import (
	"context"
	"time"

	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/secret"
)

// invitations is the SQL of invitations.
type invitations struct{ q postgres.Querier }

const invitationColumns = "id, email, roles, coalesce(organization_id, 0) AS organization_id, language, by_id, created_at, expires_at"

// insert replaces an open one of the same person to the same address. It is no
// row when the form has been sent before.
func (r invitations) insert(ctx context.Context, formKey, token string, v Invitation) ([]InvitationID, error) {
	err := postgres.Exec(ctx, r.q, `
		UPDATE account_invitation SET ended_at = $3, outcome = 'replaced'
		WHERE email = $1 AND by_id = $2 AND ended_at IS NULL AND NOT EXISTS (SELECT FROM account_invitation WHERE form_key = $4::uuid)`,
		v.Email, v.ByID, v.CreatedAt, formKey)
	if err != nil {
		return nil, wrap("replace", "invitation", err)
	}
	ids, err := postgres.Values[InvitationID](ctx, r.q, `
		INSERT INTO account_invitation (form_key, email, roles, organization_id, language, token_hash, by_id, created_at, expires_at)
		VALUES ($1::uuid, $2, $3, nullif($4::bigint, 0), $5, $6, $7, $8, $9)
		ON CONFLICT DO NOTHING
		RETURNING id`, formKey, v.Email, append([]Role{}, v.Roles...), v.OrganizationID, string(v.Language), secret.Digest(token), v.ByID, v.CreatedAt, v.ExpiresAt)
	return ids, wrap("insert", "invitation", err)
}

// sent is how many invitations went out: by one person, and to one address.
type sent struct{ By, To int }

func (r invitations) sentSince(ctx context.Context, v Invitation, since time.Time) (sent, error) {
	n, err := postgres.One[sent](ctx, r.q, `
		SELECT count(*) FILTER (WHERE by_id = $1)::int AS by, count(*) FILTER (WHERE email = $2)::int AS to
		FROM account_invitation WHERE (by_id = $1 OR email = $2) AND created_at > $3`, v.ByID, v.Email, since)
	return n, wrap("count", "invitations", err)
}

// open is the invitations that wait, to an organisation or to all.
func (r invitations) open(ctx context.Context, organization int64, now time.Time) ([]Invitation, error) {
	all, err := postgres.All[Invitation](ctx, r.q, `
		SELECT `+invitationColumns+` FROM account_invitation
		WHERE ended_at IS NULL AND expires_at > $2 AND ($1::bigint = 0 OR organization_id = $1 AND roles = '{}')
		ORDER BY created_at DESC, id DESC LIMIT 500`, organization, now)
	return all, wrap("list", "invitations", err)
}

func (r invitations) lock(ctx context.Context, id InvitationID) (Invitation, error) {
	v, err := postgres.One[Invitation](ctx, r.q, `
		SELECT `+invitationColumns+` FROM account_invitation WHERE id = $1 AND ended_at IS NULL FOR UPDATE`, id)
	return v, wrap("lock", id, err)
}

func (r invitations) byToken(ctx context.Context, token string, now time.Time) (Invitation, error) {
	v, err := postgres.One[Invitation](ctx, r.q, `
		SELECT `+invitationColumns+` FROM account_invitation
		WHERE token_hash = $1 AND ended_at IS NULL AND expires_at > $2`, secret.Digest(token), now)
	return v, wrap("find", "invitation", err)
}

func (r invitations) end(ctx context.Context, id InvitationID, outcome string, now time.Time) error {
	return wrap("end", id, postgres.Exec(ctx, r.q, "UPDATE account_invitation SET ended_at = $2, outcome = $3 WHERE id = $1", id, now, outcome))
}

// use is byToken that only one of many at the same time gets.
func (r invitations) use(ctx context.Context, token string, now time.Time) (Invitation, error) {
	v, err := postgres.One[Invitation](ctx, r.q, `
		UPDATE account_invitation SET ended_at = $2, outcome = 'accepted'
		WHERE token_hash = $1 AND ended_at IS NULL AND expires_at > $2
		RETURNING `+invitationColumns, secret.Digest(token), now)
	return v, wrap("use", "invitation", err)
}

func (r invitations) forget(ctx context.Context, a Account) error {
	return wrap("forget invitations to", a.ID, postgres.Exec(ctx, r.q, "DELETE FROM account_invitation WHERE email = $1", a.Email))
}

func (r invitations) sweep(ctx context.Context, before time.Time) error {
	return wrap("sweep", "invitations", postgres.Exec(ctx, r.q, "DELETE FROM account_invitation WHERE coalesce(ended_at, expires_at) < $1", before))
}
