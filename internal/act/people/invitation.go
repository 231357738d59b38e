package people

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/secret"
	"tekojentori.fi/tori/internal/validate"
)

// How long invitations are good for, and how many one may send in a day.
const (
	authorLife    = 14 * 24 * time.Hour
	ownerLife     = 7 * 24 * time.Hour
	invitesPerDay = 30
)

// An InvitationID names an invitation.
type InvitationID int64

func (id InvitationID) String() string { return fmt.Sprintf("invitation %d", int64(id)) }

// An Invitation is to write an act too, or to become its owner.
type Invitation struct {
	ID        InvitationID
	ActID     act.ID
	AsOwner   bool
	Email     string // who is meant: whoever signs in with it
	ByID      account.ID
	CreatedAt time.Time
	ExpiresAt time.Time
	Outcome   string // "": open
}

// accepted is the outcome of an invitation that somebody has taken.
const accepted = "accepted"

// Invite mails somebody an invitation to write an act, or to own it. Inviting
// twice invites once; lang is of the mail to whoever has no account.
func (s *Service) Invite(ctx context.Context, by account.Account, id act.ID, email string, asOwner bool, lang i18n.Lang) error {
	email = strings.ToLower(strings.TrimSpace(email))
	return s.managing(ctx, by, id, func(tx pgx.Tx, a act.Act) (string, error) {
		if !shared(a) {
			return "", fmt.Errorf("invite to %v, which is %s: %w", id, a.Status, fault.Conflict)
		}
		if err := (repository{tx}).expire(ctx, id, s.now()); err != nil {
			return "", err
		}
		if err := s.checkInvitedTx(ctx, tx, a, by, email, asOwner); err != nil {
			return "", err
		}
		v := Invitation{ActID: id, AsOwner: asOwner, Email: email, ByID: by.ID, CreatedAt: s.now(), ExpiresAt: s.now().Add(authorLife)}
		if asOwner {
			v.ExpiresAt = s.now().Add(ownerLife)
			if err := (repository{tx}).replaceOffer(ctx, v, s.now()); err != nil {
				return "", err
			}
		}
		token := secret.New()
		made, err := repository{tx}.insertInvitation(ctx, v, secret.Digest(token))
		if err != nil || len(made) == 0 {
			return "invite again", err
		}
		v.ID = made[0]
		return "invite", s.tellInvitedTx(ctx, tx, a, by, v, token, lang)
	})
}

// shared reports whether an act is one that people may come to and go from.
func shared(a act.Act) bool { return a.Status != act.Withdrawn && a.Status != act.Merged }

// checkInvitedTx is nil, or what keeps an address from being invited.
func (s *Service) checkInvitedTx(ctx context.Context, tx pgx.Tx, a act.Act, by account.Account, email string, asOwner bool) error {
	field := "email"
	if asOwner {
		field = "new_owner"
	}
	var p validate.Problems
	if email == "" {
		p.Add(field, validate.Required, 0)
	}
	p.Email(field, email)
	if p.Err() == nil && strings.ContainsFunc(email, func(r rune) bool { return r > unicode.MaxASCII }) { // nobody could sign in with it
		p.Add(field, validate.Email, 0)
	}
	if p.Err() != nil {
		return p.Err()
	}
	if email == by.Email {
		p.Add(field, validate.Yourself, 0)
		return p.Err()
	}
	sent, err := repository{tx}.invitedSince(ctx, by.ID, s.now().Add(-dayOfLimits))
	if err != nil || sent >= invitesPerDay {
		return firstOf(err, fmt.Errorf("invite a %dth in a day: %w", sent+1, fault.TooMany))
	}
	open, err := repository{tx}.openInvitations(ctx, a.ID)
	if err != nil {
		return err
	}
	again := slices.ContainsFunc(open, func(v Invitation) bool { return v.Email == email && v.AsOwner == asOwner })
	if !asOwner && !again && len(a.AuthorIDs)+len(open) >= MaxAuthors {
		p.Add(field, validate.Crowded, MaxAuthors)
	}
	return p.Err()
}

// firstOf is the first of some errors that is one.
func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// A Letter is an opened invitation: to what, and by whom.
type Letter struct {
	Invitation
	Act     act.Act
	Inviter account.Account
}

// Peek is what a link invites to. It uses nothing up: programs that check
// mails open every link. What has ended or expired is a fault.NotFound.
func (s *Service) Peek(ctx context.Context, token string) (Letter, error) {
	v, err := repository{s.db}.findInvitation(ctx, secret.Digest(token))
	if err != nil {
		return Letter{}, err
	}
	l := Letter{Invitation: v}
	if l.Inviter, err = s.Accounts.Find(ctx, v.ByID); err != nil {
		return l, err
	}
	if l.Act, err = s.Acts.Find(ctx, l.Inviter, v.ActID); err != nil {
		return l, err
	}
	if v.Outcome != "" || !s.now().Before(v.ExpiresAt) || !v.stands(l.Act) {
		return l, fmt.Errorf("open %v, which is over: %w", v.ID, fault.NotFound)
	}
	return l, nil
}

// stands reports whether an invitation to an act still means something: only
// who owns it can hand it over.
func (v Invitation) stands(a act.Act) bool {
	return shared(a) && (!v.AsOwner || a.OwnerID == v.ByID || a.OwnerID == 0)
}

// Cancel takes an invitation back. One that is over already stays as it is.
func (s *Service) Cancel(ctx context.Context, by account.Account, id act.ID, invitation InvitationID) error {
	return s.managing(ctx, by, id, func(tx pgx.Tx, _ act.Act) (string, error) {
		return "cancel an invitation", repository{tx}.cancelInvitation(ctx, id, invitation, s.now())
	})
}
