package account

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/secret"
)

// A sign-in link works once and for ten minutes. One mailbox gets a few an
// hour at most, so that nobody is flooded.
const (
	linkLife     = 10 * time.Minute
	linksPerHour = 5
	maxNext      = 2000 // bytes
)

// A Link is what a sign-in link leads to.
type Link struct {
	Email string
	Next  string // path to go on to

	purpose purpose
}

// A purpose is what a link is for. One for another does not work.
type purpose string

const (
	forSignIn   purpose = "sign-in"
	forPassword purpose = "password"
)

// RequestLink mails a link to sign in with. What happens does not show: not
// whether the address has an account, not that it has had its links of the
// hour, not that staff are told to use their password instead.
func (s *Service) RequestLink(ctx context.Context, email, next string, lang i18n.Lang) error {
	email, err := address(email)
	if err != nil {
		return err
	}
	if len(next) > maxNext {
		next = ""
	}
	err = s.db.Tx(ctx, func(tx pgx.Tx) error {
		return s.requestLinkTx(ctx, tx, Link{Email: email, Next: next, purpose: forSignIn}, lang)
	})
	return wrap("request", "sign-in link", err)
}

func (s *Service) requestLinkTx(ctx context.Context, tx pgx.Tx, l Link, lang i18n.Lang) error {
	tries, now := tries{tx}, s.now()
	sent, err := s.linksTx(ctx, tx, l.Email)
	if err != nil || sent >= linksPerHour {
		return err
	}
	a, err := repository{tx}.findByEmail(ctx, l.Email)
	if err != nil && !notFound(err) {
		return err
	}
	token, expires := secret.New(), now.Add(linkLife)
	if a.Disabled || a.Staff() {
		expires = now // counts, but never works
	}
	if err := tries.insertLink(ctx, token, l, now, expires); err != nil {
		return err
	}
	return s.mails.PostTx(ctx, tx, s.letterFor(ctx, a, l.Email, token, lang))
}

// linksTx is how many links the mailbox has got in the last hour, of any kind.
// Others who ask for one wait until the transaction has ended.
func (s *Service) linksTx(ctx context.Context, tx pgx.Tx, email string) (int, error) {
	if err := (tries{tx}).lock(ctx, email); err != nil {
		return 0, err
	}
	return tries{tx}.links(ctx, email, s.now().Add(-time.Hour))
}

// PeekLink is what a link leads to. It does not use it up: the programs that
// check mails for dangers open every link.
func (s *Service) PeekLink(ctx context.Context, token string) (Link, error) {
	l, err := tries{s.db}.peek(ctx, token, forSignIn, s.now())
	return l, wrap("open", "sign-in link", err)
}

// UseLink signs in with a link, once. Whoever has none yet gets an account:
// that the link arrived proves the address. Then comes where to go on to. A
// link that does not work, or no longer, is a fault.NotFound.
func (s *Service) UseLink(ctx context.Context, token string) (Account, string, error) {
	var a Account
	var l Link
	err := s.db.Tx(ctx, func(tx pgx.Tx) (err error) {
		now := s.now()
		if l, err = (tries{tx}).use(ctx, token, forSignIn, now); err != nil {
			return err
		}
		accounts := repository{tx}
		if a, err = accounts.ensure(ctx, Account{Email: l.Email, Language: string(i18n.From(ctx))}, now); err != nil {
			return err
		}
		if a.Disabled || a.Staff() { // since the link was sent
			return fmt.Errorf("%v may not sign in by link: %w", a.ID, fault.NotFound)
		}
		return accounts.confirm(ctx, a.ID, now)
	})
	if err != nil {
		return Account{}, "", wrap("use", "sign-in link", err)
	}
	return a, l.Next, nil
}
