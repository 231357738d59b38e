package account

import (
	"context"
	"fmt"
	"slices"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/validate"
)

// An Opened invitation is what its link leads to.
type Opened struct {
	Invitation
	Inviter       Account
	Account       Account // the zero Account: the address has none yet
	NeedsPassword bool    // to be chosen now: the mailbox alone is not enough
}

// An Acceptance is what somebody tells who accepts an invitation.
type Acceptance struct {
	Name     string // if the account has none
	Password string // if the invitation needs one
}

// PeekInvitation is what an invitation offers. It uses nothing up: programs
// that check mails open every link. One that has ended is a fault.NotFound, as
// when whoever sent it may not invite any more.
func (s *Service) PeekInvitation(ctx context.Context, token string) (Opened, error) {
	v, err := invitations{s.db}.byToken(ctx, token, s.now())
	if err != nil {
		return Opened{}, err
	}
	return s.openTx(ctx, repository{s.db}, v)
}

func (s *Service) openTx(ctx context.Context, r repository, v Invitation) (o Opened, err error) {
	o.Invitation = v
	if o.Inviter, err = r.find(ctx, v.ByID); err != nil {
		return o, err
	}
	hash := ""
	if o.Account, err = r.findByEmail(ctx, v.Email); err == nil {
		hash, err = r.passwordHash(ctx, v.Email)
	}
	if err != nil && !notFound(err) {
		return o, err
	}
	if !o.stands() {
		return o, fmt.Errorf("open %v, which stands no more: %w", v.ID, fault.NotFound)
	}
	o.NeedsPassword = o.after().Staff() && hash == ""
	return o, nil
}

// stands reports whether o may still be accepted. A coordinator's invitation
// moves no coordinator to another organisation: that is for an administrator.
func (o Opened) stands() bool {
	moves := o.Account.has(Coordinator) && o.Account.OrganizationID != o.OrganizationID && !o.Inviter.Administers()
	return o.Inviter.MayInvite(o.Invitation) && !o.Account.Disabled && !moves
}

// after is the account as it will be.
func (o Opened) after() Account {
	a := o.Account
	a.ID = max(a.ID, 1) // somebody
	a.Roles = slices.Compact(slices.Sorted(slices.Values(slices.Concat(a.Roles, o.Roles))))
	if o.OrganizationID != 0 {
		a.OrganizationID = o.OrganizationID
	}
	return a
}

func (o Opened) check(a Acceptance) error {
	var p validate.Problems
	if o.Account.Name == "" {
		p.Text("name", a.Name, MaxName)
	}
	if o.NeedsPassword {
		p = append(p, passwordProblems(o.Email, a.Password)...)
	}
	return p.Err()
}

// AcceptInvitation joins: the account is made if there is none, and gets the
// roles and the organisation. It tells whether the invitation may sign in too.
// It does not when the account has a password already and runs the portal: a
// mailbox is not enough for that.
func (s *Service) AcceptInvitation(ctx context.Context, token string, told Acceptance) (a Account, enter bool, err error) {
	o, err := s.PeekInvitation(ctx, token)
	if err != nil {
		return Account{}, false, err
	}
	told.Name = oneLine(told.Name)
	if err := o.check(told); err != nil {
		return Account{}, false, err
	}
	hash := ""
	if o.NeedsPassword {
		if hash, err = s.hash(ctx, told.Password); err != nil {
			return Account{}, false, err
		}
	}
	err = s.db.Tx(ctx, func(tx pgx.Tx) error {
		a, err = s.acceptTx(ctx, tx, token, told.Name, hash)
		return err
	})
	return a, err == nil && (!a.Staff() || hash != ""), wrap("accept", "invitation", err)
}

func (s *Service) acceptTx(ctx context.Context, tx pgx.Tx, token, name, hash string) (Account, error) {
	r := repository{tx}
	v, err := invitations{tx}.use(ctx, token, s.now())
	if err != nil {
		return Account{}, err
	}
	made, err := r.ensure(ctx, Account{Email: v.Email, Language: string(i18n.From(ctx))}, s.now())
	if err != nil {
		return Account{}, err
	}
	if _, err := r.lock(ctx, made.ID); err != nil {
		return Account{}, err
	}
	o, err := s.openTx(ctx, r, v)
	if err != nil {
		return Account{}, err
	}
	if o.NeedsPassword && hash == "" { // since the form was read
		return Account{}, fmt.Errorf("%v needs a password: %w", made.ID, fault.Conflict)
	}
	if err := s.joinTx(ctx, tx, o, name); err != nil {
		return Account{}, err
	}
	if o.NeedsPassword {
		if err := r.setPasswordHash(ctx, made.ID, hash); err != nil {
			return Account{}, err
		}
	}
	return r.find(ctx, made.ID)
}

// joinTx gives an account what the invitation offers, and signs it out.
func (s *Service) joinTx(ctx context.Context, tx pgx.Tx, o Opened, name string) error {
	r, after := repository{tx}, o.after()
	if err := r.setRoles(ctx, after.ID, after.Roles); err != nil {
		return err
	}
	if err := r.setOrganization(ctx, after.ID, after.OrganizationID); err != nil {
		return err
	}
	if after.Name == "" {
		p := after.Profile()
		p.Name = name
		if _, err := r.updateProfile(ctx, after.ID, p); err != nil {
			return err
		}
	}
	if err := r.confirm(ctx, after.ID, s.now()); err != nil {
		return err
	}
	if err := s.record(ctx, tx, after, "accept invitation", after.ID.String(), fmt.Sprintf("%v by %v: %s", o.ID, o.ByID, list(o.Roles))); err != nil {
		return err
	}
	return s.endAllTx(ctx, tx, after)
}
