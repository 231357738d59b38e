// Package membership knows who belongs to which organisation. Whoever asks to
// join one waits until a coordinator of it answers, or an administrator:
//
//	asked → approved | declined | cancelled
//
// Invitations and single sign-on need no answer: there the organisation itself
// has vouched for the person.
package membership

import (
	"fmt"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
)

// ID names a request.
type ID int64

func (id ID) String() string { return fmt.Sprintf("membership request %d", int64(id)) }

// An Outcome is how a request ended; "": it waits.
type Outcome string

// The outcomes.
const (
	Waits     Outcome = ""
	Approved  Outcome = "approved"
	Declined  Outcome = "declined"
	Cancelled Outcome = "cancelled" // by who asked
)

// A Request is somebody's wish to become a member of an organisation.
type Request struct {
	ID             ID
	AccountID      account.ID
	OrganizationID organization.ID
	AskedAt        time.Time
	EndedAt        *time.Time
	Outcome        Outcome
	Reason         string // of a no
}

// An Asking is a request that waits, with who makes it.
type Asking struct {
	Request
	By account.Account
}

// Limits of what people ask.
const (
	MaxReason  = limit.Reason
	asksPerDay = 5
	aDay       = 24 * time.Hour
	askAgain   = 30 * aDay // after a no; an invitation needs no waiting
)

// CanAnswer reports whether viewer decides who is a member of an organisation.
func CanAnswer(viewer account.Account, o organization.ID) bool {
	return viewer.Coordinates(int64(o)) || viewer.Administers()
}

// CanEnd reports whether viewer may end the membership of a: a coordinator of
// the organisation, an administrator, or a themself. Whoever coordinates the
// organisation stays until an administrator has taken the role.
func CanEnd(viewer, a account.Account) bool {
	if !viewer.SignedIn() || a.OrganizationID == 0 || a.IsCoordinator() {
		return false
	}
	return viewer.ID == a.ID || CanAnswer(viewer, organization.ID(a.OrganizationID))
}

// open reports whether q still waits for somebody's answer: not, once its
// organisation has taken the person in by another way.
func (q Request) open(by account.Account) bool {
	return q.Outcome == Waits && by.SignedIn() && by.OrganizationID != int64(q.OrganizationID)
}

// Service is what people do about memberships.
type Service struct {
	Parts
	db  *postgres.DB
	now func() time.Time
}

// Parts is what else takes part in the deeds.
type Parts struct {
	Accounts      *account.Service
	Mails         *mail.Outbox
	Organizations *organization.Service
}

// New is the Service on a database.
func New(db *postgres.DB, parts Parts, now func() time.Time) *Service {
	return &Service{Parts: parts, db: db, now: now}
}
