// Package people knows who writes an act besides its owner: whom the owner
// has taken along, and who asks to be.
package people

import (
	"fmt"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/internal/postgres"
)

// Service is what is done to the circle of people around an act.
type Service struct {
	Parts
	db  *postgres.DB
	now func() time.Time
}

// Parts is what else takes part in the deeds.
type Parts struct {
	Acts     *act.Service
	Accounts *account.Service
	Mails    *mail.Outbox
}

// New is the Service on a database.
func New(db *postgres.DB, parts Parts, now func() time.Time) *Service {
	return &Service{Parts: parts, db: db, now: now}
}

// A RequestID names a wish to join an act.
type RequestID int64

func (id RequestID) String() string { return fmt.Sprintf("request %d", int64(id)) }

// A Request is somebody's wish to write an act too.
type Request struct {
	ID         RequestID
	ActID      act.ID
	AccountID  account.ID
	Message    string
	AskedAt    time.Time
	AnsweredAt *time.Time // nil: nobody has yet
	Accepted   bool
}

// A Person is somebody who writes an act.
type Person struct {
	account.Account
	Since time.Time
}

// An Asking is a request with who makes it.
type Asking struct {
	Request
	By account.Account
}

// A Circle is the people around an act, as far as a viewer may know of them.
type Circle struct {
	Act      act.Act
	Owner    account.Account // the zero Account: nobody here owns it
	Authors  []Person
	Requests []Asking     // without an answer; for whoever may give one
	Invited  []Invitation // open or expired; for the same
}

// Limits of what people ask and send.
const (
	MaxGreeting     = limit.Greeting
	MaxAuthors      = limit.Authors
	asksPerDay      = 10
	askAgain        = 30 * 24 * time.Hour // after a no
	dayOfLimits     = 24 * time.Hour
	keepAnswered    = 365 * 24 * time.Hour
	keepInvitations = 60 * 24 * time.Hour
)

// CanManage reports whether viewer decides who writes a: its owner, or the
// moderators as long as nobody here owns it.
func CanManage(a act.Act, viewer account.Account) bool {
	return a.Owned(viewer) || a.OwnerID == 0 && viewer.Moderates()
}

// CanAsk reports whether viewer may ask to write a too.
func CanAsk(a act.Act, viewer account.Account) bool {
	return viewer.SignedIn() && a.Status.Public() && !a.WrittenBy(viewer)
}
