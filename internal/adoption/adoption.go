// Package adoption knows who has copied what: which organisation considers,
// has tried, uses or has stopped what an act tells about (otettu käyttöön
// meillä). Each organisation stands once under an act, with what was told
// last:
//
//	considered → tried → in_use → stopped, in any order
//
// Its members tell. The people of the act are told, and may confirm; so may the
// coordinator of the organisation that tells.
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

// A Telling is what somebody tells of the organisation that they belong to.
type Telling struct {
	State State
	Note  string
}

// MaxNote is the longest note, in characters.
const MaxNote = limit.Note

// Check is nil, or the validate.Problems of t.
func (t Telling) Check() error {
	var p validate.Problems
	if !slices.Contains(States(), t.State) {
		p.Add("state", validate.Required, 0)
	}
	p.Length("note", t.Note, MaxNote)
	return p.Err()
}

// Speaks reports whether viewer may tell something of an organisation: a
// member may, of the own one.
func Speaks(viewer account.Account) bool { return viewer.SignedIn() && viewer.OrganizationID != 0 }

// Made reports whether the organisation of viewer has made a, alone or with
// others.
func Made(a act.Act, viewer account.Account) bool {
	own := organization.ID(viewer.OrganizationID)
	return Speaks(viewer) && (own == a.OrganizationID || slices.Contains(a.PartnerIDs, own))
}

// CanTell reports whether viewer may tell that their organisation has adopted a.
func CanTell(a act.Act, viewer account.Account) bool {
	return Speaks(viewer) && !Made(a, viewer) && a.Status == act.Published
}

// CanChange reports whether viewer may take away what x tells: a member of its
// organisation may, whoever told it, and a moderator.
func (x Adoption) CanChange(viewer account.Account) bool {
	return Speaks(viewer) && viewer.OrganizationID == int64(x.OrganizationID) || viewer.Moderates()
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
