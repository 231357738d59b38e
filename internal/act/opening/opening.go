// Package opening is how the owner of a draft lets the coordinators of its
// organisation help: they read it and say what they think, and mend its words
// where the owner allows that too. Whatever they do, the owner reads.
package opening

import (
	"fmt"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
)

// An Opening is the owner's consent; the zero Opening is none.
type Opening struct {
	ActID          act.ID
	OrganizationID organization.ID
	Edits          bool // the words may be mended too
	OpenedAt       time.Time
}

// A Deed is what has been done with an opening.
type Deed string

// The deeds.
const (
	Opened  Deed = "opened"
	ToEdit  Deed = "opened for edits"
	Closed  Deed = "closed"
	Looked  Deed = "looked"
	Hinted  Deed = "hinted"
	Changed Deed = "edited"
)

// A Step is one deed, as the owner reads it.
type Step struct {
	ByID   account.ID
	ByName string
	Deed   Deed
	At     time.Time
}

// A Hint is what a coordinator says of a section of a draft.
type Hint struct {
	ActID   act.ID
	Section string // a field of act.Wording
	Body    string
	ByID    account.ID
	ByName  string
	SaidAt  time.Time
}

const (
	// MaxHint is the longest hint, in characters.
	MaxHint = limit.Reason
	oneLook = 10 * time.Minute // opened again within it, a page has been looked at once
)

// CanOpen reports whether viewer may open a to the coordinators of its
// organisation: its owner, while it is being written.
func CanOpen(a act.Act, viewer account.Account) bool {
	return a.Owned(viewer) && writing(a) && a.OrganizationID != 0
}

func writing(a act.Act) bool {
	return !a.Updating && (a.Status == act.Draft || a.Status == act.ChangesRequested)
}

// Helps reports whether viewer may read a by the consent o.
func (o Opening) Helps(a act.Act, viewer account.Account) bool {
	return o.ActID == a.ID && o.ActID != 0 && o.OrganizationID == a.OrganizationID && writing(a) && viewer.Coordinates(int64(o.OrganizationID))
}

// Service is what is done with openings.
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

// Path is where coordinators read an opened draft.
func Path(id act.ID) string { return fmt.Sprintf("/oma/organisaatio/luonnokset/%d", int64(id)) }

// OwnPath is where the owner of a draft opens it and reads what was done.
func OwnPath(id act.ID) string { return fmt.Sprintf("/omat-teot/%d/avaus", int64(id)) }
