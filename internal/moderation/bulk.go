package moderation

import (
	"fmt"
	"slices"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/taxonomy"
	"tekojentori.fi/tori/internal/validate"
)

// MaxBulk is how many acts a bulk deed takes at a time.
const MaxBulk = limit.Bulk

// A BulkDeed is what can be done to many acts at once.
type BulkDeed string

// The bulk deeds.
const (
	Assign  BulkDeed = "assign"  // to a moderator's table
	Sort    BulkDeed = "sort"    // another primary sector or theme
	OutAt   BulkDeed = "publish" // approve, to come out at a time
	Archive BulkDeed = "archive"
)

// A Bulk is one deed on many acts.
type Bulk struct {
	Deed     BulkDeed
	To       account.Account // whom Assign gives the acts to
	SectorID taxonomy.ID     // of Sort; 0: as it is
	ThemeID  taxonomy.ID
	At       time.Time // of OutAt
}

// An Obstacle is why a deed cannot be done to an act; "" is none.
type Obstacle string

// The obstacles.
const (
	Own         Obstacle = "own"          // the act is the moderator's own
	TheirOwn    Obstacle = "their_own"    // it is written by whoever would get it
	OtherStatus Obstacle = "other_status" // not at this time of its life
	UpdateWaits Obstacle = "update"       // an update of it is being made
	Unsent      Obstacle = "unsent"       // nobody but its writers may know of it
)

// sortable is the statuses in which an act can be sorted anew.
var sortable = []act.Status{act.Submitted, act.InReview, act.ChangesRequested, act.Approved, act.Published, act.Hidden, act.Archived}

// obstacle is what keeps by from the deed on an act, as it is on the table;
// updated tells that it has an update, be it a draft.
func (b Bulk) obstacle(a act.Act, updated bool, by account.Account) Obstacle {
	may := func(statuses ...act.Status) Obstacle {
		if slices.Contains(statuses, a.Status) {
			return ""
		}
		return OtherStatus
	}
	switch {
	case !a.CanSee(by):
		return Unsent
	case !a.CanReview(by):
		return Own
	case b.Deed == Assign && !a.CanReview(b.To):
		return TheirOwn
	case b.Deed == Assign:
		return may(act.Submitted, act.InReview)
	case a.Updating, updated && b.Deed == Sort:
		return UpdateWaits
	case b.Deed == Sort:
		return may(sortable...)
	case b.Deed == OutAt:
		return may(act.InReview, act.Approved)
	}
	return may(act.Published)
}

// A Chosen is an act as the moderator saw it.
type Chosen struct {
	ID      act.ID
	Version int
}

// check is nil, or the problems of what b would do.
func (b Bulk) check(by account.Account, now time.Time) error {
	var p validate.Problems
	switch b.Deed {
	case Assign:
		if !b.To.Moderates() {
			p.Add("moderator", validate.Required, 0)
		}
	case Sort:
		if b.SectorID == 0 && b.ThemeID == 0 {
			p.Add("sector", validate.Unknown, 0)
		}
	case OutAt:
		if !b.At.After(now) {
			p.Add("publish_at", validate.Past, 0)
		}
	case Archive:
	default:
		return fmt.Errorf("bulk %q: %w", b.Deed, fault.BadRequest)
	}
	if !by.Moderates() {
		return fmt.Errorf("bulk %s: %w", b.Deed, fault.Forbidden)
	}
	return p.Err()
}

// do changes one act.
func (b Bulk) do(a *act.Act, by account.Account, now time.Time) error {
	switch {
	case b.Deed == Assign && a.Status == act.Submitted:
		return a.Take(by, now)
	case b.Deed == Sort:
		a.SectorIDs, a.ThemeIDs = led(b.SectorID, a.SectorIDs, act.MaxSectors), led(b.ThemeID, a.ThemeIDs, act.MaxThemes)
	case b.Deed == OutAt && a.Status == act.Approved:
		a.PublishAt = &b.At
	case b.Deed == OutAt:
		return a.Approve(by, &b.At, now)
	case b.Deed == Archive:
		return a.Archive(by, now)
	}
	return nil
}

// led is the terms with another first one in place of the first; 0 leaves them.
func led(first taxonomy.ID, terms []taxonomy.ID, most int) []taxonomy.ID {
	if first == 0 {
		return terms
	}
	all := []taxonomy.ID{first}
	for i, id := range terms {
		if i > 0 && id != first && len(all) < most {
			all = append(all, id)
		}
	}
	return all
}

// verb is the deed as the log has it, where one act at a time has the same.
func (b Bulk) verb() string {
	if b.Deed == OutAt {
		return "approve"
	}
	return string(b.Deed)
}

func (b Bulk) detail() string {
	switch b.Deed {
	case Assign:
		return "with others, to " + b.To.ID.String()
	case Sort:
		return fmt.Sprintf("with others, sector %d, theme %d", int64(b.SectorID), int64(b.ThemeID))
	case OutAt:
		return "with others, " + b.At.Format(time.RFC3339)
	case Archive:
	}
	return "with others"
}
