package people

import (
	"context"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/postgres"
)

const invitationColumns = "id, act_id, as_owner, email, by_id, created_at, expires_at, coalesce(outcome, '') AS outcome"

// insertInvitation is no row when the same person is invited already.
func (r repository) insertInvitation(ctx context.Context, v Invitation, tokenHash []byte) ([]InvitationID, error) {
	ids, err := postgres.Values[InvitationID](ctx, r.q, `
		INSERT INTO act_invitation (act_id, as_owner, email, token_hash, by_id, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
		ON CONFLICT DO NOTHING
		RETURNING id`, v.ActID, v.AsOwner, v.Email, tokenHash, v.ByID, v.CreatedAt, v.ExpiresAt)
	return ids, wrap("invite to", v.ActID, err)
}

func (r repository) findInvitation(ctx context.Context, tokenHash []byte) (Invitation, error) {
	v, err := postgres.One[Invitation](ctx, r.q, `SELECT `+invitationColumns+` FROM act_invitation WHERE token_hash = $1`, tokenHash)
	return v, wrap("find", "invitation", err)
}

func (r repository) openInvitations(ctx context.Context, id act.ID) ([]Invitation, error) {
	all, err := postgres.All[Invitation](ctx, r.q, `
		SELECT `+invitationColumns+` FROM act_invitation WHERE act_id = $1 AND ended_at IS NULL ORDER BY id`, id)
	return all, wrap("list the invitations to", id, err)
}

func (r repository) invitedSince(ctx context.Context, by account.ID, since time.Time) (int, error) {
	n, err := postgres.Value[int](ctx, r.q, "SELECT count(*)::int FROM act_invitation WHERE by_id = $1 AND created_at > $2", by, since)
	return n, wrap("count the invitations of", by, err)
}

// expire ends the invitations to an act whose time is over, so that the same
// people can be invited again.
func (r repository) expire(ctx context.Context, id act.ID, now time.Time) error {
	return wrap("expire the invitations to", id, postgres.Exec(ctx, r.q, `
		UPDATE act_invitation SET ended_at = $2, outcome = 'expired' WHERE act_id = $1 AND ended_at IS NULL AND expires_at <= $2`, id, now))
}

// replaceOffer takes back the offer of an act to somebody else: there is one
// at a time.
func (r repository) replaceOffer(ctx context.Context, v Invitation, now time.Time) error {
	return wrap("replace the offer of", v.ActID, postgres.Exec(ctx, r.q, `
		UPDATE act_invitation SET ended_at = $3, outcome = 'cancelled'
		WHERE act_id = $1 AND as_owner AND email <> $2 AND ended_at IS NULL`, v.ActID, v.Email, now))
}

func (r repository) endInvitation(ctx context.Context, id InvitationID, outcome string, now time.Time) error {
	return wrap("end", id, postgres.Exec(ctx, r.q, `
		UPDATE act_invitation SET ended_at = $2, outcome = $3 WHERE id = $1 AND ended_at IS NULL`, id, now, outcome))
}

func (r repository) cancelInvitation(ctx context.Context, of act.ID, id InvitationID, now time.Time) error {
	return wrap("cancel", id, postgres.Exec(ctx, r.q, `
		UPDATE act_invitation SET ended_at = $3, outcome = 'cancelled' WHERE id = $2 AND act_id = $1 AND ended_at IS NULL`, of, id, now))
}

// Sweep forgets invitations and requests that were answered long ago: they
// hold addresses of people who may have nothing to do with the portal.
func (s *Service) Sweep(ctx context.Context) error {
	now := s.now()
	err := postgres.Exec(ctx, s.db, `
		DELETE FROM act_invitation WHERE coalesce(ended_at, expires_at) < $1`, now.Add(-keepInvitations))
	if err != nil {
		return wrap("sweep", "invitations", err)
	}
	return wrap("sweep", "requests", postgres.Exec(ctx, s.db, "DELETE FROM act_join_request WHERE answered_at < $1", now.Add(-keepAnswered)))
}
