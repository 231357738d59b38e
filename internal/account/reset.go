package account

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/secret"
	"tekojentori.fi/tori/internal/session"
	"tekojentori.fi/tori/internal/validate"
)

// How long a link to a new password is good for: one that somebody asked for
// themself, and one that an administrator has sent.
const (
	passwordLinkLife = 30 * time.Minute
	vouchedLinkLife  = 24 * time.Hour
)

// RequestPasswordLink mails a link to choose a new password with. What happens
// does not show. Who runs the portal and has no second factor gets no link: a
// stolen mailbox would be enough to come in. An administrator helps them.
func (s *Service) RequestPasswordLink(ctx context.Context, email string, lang i18n.Lang) error {
	email, err := address(email)
	if err != nil {
		return err
	}
	err = s.db.Tx(ctx, func(tx pgx.Tx) error {
		sent, err := s.linksTx(ctx, tx, email)
		if err != nil || sent >= linksPerHour {
			return err
		}
		a, err := repository{tx}.findByEmail(ctx, email)
		if err != nil && !notFound(err) {
			return err
		}
		expires := s.now().Add(passwordLinkLife)
		if !a.SignedIn() || a.Staff() && !a.SecondFactor {
			expires = s.now() // counts, but never works
		}
		token := secret.New()
		if err := (tries{tx}).insertLink(ctx, token, Link{Email: email, purpose: forPassword}, s.now(), expires); err != nil {
			return err
		}
		return s.mails.PostTx(ctx, tx, s.passwordLetter(ctx, a, email, token, lang))
	})
	return wrap("request", "password link", err)
}

// SendPasswordLink mails somebody a link to choose a password with. An
// administrator does it to others, once sure who asks.
func (s *Service) SendPasswordLink(ctx context.Context, by Account, id ID) error {
	if !by.Administers() || by.ID == id {
		return fmt.Errorf("password link to %v: %w", id, fault.Forbidden)
	}
	return s.change(ctx, by, id, "password link sent", func(tx pgx.Tx, a Account) error {
		if !a.SignedIn() {
			return fmt.Errorf("%v is closed: %w", id, fault.Conflict)
		}
		sent, err := s.linksTx(ctx, tx, a.Email)
		if err == nil && sent >= linksPerHour {
			err = fmt.Errorf("%d links to %v in an hour: %w", sent, id, fault.TooMany)
		}
		if err != nil {
			return err
		}
		token := secret.New()
		if err := (tries{tx}).insertLink(ctx, token, Link{Email: a.Email, purpose: forPassword}, s.now(), s.now().Add(vouchedLinkLife)); err != nil {
			return err
		}
		return s.mails.PostTx(ctx, tx, s.vouchedLetter(ctx, a, token))
	})
}

// PeekPasswordLink is the address whose password a link changes. It does not
// use it up.
func (s *Service) PeekPasswordLink(ctx context.Context, token string) (string, error) {
	l, err := tries{s.db}.peek(ctx, token, forPassword, s.now())
	return l.Email, wrap("open", "password link", err)
}

// UsePasswordLink gives whoever has the link a new password, once, and signs
// them out everywhere. A password that does not do leaves the link good.
func (s *Service) UsePasswordLink(ctx context.Context, token, password string) (Account, error) {
	email, err := s.PeekPasswordLink(ctx, token)
	if err != nil {
		return Account{}, err
	}
	if err := passwordProblems(email, password).Err(); err != nil {
		return Account{}, err
	}
	hash, err := s.hash(ctx, password)
	if err != nil {
		return Account{}, err
	}
	var a Account
	err = s.db.Tx(ctx, func(tx pgx.Tx) error {
		if _, err := (tries{tx}).use(ctx, token, forPassword, s.now()); err != nil {
			return err
		}
		if a, err = (repository{tx}).findByEmail(ctx, email); err != nil {
			return err
		}
		if a.Disabled {
			return fmt.Errorf("%v is closed: %w", a.ID, fault.NotFound)
		}
		if err := (repository{tx}).confirm(ctx, a.ID, s.now()); err != nil {
			return err
		}
		return s.setPasswordTx(ctx, tx, a, hash, "")
	})
	return a, wrap("use", "password link", err)
}

// A PasswordChange is a new password for the old one, and where it is told.
type PasswordChange struct {
	Old, New string
	Client   string // the network
	Here     string // the session, which does not end
}

// ChangePassword gives by a new password, and ends their other sessions.
// Guesses of the old one count as at the door.
func (s *Service) ChangePassword(ctx context.Context, by Account, c PasswordChange) error {
	if !by.SignedIn() {
		return fault.Forbidden
	}
	if err := passwordProblems(by.Email, c.New).Err(); err != nil {
		return err
	}
	if len(c.Old) > 4*MaxPassword {
		return Refused
	}
	right, err := s.attempt(ctx, by.Email, c.Old, c.Client)
	if err == nil && !right {
		err = Refused
	}
	if err != nil {
		return err
	}
	hash, err := s.hash(ctx, c.New)
	if err != nil {
		return err
	}
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		a, err := repository{tx}.lock(ctx, by.ID)
		if err != nil {
			return err
		}
		return s.setPasswordTx(ctx, tx, a, hash, c.Here)
	})
}

// setPasswordTx changes a password, ends the sessions of its owner but the one
// of here ("": all), and writes to them, so that they know if it was not them.
func (s *Service) setPasswordTx(ctx context.Context, tx pgx.Tx, a Account, hash, here string) error {
	if err := (repository{tx}).setPasswordHash(ctx, a.ID, hash); err != nil {
		return err
	}
	end := func() error { return s.endAllTx(ctx, tx, a) }
	if here != "" {
		end = func() error {
			return errors.Join(tries{tx}.voidLinks(ctx, a.Email, s.now()), factors{tx}.endSteps(ctx, a.ID), session.EndOthers(ctx, tx, int64(a.ID), here))
		}
	}
	if err := end(); err != nil {
		return wrap("end sessions of", a.ID, err)
	}
	if err := s.record(ctx, tx, a, "password", a.ID.String(), ""); err != nil {
		return err
	}
	return s.mails.PostTx(ctx, tx, s.changedLetter(ctx, a))
}

// HasPassword reports whether by can sign in with one.
func (s *Service) HasPassword(ctx context.Context, by Account) (bool, error) {
	hash, err := repository{s.db}.passwordHash(ctx, by.Email)
	return hash != "", err
}

// passwordProblems is what is wrong with a new password.
func passwordProblems(email, password string) validate.Problems {
	var p validate.Problems
	errors.As(checkPassword(email, password), &p)
	return p
}
