// Package account knows the people who use the portal, what they may do, and
// how they sign in.
package account

import (
	"fmt"
	"slices"
	"strings"
)

// ID names an account.
type ID int64

func (id ID) String() string { return fmt.Sprintf("account %d", int64(id)) }

// A Role is what an account may do beyond what every member may.
type Role string

// The roles. Every signed-in person is a member; that is no role.
const (
	Coordinator Role = "coordinator" // helps with the acts of the own organisation
	Moderator   Role = "moderator"   // reviews and publishes
	Editor      Role = "editor"      // writes news, solutions and pages
	Team        Role = "team"        // runs the programme: campaigns, awards, numbers
	Juror       Role = "juror"       // scores acts
	Coach       Role = "coach"       // reports coaching
	Admin       Role = "admin"       // people, roles, taxonomies, organisations
)

// Roles is every role.
func Roles() []Role {
	return []Role{Coordinator, Moderator, Editor, Team, Juror, Coach, Admin}
}

// An Account is one person. The zero Account is a visitor who has not signed in.
type Account struct {
	ID             ID
	Email          string // in lower case
	Name           string // "" until told
	Title          string
	Phone          string
	Language       string // of the mails: fi, sv or en
	Roles          []Role
	OrganizationID int64 // 0: none told
	Disabled       bool
	SecondFactor   bool // signing in asks for a code too
}

// SignedIn reports whether a is a person and not a visitor.
func (a Account) SignedIn() bool { return a.ID != 0 && !a.Disabled }

// Moderates reports whether a reviews submissions.
func (a Account) Moderates() bool { return a.has(Moderator, Admin) }

// RunsProgramme reports whether a sees all numbers and exports.
func (a Account) RunsProgramme() bool { return a.has(Team, Admin) }

// Edits reports whether a writes the portal's own texts.
func (a Account) Edits() bool { return a.has(Editor, Admin) }

// Nominates reports whether a may nominate for the prizes of campaigns.
func (a Account) Nominates() bool { return a.has(Moderator, Team, Admin) }

// Judges reports whether a can sit on a jury. Nobody does by running the
// portal: who judges is chosen.
func (a Account) Judges() bool { return a.has(Juror) }

// Administers reports whether a changes people and lists.
func (a Account) Administers() bool { return a.has(Admin) }

// IsCoordinator reports whether a helps with the acts of some organisation.
func (a Account) IsCoordinator() bool { return a.has(Coordinator) }

// Coordinates reports whether a helps with the acts of the organisation.
func (a Account) Coordinates(organization int64) bool {
	return a.has(Coordinator) && organization != 0 && a.OrganizationID == organization
}

// Staff reports whether a may do things that a stolen mailbox must not be
// enough for: staff sign in with a password, not with a link by e-mail alone.
func (a Account) Staff() bool { return a.has(Moderator, Editor, Team, Admin) }

// CallName is what to call a: the name, or the e-mail address without one.
func (a Account) CallName() string {
	if a.Name != "" {
		return a.Name
	}
	return a.Email
}

// FullName is the name if it is told in full: texts can be looked through for
// it. A first name alone is everybody's.
func (a Account) FullName() string {
	if strings.Contains(a.Name, " ") {
		return a.Name
	}
	return ""
}

func (a Account) has(any ...Role) bool {
	return a.SignedIn() && slices.ContainsFunc(any, func(r Role) bool { return slices.Contains(a.Roles, r) })
}
