package act

import (
	"fmt"
	"slices"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/fault"
)

// next is the statuses that each status may turn into.
var next = map[Status][]Status{
	Draft:            {Submitted, Withdrawn},
	Submitted:        {InReview, Withdrawn},
	InReview:         {ChangesRequested, Approved, Rejected},
	ChangesRequested: {Submitted, Withdrawn},
	Approved:         {Published},
	Published:        {Hidden, Archived, Merged},
	Hidden:           {Published},
	Rejected:         {Submitted}, // reopened by an admin
}

// A move is one transition.
type move struct {
	From, To Status
	By       account.ID // 0: the clock, or an import
	Reason   string
	Revision int
	At       time.Time
}

// move turns the status of a, or is a fault.Conflict where the life of an act
// has no such turn.
func (a *Act) move(to Status, by account.Account, reason string, at time.Time) error {
	if !slices.Contains(next[a.Status], to) {
		return fmt.Errorf("move %v from %s to %s: %w", a.ID, a.Status, to, fault.Conflict)
	}
	a.moves = append(a.moves, move{a.Status, to, by.ID, reason, a.Revision, at})
	a.Status = to
	return nil
}

// allow is nil if by may, else fault.Forbidden. For whom may not even know of
// a it is fault.NotFound, as if there were no such act.
func (a *Act) allow(by account.Account, may bool, verb string) error {
	switch {
	case !a.CanSee(by):
		return fmt.Errorf("%s %v: %w", verb, a.ID, fault.NotFound)
	case !may:
		return fmt.Errorf("%s %v: %w", verb, a.ID, fault.Forbidden)
	}
	return nil
}

// Submit sends a to the moderators: its text freezes as the next revision.
func (a *Act) Submit(by account.Account, at time.Time) error {
	if err := a.allow(by, a.Owned(by), "submit"); err != nil {
		return err
	}
	if !a.CanSubmit(by) {
		return fmt.Errorf("submit %v, which is %s: %w", a.ID, a.Status, fault.Conflict)
	}
	if err := a.Check(); err != nil {
		return err
	}
	a.Revision++
	a.SubmittedAt = &at
	return a.move(Submitted, by, "", at)
}

// Withdraw takes a back from the moderators, or drops a draft.
func (a *Act) Withdraw(by account.Account, at time.Time) error {
	if err := a.allow(by, a.Owned(by), "withdraw"); err != nil {
		return err
	}
	return a.move(Withdrawn, by, "", at)
}

// Take puts a on the table of a moderator.
func (a *Act) Take(by account.Account, at time.Time) error {
	return a.review(by, InReview, "", at)
}

// RequestChanges gives a back to its owner with a reason.
func (a *Act) RequestChanges(by account.Account, reason string, at time.Time) error {
	return a.review(by, ChangesRequested, reason, at)
}

// Reject ends the matter with a reason.
func (a *Act) Reject(by account.Account, reason string, at time.Time) error {
	return a.review(by, Rejected, reason, at)
}

// Approve accepts a. It comes out at publishAt, or at once when that is nil.
func (a *Act) Approve(by account.Account, publishAt *time.Time, at time.Time) error {
	if !a.Updating { // an update comes out at once
		a.PublishAt = publishAt
	}
	return a.review(by, Approved, "", at)
}

// Publish shows an approved act to everyone. The zero Account is the clock.
func (a *Act) Publish(by account.Account, at time.Time) error {
	if by.ID != 0 {
		if err := a.allow(by, a.CanReview(by), "publish"); err != nil {
			return err
		}
	}
	if a.Status == Hidden { // shown again: see Show
		return fmt.Errorf("publish %v, which is hidden: %w", a.ID, fault.Conflict)
	}
	if err := a.move(Published, by, "", at); err != nil {
		return err
	}
	if a.FirstPublishedAt == nil {
		a.FirstPublishedAt = &at
	}
	a.Answers = Answers{} // they have become a text
	return nil
}

// Hide takes a published act down at once, with a reason.
func (a *Act) Hide(by account.Account, reason string, at time.Time) error {
	return a.review(by, Hidden, reason, at)
}

// Show puts a hidden act back.
func (a *Act) Show(by account.Account, reason string, at time.Time) error {
	if err := a.allow(by, a.CanReview(by), "show"); err != nil {
		return err
	}
	if a.Status != Hidden {
		return fmt.Errorf("show %v, which is %s: %w", a.ID, a.Status, fault.Conflict)
	}
	return a.review(by, Published, reason, at)
}

// Archive moves a published act out of the list.
func (a *Act) Archive(by account.Account, at time.Time) error {
	if err := a.allow(by, a.archives(by), "archive"); err != nil {
		return err
	}
	return a.move(Archived, by, "", at)
}

// MergeInto lets a published act lead to another one.
func (a *Act) MergeInto(other ID, by account.Account, at time.Time) error {
	if other == a.ID || other == 0 {
		return fmt.Errorf("merge %v into itself: %w", a.ID, fault.Conflict)
	}
	a.MergedInto = other
	return a.review(by, Merged, "", at)
}

// Reopen puts a rejected act back in the queue.
func (a *Act) Reopen(by account.Account, at time.Time) error {
	if err := a.allow(by, by.Administers() && !a.WrittenBy(by), "reopen"); err != nil {
		return err
	}
	if a.Status != Rejected {
		return fmt.Errorf("reopen %v, which is %s: %w", a.ID, a.Status, fault.Conflict)
	}
	return a.move(Submitted, by, "", at)
}

func (a *Act) review(by account.Account, to Status, reason string, at time.Time) error {
	if err := a.allow(by, a.CanReview(by), "review"); err != nil {
		return err
	}
	return a.move(to, by, reason, at)
}
