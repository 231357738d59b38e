// Package adoption knows who has copied what: which organisation considers,
// has tried, uses or has stopped what an act tells about (otettu käyttöön
// meillä). Each organisation stands once under an act, with what was told
// last:
//
//	considered → tried → in_use → stopped, in any order
//
// The people of the act are told, and may confirm; so may the coordinator of
// the organisation that tells.
package adoption

import (
	"fmt"
	"slices"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/validate"
)

// ID names an adoption.
type ID int64

func (id ID) String() string { return fmt.Sprintf("adoption %d", int64(id)) }

// A State is how far an organisation is with an act of others.
type State string

// The states.
const (
	Considered State = "considered" // harkitaan
	Tried      State = "tried"      // kokeiltu
	InUse      State = "in_use"     // käytössä
	Stopped    State = "stopped"    // lopetettu
)

// States is every state, in the order that the pages show them.
func States() []State { return []State{Considered, Tried, InUse, Stopped} }

// An Adoption is what an organisation has told of an act.
type Adoption struct {
	ID             ID
	ActID          act.ID
	OrganizationID organization.ID
	State          State
	Note           string
	ByID           account.ID // who told last
	ConfirmedBy    account.ID // 0: nobody has
	ToldAt         time.Time  // first
	AdoptedAt      *time.Time // when it was first told to be in use
	UpdatedAt      time.Time
}

// A Telling is what somebody tells of their organisation.
type Telling struct {
	OrganizationID organization.ID
	State          State
	Note           string
}

// MaxNote is the longest note, in characters.
const MaxNote = limit.Note

// Check is nil, or the validate.Problems of t for an act.
func (t Telling) Check(of act.Act) error {
	var p validate.Problems
	switch {
	case t.OrganizationID == 0:
		p.Add("organization", validate.Unknown, 0)
	case t.OrganizationID == of.OrganizationID || slices.Contains(of.PartnerIDs, t.OrganizationID):
		p.Add("organization", validate.Own, 0)
	}
	if !slices.Contains(States(), t.State) {
		p.Add("state", validate.Required, 0)
	}
	p.Length("note", t.Note, MaxNote)
	return p.Err()
}

// CanTell reports whether viewer may tell that an organisation has adopted a.
func CanTell(a act.Act, viewer account.Account) bool {
	return viewer.SignedIn() && a.Status == act.Published
}

// CanChange reports whether viewer may tell anew what x tells, or take it
// away: who told it, a colleague, or a moderator.
func (x Adoption) CanChange(viewer account.Account) bool {
	return viewer.SignedIn() &&
		(x.ByID == viewer.ID || viewer.OrganizationID == int64(x.OrganizationID) || viewer.Moderates())
}

// CanConfirm reports whether viewer may confirm x, which is of a.
func (x Adoption) CanConfirm(a act.Act, viewer account.Account) bool {
	return x.ConfirmedBy == 0 && (a.WrittenBy(viewer) || viewer.Coordinates(int64(x.OrganizationID)))
}

// Count is how many of the adoptions are in a state.
func Count(all []Adoption, s State) int {
	n := 0
	for _, x := range all {
		if x.State == s {
			n++
		}
	}
	return n
}
