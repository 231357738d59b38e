package membership

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/validate"
)

// Last is what viewer asked last, unless they took it back or have become a
// member since; false if that is nothing.
func (s *Service) Last(ctx context.Context, viewer account.Account) (Request, bool, error) {
	last, err := repository{s.db}.last(ctx, viewer.ID)
	if err != nil || len(last) == 0 {
		return Request{}, false, err
	}
	q := last[0]
	return q, q.open(viewer) || q.Outcome == Declined && viewer.OrganizationID != int64(q.OrganizationID), nil
}

// Ask tells an organisation that by would like to be a member of it. Asking
// twice asks once; asking another takes the first back.
func (s *Service) Ask(ctx context.Context, by account.Account, o organization.ID) error {
	if !by.SignedIn() {
		return fmt.Errorf("ask to be a member: %w", fault.Forbidden)
	}
	switch known := s.Organizations.Directory().Get(o); {
	case known.ID == 0 || !known.ValidTo.IsZero():
		return validate.Problems{{Field: "organization", Rule: validate.NoSuchOrganization}}
	case int64(o) == by.OrganizationID:
		return validate.Problems{{Field: "organization", Rule: validate.Member}}
	}
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		who, err := s.Accounts.LockTx(ctx, tx, by.ID) // of two forms one asks
		if err != nil {
			return err
		}
		last, err := repository{tx}.last(ctx, by.ID)
		if err != nil || len(last) == 1 && last[0].open(who) && last[0].OrganizationID == o {
			return err
		}
		if err := s.mayAskTx(ctx, tx, who, o); err != nil {
			return err
		}
		if _, err := (repository{tx}).cancel(ctx, by.ID, s.now()); err != nil {
			return err
		}
		id, err := repository{tx}.insert(ctx, by.ID, o, s.now())
		if err != nil {
			return err
		}
		if err := s.tellAskedTx(ctx, tx, id, who, o); err != nil {
			return err
		}
		return audit.Record(ctx, tx, by, "ask membership", id.String(), o.String())
	})
}

func (s *Service) mayAskTx(ctx context.Context, tx pgx.Tx, by account.Account, o organization.ID) error {
	if by.IsCoordinator() { // whose organisation is for an administrator to change
		return fmt.Errorf("ask to move as a coordinator: %w", fault.Forbidden)
	}
	refused, err := repository{tx}.refused(ctx, by.ID, o)
	if err != nil {
		return err
	}
	if len(refused) > 0 && s.now().Sub(refused[0]) < askAgain {
		return validate.Problems{{Field: "organization", Rule: validate.Refused}}
	}
	today, err := repository{tx}.askedSince(ctx, by.ID, s.now().Add(-aDay))
	if err == nil && today >= asksPerDay {
		return fmt.Errorf("ask for a %dth membership in a day: %w", today+1, fault.TooMany)
	}
	return err
}

// Cancel takes back what by has asked. There may be nothing to take back.
func (s *Service) Cancel(ctx context.Context, by account.Account) error {
	if !by.SignedIn() {
		return fmt.Errorf("take a request back: %w", fault.Forbidden)
	}
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		id, err := repository{tx}.cancel(ctx, by.ID, s.now())
		if err != nil || id == 0 {
			return err
		}
		return audit.Record(ctx, tx, by, "cancel membership request", id.String(), "")
	})
}
