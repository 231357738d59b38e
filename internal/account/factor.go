package account

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/session"
)

// WrongCode is the answer to a code that is not the one, or was used before.
var WrongCode = errors.New("wrong code")

// Sealing is s that keeps the secrets of second factors by sealer.
func (s *Service) Sealing(sealer *session.Sealer) *Service {
	s.sealer = sealer
	return s
}

// NeedsSecondFactor reports whether a has so much power that a password alone
// must not be enough.
func (a Account) NeedsSecondFactor() bool { return a.has(Moderator, Team, Admin) }

// own is a deed of by to their own second factor that takes a code.
func (s *Service) own(ctx context.Context, by Account, fn func(pgx.Tx) error) error {
	if !by.SignedIn() {
		return fault.Forbidden
	}
	return s.guarded(ctx, by.ID, func(tx pgx.Tx, _ Account) error { return fn(tx) })
}

// WithCode is a deed of by that takes a code of their second factor.
func (s *Service) WithCode(ctx context.Context, by Account, code string, fn func(pgx.Tx) error) error {
	return s.own(ctx, by, func(tx pgx.Tx) error {
		if err := s.takeTx(ctx, tx, by.ID, code); err != nil {
			return err
		}
		return fn(tx)
	})
}

// BeginFactor gives by a new secret for their app. It does nothing yet: a code
// must come of it first.
func (s *Service) BeginFactor(ctx context.Context, by Account) error {
	if !by.SignedIn() {
		return fault.Forbidden
	}
	if by.SecondFactor {
		return fmt.Errorf("%v has a second factor: %w", by.ID, fault.Conflict)
	}
	return factors{s.db}.begin(ctx, by.ID, s.sealer.Seal(session.Secret(secretLen), by.ID.String()), s.now())
}

// Enrolment is what by gives to their app: none when nothing was begun or all
// is done.
func (s *Service) Enrolment(ctx context.Context, by Account) (Enrolment, bool, error) {
	kept, err := factors{s.db}.find(ctx, by.ID)
	if notFound(err) || err == nil && kept.ConfirmedAt != nil {
		return Enrolment{}, false, nil
	}
	if err != nil {
		return Enrolment{}, false, err
	}
	secret, _, err := s.sealer.Open(kept.Secret, by.ID.String())
	return enrolment(secret, by.Email), err == nil, wrap("open secret of", by.ID, err)
}

// ConfirmFactor takes the first code of an app: from now on signing in asks for
// one. It gives the recovery codes, which are shown once, and ends the sessions
// of by but the one of here.
func (s *Service) ConfirmFactor(ctx context.Context, by Account, code, here string) (recovery []string, err error) {
	err = s.own(ctx, by, func(tx pgx.Tx) error {
		if err := s.takeCodeTx(ctx, tx, by.ID, digits(code)); err != nil {
			return err
		}
		if err := (factors{tx}).confirm(ctx, by.ID, s.now()); err != nil {
			return err
		}
		if recovery, err = s.newCodesTx(ctx, tx, by.ID); err != nil {
			return err
		}
		if err := session.EndOthers(ctx, tx, int64(by.ID), here); err != nil {
			return err
		}
		return s.record(ctx, tx, by, "second factor added", by.ID.String(), "")
	})
	return recovery, err
}

// RenewCodes gives by new recovery codes for a code; the old ones work no more.
func (s *Service) RenewCodes(ctx context.Context, by Account, code string) (recovery []string, err error) {
	err = s.own(ctx, by, func(tx pgx.Tx) error {
		if err := s.takeTx(ctx, tx, by.ID, code); err != nil {
			return err
		}
		if recovery, err = s.newCodesTx(ctx, tx, by.ID); err != nil {
			return err
		}
		return s.record(ctx, tx, by, "recovery codes renewed", by.ID.String(), "")
	})
	return recovery, err
}

// RemoveFactor takes the second factor off for a code, as when the phone
// changes. It ends the other sessions of by.
func (s *Service) RemoveFactor(ctx context.Context, by Account, code, here string) error {
	return s.own(ctx, by, func(tx pgx.Tx) error {
		if err := s.takeTx(ctx, tx, by.ID, code); err != nil {
			return err
		}
		if err := (factors{tx}).remove(ctx, by.ID); err != nil {
			return err
		}
		if err := (tries{tx}).voidLinks(ctx, by.Email, s.now()); err != nil { // with the factor, a link was not enough
			return err
		}
		if err := session.EndOthers(ctx, tx, int64(by.ID), here); err != nil {
			return err
		}
		return s.record(ctx, tx, by, "second factor removed", by.ID.String(), "")
	})
}

// ResetFactor takes the second factor off somebody who has lost it, and signs
// them out everywhere. An administrator does it to others; the zero Account is
// the operator, at the command line of the server.
func (s *Service) ResetFactor(ctx context.Context, by Account, id ID) error {
	if by.ID != 0 && (!by.Administers() || by.ID == id) {
		return fmt.Errorf("second factor of %v: %w", id, fault.Forbidden)
	}
	return s.change(ctx, by, id, "second factor reset", func(tx pgx.Tx, a Account) error {
		if err := (factors{tx}).remove(ctx, id); err != nil {
			return err
		}
		return s.endAllTx(ctx, tx, a)
	})
}

// CodesLeft is how many recovery codes by has not used.
func (s *Service) CodesLeft(ctx context.Context, by Account) (int, error) {
	return factors{s.db}.left(ctx, by.ID)
}

// takeTx takes a code of the app or a recovery code. Each works once.
func (s *Service) takeTx(ctx context.Context, tx pgx.Tx, id ID, typed string) error {
	if code := digits(typed); len(code) == codeLen {
		return s.takeCodeTx(ctx, tx, id, code)
	}
	used, err := factors{tx}.useRecovery(ctx, id, recoveryDigest(typed), s.now())
	if err == nil && !used {
		err = WrongCode
	}
	if err != nil {
		return err
	}
	return s.record(ctx, tx, Account{ID: id}, "recovery code used", id.String(), "")
}

const codeLen = 6

func (s *Service) takeCodeTx(ctx context.Context, tx pgx.Tx, id ID, code string) error {
	r := factors{tx}
	kept, err := r.find(ctx, id)
	if notFound(err) {
		return WrongCode
	}
	if err != nil {
		return err
	}
	secret, old, err := s.sealer.Open(kept.Secret, id.String())
	if err != nil {
		return wrap("open secret of", id, err)
	}
	at := stepOf(secret, code, s.now())
	taken, err := r.take(ctx, id, at)
	switch {
	case err != nil:
		return err
	case at == 0 || !taken: // taken before: whoever looked over the shoulder comes too late
		return WrongCode
	case old:
		return r.reseal(ctx, id, s.sealer.Seal(secret, id.String()))
	}
	return nil
}

func (s *Service) newCodesTx(ctx context.Context, tx pgx.Tx, id ID) ([]string, error) {
	codes, digests := make([]string, recoveryCodes), make([][]byte, recoveryCodes)
	for i := range codes {
		codes[i] = newRecoveryCode()
		digests[i] = recoveryDigest(codes[i])
	}
	return codes, factors{tx}.setRecovery(ctx, id, digests)
}

// Guessing codes is slow: so many wrong ones in so long, and none is looked at.
const (
	maxWrongCodes = 10
	codeWindow    = 15 * time.Minute
)
