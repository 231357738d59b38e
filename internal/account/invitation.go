package account

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/secret"
	"tekojentori.fi/tori/internal/validate"
)

// How long an invitation is good for, and how many are sent in a day: by one
// person, and to one address by everybody together.
const (
	invitationLife  = 14 * 24 * time.Hour
	invitesPerDay   = 100
	invitesToOne    = 5
	keepInvitations = 90 * 24 * time.Hour // after they have ended
)

// An InvitationID names an invitation.
type InvitationID int64

func (id InvitationID) String() string { return fmt.Sprintf("account invitation %d", int64(id)) }

// An Invitation asks somebody to join the portal, with roles and an
// organisation.
type Invitation struct {
	ID             InvitationID
	Email          string
	Roles          []Role
	OrganizationID int64     // 0: none
	Language       i18n.Lang // of the mail
	ByID           ID
	CreatedAt      time.Time
	ExpiresAt      time.Time
}

// Invites reports whether a may ask people to join.
func (a Account) Invites() bool { return a.has(Coordinator, Admin) }

// MayInvite reports whether a may ask somebody to join with the roles of v: an
// administrator anybody, a coordinator members of the own organisation.
func (a Account) MayInvite(v Invitation) bool {
	return a.Administers() || len(v.Roles) == 0 && a.Coordinates(v.OrganizationID)
}

// Invite mails somebody an invitation. Whether the address has an account does
// not show. A new one takes the place of what the same person sent there
// before; the same form sent twice sends one mail.
func (s *Service) Invite(ctx context.Context, by Account, formKey string, v Invitation) error {
	if !by.MayInvite(v) {
		return fmt.Errorf("%v invites: %w", by.ID, fault.Forbidden)
	}
	v.Roles = slices.Compact(slices.Sorted(slices.Values(v.Roles)))
	if err := v.check(by); err != nil {
		return err
	}
	v.Email, v.ByID, v.CreatedAt, v.ExpiresAt = normal(v.Email), by.ID, s.now(), s.now().Add(invitationLife)
	err := s.db.Tx(ctx, func(tx pgx.Tx) error { return s.inviteTx(ctx, tx, by, formKey, v) })
	return wrap("send", "invitation", err)
}

func (v Invitation) check(by Account) error {
	_, err := address(v.Email)
	var p validate.Problems
	errors.As(err, &p)
	if normal(v.Email) == by.Email { // nobody changes their own roles
		p.Add("email", validate.Yourself, 0)
	}
	if !known(v.Roles) {
		p.Add("roles", validate.Unknown, 0)
	}
	if slices.Contains(v.Roles, Coordinator) && v.OrganizationID == 0 {
		p.Add("organization", validate.Required, 0)
	}
	if !v.Language.Known() {
		p.Add("language", validate.Unknown, 0)
	}
	return p.Err()
}

func (s *Service) inviteTx(ctx context.Context, tx pgx.Tx, by Account, formKey string, v Invitation) error {
	r := invitations{tx}
	if err := (tries{tx}).lock(ctx, v.Email); err != nil {
		return err
	}
	sent, err := r.sentSince(ctx, v, s.now().Add(-24*time.Hour))
	if err != nil {
		return err
	}
	if sent.By >= invitesPerDay || sent.To >= invitesToOne {
		return fmt.Errorf("%d invitations by %v in a day, %d to the address: %w", sent.By, by.ID, sent.To, fault.TooMany)
	}
	token := secret.New()
	made, err := r.insert(ctx, formKey, token, v)
	if err != nil || len(made) == 0 { // sent by the press before this one
		return err
	}
	if err := s.record(ctx, tx, by, "invite", made[0].String(), list(v.Roles)); err != nil {
		return err
	}
	return s.mails.PostTx(ctx, tx, s.invitationLetter(ctx, by, v, token))
}

// Invitations is those that wait for an answer: an administrator sees all, a
// coordinator those to the own organisation.
func (s *Service) Invitations(ctx context.Context, by Account) ([]Invitation, error) {
	if !by.Invites() {
		return nil, fmt.Errorf("list invitations: %w", fault.Forbidden)
	}
	organization := by.OrganizationID
	if by.Administers() {
		organization = 0
	} else if organization == 0 {
		return nil, nil
	}
	return invitations{s.db}.open(ctx, organization, s.now())
}

// CancelInvitation takes an invitation back. One that has ended, and one that
// by may not send, is a fault.NotFound.
func (s *Service) CancelInvitation(ctx context.Context, by Account, id InvitationID) error {
	if !by.Invites() {
		return fmt.Errorf("%v cancels: %w", by.ID, fault.Forbidden)
	}
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		v, err := invitations{tx}.lock(ctx, id)
		if err != nil {
			return err
		}
		if !by.MayInvite(v) {
			return fmt.Errorf("cancel %v: %w", id, fault.NotFound)
		}
		if err := (invitations{tx}).end(ctx, id, "cancelled", s.now()); err != nil {
			return err
		}
		return s.record(ctx, tx, by, "cancel invitation", id.String(), "")
	})
}
