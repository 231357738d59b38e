package people

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/secret"
)

// Accept makes by an author or the owner of the act. The invitation is for
// whoever signs in with its address. Accepting twice accepts once.
func (s *Service) Accept(ctx context.Context, by account.Account, token string) (act.Act, error) {
	var to act.Act
	err := s.answering(ctx, token, func(tx pgx.Tx, a act.Act, v Invitation) error {
		to = a
		if !by.SignedIn() || by.Email != v.Email {
			return fmt.Errorf("accept %v: %w", v.ID, fault.Forbidden)
		}
		if v.Outcome == accepted && a.WrittenBy(by) {
			return nil
		}
		if v.Outcome != "" || !s.now().Before(v.ExpiresAt) || !v.stands(a) {
			return fmt.Errorf("accept %v, which is over: %w", v.ID, fault.NotFound)
		}
		if err := (repository{tx}).endInvitation(ctx, v.ID, accepted, s.now()); err != nil {
			return err
		}
		if err := s.enterTx(ctx, tx, a, by, v); err != nil {
			return err
		}
		if err := s.tellAcceptedTx(ctx, tx, a, by, v); err != nil {
			return err
		}
		return audit.Record(ctx, tx, by, "accept an invitation", v.ActID.String(), "")
	})
	return to, err
}

// enterTx lets somebody in. The old owner stays as an author.
func (s *Service) enterTx(ctx context.Context, tx pgx.Tx, a act.Act, by account.Account, v Invitation) error {
	switch {
	case a.Owned(by):
		return nil
	case !v.AsOwner && a.WrittenBy(by):
		return nil
	case !v.AsOwner:
		return s.takeAlongTx(ctx, tx, a, by.ID)
	}
	r := repository{tx}
	if err := r.removeAuthor(ctx, a.ID, by.ID); err != nil {
		return err
	}
	if a.OwnerID != 0 {
		if err := r.addAuthor(ctx, a.ID, a.OwnerID, s.now()); err != nil {
			return err
		}
	}
	_, err := s.Acts.ChangeTx(ctx, tx, a.ID, 0, func(a *act.Act) error { a.OwnerID = by.ID; return nil })
	return err
}

// Decline says no. It takes no account: whoever has the mail may.
func (s *Service) Decline(ctx context.Context, token string) error {
	return s.answering(ctx, token, func(tx pgx.Tx, _ act.Act, v Invitation) error {
		if v.Outcome != "" {
			return nil
		}
		if err := (repository{tx}).endInvitation(ctx, v.ID, "declined", s.now()); err != nil {
			return err
		}
		return audit.Record(ctx, tx, account.Account{}, "decline an invitation", v.ActID.String(), "")
	})
}

// answering does a deed to an invitation. The act is locked first, as by
// everyone who sees to its people.
func (s *Service) answering(ctx context.Context, token string, deed func(tx pgx.Tx, a act.Act, v Invitation) error) error {
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		v, err := repository{tx}.findInvitation(ctx, secret.Digest(token))
		if err != nil {
			return err
		}
		a, err := s.Acts.LockTx(ctx, tx, v.ActID)
		if err != nil {
			return err
		}
		if v, err = (repository{tx}).findInvitation(ctx, secret.Digest(token)); err != nil { // as it is under the lock
			return err
		}
		return deed(tx, a, v)
	})
}
