package people

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/postgres"
)

// Known tells which acts of others a person writes too, or has asked to, or is
// invited to. Whom they have invited themself is of those people.
func (s *Service) Known(ctx context.Context, a account.Account, tell account.Tell) error {
	if err := postgres.Each(ctx, s.db, `
		SELECT to_jsonb(x) - 'account_id' FROM act_author x WHERE account_id = $1 ORDER BY act_id`, tell.In("author_of"), a.ID); err != nil {
		return err
	}
	if err := postgres.Each(ctx, s.db, `
		SELECT to_jsonb(q) - 'account_id' - 'answered_by' FROM act_join_request q WHERE account_id = $1 ORDER BY id`, tell.In("join_requests"), a.ID); err != nil {
		return err
	}
	if err := postgres.Each(ctx, s.db, `
		SELECT to_jsonb(v) - 'by_id' - 'token_hash' FROM act_invitation v WHERE email = $1 ORDER BY id`, tell.In("invitations"), a.Email); err != nil {
		return err
	}
	if err := postgres.Each(ctx, s.db, `
		SELECT to_jsonb(v) - 'by_id' - 'token_hash' - 'email' FROM act_invitation v WHERE by_id = $1 ORDER BY id`, tell.In("invitations_sent"), a.ID); err != nil {
		return err
	}
	return postgres.Each(ctx, s.db, `
		SELECT jsonb_build_object('act_id', act_id, 'answered_at', answered_at, 'accepted', accepted)
		FROM act_join_request WHERE answered_by = $1 ORDER BY id`, tell.In("join_requests_answered"), a.ID)
}

// ForgetTx takes a person out of the circles: who has written the longest with
// them has their acts from now on.
func (s *Service) ForgetTx(ctx context.Context, tx pgx.Tx, who account.Account) error {
	r := repository{tx}
	if err := r.forget(ctx, who); err != nil {
		return err
	}
	shared, err := r.shared(ctx, who.ID)
	if err != nil {
		return err
	}
	for _, heir := range shared {
		if err := s.hand(ctx, tx, who, heir); err != nil {
			return err
		}
	}
	return nil
}

// hand gives an act to one of its authors, who is told.
func (s *Service) hand(ctx context.Context, tx pgx.Tx, who account.Account, h heir) error {
	a, err := s.Acts.ChangeTx(ctx, tx, h.ActID, 0, func(a *act.Act) error {
		a.OwnerID = h.AccountID
		return nil
	})
	if err != nil {
		return err
	}
	if err := (repository{tx}).removeAuthor(ctx, h.ActID, h.AccountID); err != nil {
		return err
	}
	to, err := s.Accounts.FindTx(ctx, tx, h.AccountID)
	if err != nil {
		return err
	}
	if err := s.postTx(ctx, tx, to, handed, words{act: a, path: "/omat-teot", key: fmt.Sprintf("%v handed to %v", a.ID, to.ID)}); err != nil {
		return err
	}
	return audit.Record(ctx, tx, who, "hand over", a.ID.String(), to.ID.String())
}

// An heir is who has an act after its owner.
type heir struct {
	ActID     act.ID
	AccountID account.ID
}

func (r repository) shared(ctx context.Context, owner account.ID) ([]heir, error) {
	all, err := postgres.All[heir](ctx, r.q, `
		SELECT DISTINCT ON (x.act_id) x.act_id, x.account_id
		FROM act_author x JOIN act a ON a.id = x.act_id
		WHERE a.owner_id = $1
		ORDER BY x.act_id, x.since, x.account_id`, owner)
	return all, wrap("list the shared acts of", owner, err)
}

func (r repository) forget(ctx context.Context, who account.Account) error {
	return wrap("forget", who.ID, postgres.Exec(ctx, r.q, `
		WITH asked AS (DELETE FROM act_join_request WHERE account_id = $1),
		     invited AS (DELETE FROM act_invitation WHERE by_id = $1 OR email = $2)
		DELETE FROM act_author WHERE account_id = $1`, who.ID, who.Email))
}
