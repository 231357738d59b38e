package membership

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
)

// Members is who belongs to an organisation, by name, for those who decide on
// that.
func (s *Service) Members(ctx context.Context, viewer account.Account, o organization.ID) ([]account.Account, error) {
	if o == 0 || !CanAnswer(viewer, o) {
		return nil, fmt.Errorf("list the members of %v: %w", o, fault.Forbidden)
	}
	return s.Accounts.Of(ctx, int64(o))
}

// Over is that a membership has ended already.
var Over = errors.New("the membership is over")

// Member is somebody whose membership viewer may end, or a fault.NotFound. Of
// one that viewer could have ended before it did, it is Over, with the account
// as it was then.
func (s *Service) Member(ctx context.Context, viewer account.Account, id account.ID) (account.Account, error) {
	a, err := s.Accounts.Find(ctx, id)
	if err != nil || CanEnd(viewer, a) {
		return a, err
	}
	if a.OrganizationID == 0 {
		before := a
		if before.OrganizationID, err = s.Accounts.Left(ctx, id); err != nil {
			return a, err
		}
		if CanEnd(viewer, before) {
			return before, Over
		}
	}
	return a, fmt.Errorf("end the membership of %v: %w", id, fault.NotFound)
}

// End ends a membership. Ending it again is Over. What the person has
// written stays theirs.
func (s *Service) End(ctx context.Context, by account.Account, id account.ID) (account.Account, error) {
	a, err := s.Member(ctx, by, id)
	if err != nil {
		return a, err
	}
	return a, s.db.Tx(ctx, func(tx pgx.Tx) error {
		now, err := s.Accounts.LockTx(ctx, tx, id)
		switch {
		case err != nil || now.OrganizationID == 0:
			return err
		case now.OrganizationID != a.OrganizationID || !CanEnd(by, now):
			return fmt.Errorf("end the membership of %v, which is another by now: %w", id, fault.Conflict)
		}
		if _, err := (repository{tx}).cancel(ctx, id, s.now()); err != nil {
			return err
		}
		if err := s.Accounts.MoveTx(ctx, tx, by, now, 0); err != nil || by.ID == id {
			return err
		}
		return s.tellEndedTx(ctx, tx, now, organization.ID(a.OrganizationID))
	})
}

// Known tells what a person has asked, and which answers they have given.
func (s *Service) Known(ctx context.Context, a account.Account, tell account.Tell) error {
	if err := postgres.Each(ctx, s.db, `
		SELECT to_jsonb(q) - 'account_id' - 'answered_by' FROM membership_request q WHERE account_id = $1 ORDER BY id`, tell.In("membership_requests"), a.ID); err != nil {
		return err
	}
	return postgres.Each(ctx, s.db, `
		SELECT jsonb_build_object('organization_id', organization_id, 'ended_at', ended_at, 'outcome', outcome, 'reason', reason)
		FROM membership_request WHERE answered_by = $1 ORDER BY id`, tell.In("membership_requests_answered"), a.ID)
}

// ForgetTx forgets what a person has asked.
func (s *Service) ForgetTx(ctx context.Context, tx pgx.Tx, who account.Account) error {
	return repository{tx}.forget(ctx, who.ID)
}
