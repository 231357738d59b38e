package account

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/secret"
)

// stepLife is how long there is for the second factor after the first.
const stepLife = 10 * time.Minute

// A SecondStep is somebody at the door who has given the first factor.
type SecondStep struct {
	AccountID ID
	Next      string // path to go on to
}

// BeginStep is the token of a second step: who has it has given the first
// factor of a.
func (s *Service) BeginStep(ctx context.Context, a Account, next string) (string, error) {
	token, now := secret.New(), s.now()
	if len(next) > maxNext {
		next = ""
	}
	return token, factors{s.db}.insertStep(ctx, token, SecondStep{a.ID, next}, now, now.Add(stepLife))
}

// PeekStep is a second step that waits, or a fault.NotFound.
func (s *Service) PeekStep(ctx context.Context, token string) (SecondStep, error) {
	st, err := factors{s.db}.step(ctx, token, s.now())
	return st, wrap("find", "second step", err)
}

// FinishStep lets in who gives the right code: of the app, or a recovery code.
// A wrong one is WrongCode, and after too many it is a fault.TooMany for a
// while.
func (s *Service) FinishStep(ctx context.Context, token, code string) (Account, string, error) {
	st, err := s.PeekStep(ctx, token)
	if err != nil {
		return Account{}, "", err
	}
	var a Account
	err = s.guarded(ctx, st.AccountID, func(tx pgx.Tx, found Account) error {
		if a = found; !a.SignedIn() {
			return fmt.Errorf("%v may not sign in: %w", a.ID, fault.NotFound)
		}
		if err := s.takeTx(ctx, tx, a.ID, code); err != nil {
			return err
		}
		return factors{tx}.endStep(ctx, token)
	})
	if err != nil {
		return Account{}, "", err
	}
	return a, st.Next, nil
}

// guarded is a deed that takes a code before it changes anything. A wrong code
// is counted, and after too many none is looked at. Of one account it is one
// at a time: a hundred at once are no way around the limit.
func (s *Service) guarded(ctx context.Context, id ID, fn func(pgx.Tx, Account) error) error {
	var wrong error
	err := s.db.Tx(ctx, func(tx pgx.Tx) error {
		a, err := repository{tx}.lock(ctx, id)
		if err != nil {
			return err
		}
		n, err := factors{tx}.failures(ctx, id, s.now().Add(-codeWindow))
		if err != nil {
			return err
		}
		if n >= maxWrongCodes {
			return fmt.Errorf("%d wrong codes in %v: %w", n, codeWindow, fault.TooMany)
		}
		err = fn(tx, a)
		if errors.Is(err, WrongCode) {
			wrong = err
			return factors{tx}.fail(ctx, id, s.now())
		}
		return err
	})
	if err == nil {
		err = wrong
	}
	return err
}
