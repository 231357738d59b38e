// Package act is the heart of the portal: the development act
// (kehittämisteko), its text and its life.
//
//	draft → submitted → in_review → approved → published ↔ hidden
//	  ↑         ↑           │ │                   │ │
//	  │         └ changes_  ┘ └→ rejected         │ └→ merged
//	  │           requested                       └→ archived
//	  └ withdrawn comes from draft, submitted and changes_requested
//
// Status says where the publication is, Stage how far the work itself is; the
// two are independent.
package act

import (
	"fmt"
	"slices"
	"time"

	"tekojentori.fi/tori/internal/account"
)

// ID names an act.
type ID int64

func (id ID) String() string { return fmt.Sprintf("act %d", int64(id)) }

// A Status is where the publication of an act is.
type Status string

// The statuses.
const (
	Draft            Status = "draft"             // luonnos: seen by its owner
	Submitted        Status = "submitted"         // lähetetty: waits for a moderator
	InReview         Status = "in_review"         // käsittelyssä: a moderator has it
	ChangesRequested Status = "changes_requested" // täydennettävä: back with the owner
	Approved         Status = "approved"          // hyväksytty: waits for its hour
	Published        Status = "published"         // julkaistu: seen by everyone
	Hidden           Status = "hidden"            // piilotettu: taken down for now
	Archived         Status = "archived"          // arkistoitu: read by link, not listed
	Rejected         Status = "rejected"          // hylätty
	Withdrawn        Status = "withdrawn"         // peruttu by its owner
	Merged           Status = "merged"            // yhdistetty: leads to another act
)

// Statuses is every status, in the order of life.
func Statuses() []Status {
	return []Status{Draft, Submitted, InReview, ChangesRequested, Approved, Published, Hidden, Archived, Rejected, Withdrawn, Merged}
}

// Public reports whether everyone may read an act of the status: in the list,
// or by link.
func (s Status) Public() bool { return s == Published || s == Archived }

// Waiting reports whether the moderators have the act on their table.
func (s Status) Waiting() bool {
	return s == Submitted || s == InReview || s == ChangesRequested || s == Approved
}

// An Act is one development act.
type Act struct {
	ID               ID
	Ref              string       // its name in files, never changed
	Slug             string       // its address, "" before the first submission
	OwnerID          account.ID   // 0: imported, nobody here owns it
	AuthorIDs        []account.ID // who write it besides its owner
	Consents         []Consent    // of its contacts, as far as they have been asked
	Content                       // flattened by pgx
	Status           Status
	SubmittedAt      *time.Time // the newest submission
	FirstPublishedAt *time.Time // set once
	PublishAt        *time.Time // when an approved act is to come out; nil: now
	MergedInto       ID         // 0: not merged
	Absorbs          bool       // others were merged into it: most acts need no look-up
	Revision         int        // the newest frozen text, counted from 1
	CreatedAt        time.Time
	UpdatedAt        time.Time
	FormVersion      FormVersion // that it was begun with
	Version          int         // counts changes, to notice two editors

	Updating bool `db:"-"` // its update: the text and the status are not those of the act that is out

	moves []move // transitions since it was read, not yet stored
}

// CanSee reports whether viewer may read a. What was never sent is for those
// alone who write it, also once it is dropped.
func (a Act) CanSee(viewer account.Account) bool {
	switch {
	case a.Status.Public() || a.Status == Merged || a.WrittenBy(viewer):
		return true
	case a.Status == Draft, a.dropped():
		return false
	}
	return viewer.Moderates()
}

// dropped reports whether a was withdrawn before anybody but its owner saw it.
func (a Act) dropped() bool { return a.Status == Withdrawn && a.Revision == 0 && a.OwnerID != 0 }

// CanEdit reports whether viewer may change the text of a.
func (a Act) CanEdit(viewer account.Account) bool {
	return a.WrittenBy(viewer) && a.editable()
}

func (a Act) editable() bool { return a.Status == Draft || a.Status == ChangesRequested }

// CanSubmit reports whether viewer may send a to the moderators.
func (a Act) CanSubmit(viewer account.Account) bool { return a.Owned(viewer) && a.editable() }

// CanWithdraw reports whether viewer may take a back.
func (a Act) CanWithdraw(viewer account.Account) bool {
	return a.Owned(viewer) && (a.Status == Draft || a.Status == Submitted || a.Status == ChangesRequested)
}

// CanReview reports whether viewer may decide on a: nobody decides on an own act.
func (a Act) CanReview(viewer account.Account) bool {
	return viewer.Moderates() && !a.WrittenBy(viewer)
}

// CanArchive reports whether viewer may move a published act out of the list.
func (a Act) CanArchive(viewer account.Account) bool {
	return a.Status == Published && a.archives(viewer)
}

func (a Act) archives(viewer account.Account) bool {
	return a.Owned(viewer) || viewer.Moderates() || viewer.Coordinates(int64(a.OrganizationID))
}

// begunVersion is the version of a draft as Begin leaves it.
const begunVersion = 2

// JustBegun reports whether nobody has changed a since its first form.
func (a Act) JustBegun() bool { return a.Status == Draft && a.Version == begunVersion }

// Owned reports whether a is viewer's own: to send, to take back, to share.
func (a Act) Owned(viewer account.Account) bool {
	return viewer.SignedIn() && a.OwnerID == viewer.ID
}

// WrittenBy reports whether viewer is one of those who write a: its owner, or
// somebody whom its owner has taken along.
func (a Act) WrittenBy(viewer account.Account) bool {
	return a.Owned(viewer) || viewer.SignedIn() && slices.Contains(a.AuthorIDs, viewer.ID)
}

// Writers is everybody whom WrittenBy knows, the owner first.
func (a Act) Writers() []account.ID {
	if a.OwnerID == 0 { // nobody here owns it
		return slices.Clone(a.AuthorIDs)
	}
	return append([]account.ID{a.OwnerID}, a.AuthorIDs...)
}

// ContactsFor is the contacts that viewer may see: everyone's consented ones,
// and all of them for its writers and the reviewers.
func (a Act) ContactsFor(viewer account.Account) []Contact {
	if a.WrittenBy(viewer) || viewer.Moderates() {
		return a.Contacts
	}
	var seen []Contact
	for _, c := range a.Contacts {
		if a.Shows(c) && (c.VisibleTo == Everyone || c.VisibleTo == SignedIn && viewer.SignedIn()) {
			seen = append(seen, c)
		}
	}
	return seen
}
