// Package campaign is the campaigns (Hyvä kiertämään), the acts entered in
// them and the awards given.
package campaign

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/validate"
)

// ID names a campaign.
type ID int64

func (id ID) String() string { return fmt.Sprintf("campaign %d", int64(id)) }

// A Basis is which day of an act has to fall into the window of a campaign.
type Basis string

// The bases.
const (
	Submitted Basis = "submitted" // the day it was sent, whenever it comes out
	Published Basis = "published" // the day it came out first
)

// CountedFor is for whom the acts of a campaign count on the leaderboard.
type CountedFor string

// The groups.
const (
	Organization CountedFor = "organization" // each for itself
	Group        CountedFor = "group"        // a company for the municipality that it belongs to
)

// The limits of a campaign.
const (
	MaxName     = limit.CampaignName
	MaxPitch    = limit.Pitch
	MaxAbout    = limit.About
	MaxGoal     = 100_000
	MaxLateDays = 60
)

// A Campaign collects acts in a window of days.
type Campaign struct {
	ID         ID
	Slug       string
	Name       i18n.Text
	Pitch      i18n.Text // why to take part, in a sentence or two
	About      i18n.Text // the rest, Markdown; may be empty
	OpensOn    time.Time // first day
	ClosesOn   time.Time // last day
	Goal       int       // acts; 0: none
	Basis      Basis
	CountedFor CountedFor
	LateDays   int                     // for so many days after the last one acts are still taken
	GalaAt     time.Time               // when the awards come out; zero: not told yet
	Public     bool                    // else the programme team alone sees it
	Sectors    []string                // codes of the current list: acts of any of them are taken; none: all acts
	Picture    Picture                 // the zero one: none
	Staff      map[organization.ID]int // employees, where the team has told them
	Version    int
}

// LastDay is the last day on which acts are taken, the days of grace included.
func (c Campaign) LastDay() time.Time { return c.ClosesOn.AddDate(0, 0, c.LateDays) }

// OpenAt reports whether the day of t is in the window that is announced.
func (c Campaign) OpenAt(t time.Time) bool { return c.Public && within(t, c.OpensOn, c.ClosesOn) }

// TakesAt reports whether acts can be entered on the day of t.
func (c Campaign) TakesAt(t time.Time) bool { return c.Public && within(t, c.OpensOn, c.LastDay()) }

// OverAt reports whether the day of t is after the last one on which acts can be
// entered.
func (c Campaign) OverAt(t time.Time) bool { return dayOf(t) > c.LastDay().Format(time.DateOnly) }

// Takes reports whether a may be entered at t: while acts are taken, and when
// the day that counts falls into the window. What has not been sent, or has
// not come out, can still do so today.
func (c Campaign) Takes(a act.Act, at time.Time) bool {
	counted := at
	switch {
	case a.Status == act.Rejected || a.Status == act.Withdrawn || a.Status == act.Merged:
		return false
	case c.Basis == Published && a.FirstPublishedAt != nil:
		counted = *a.FirstPublishedAt
	case c.Basis == Submitted && a.SubmittedAt != nil && a.Status != act.ChangesRequested:
		counted = *a.SubmittedAt
	}
	return c.TakesAt(at) && within(counted, c.OpensOn, c.LastDay())
}

// Suits reports whether acts of some sectors are taken.
func (c Campaign) Suits(sectors []string) bool {
	return len(c.Sectors) == 0 || slices.ContainsFunc(sectors, func(code string) bool { return slices.Contains(c.Sectors, code) })
}

// dayOf is the day of a moment where the programme is.
func dayOf(t time.Time) string { return t.In(i18n.Helsinki()).Format(time.DateOnly) }

func within(t, first, last time.Time) bool {
	day := dayOf(t)
	return first.Format(time.DateOnly) <= day && day <= last.Format(time.DateOnly)
}

// Check is the problems of what the team has typed, in the order of the form.
func (c Campaign) Check() error {
	var p validate.Problems
	for _, l := range i18n.Langs() {
		p.Text("name_"+string(l), c.Name.To(l), MaxName)
		p.Text("pitch_"+string(l), c.Pitch.To(l), MaxPitch)
	}
	told := false
	for _, l := range i18n.Langs() {
		told = told || strings.TrimSpace(c.About.To(l)) != ""
	}
	for _, l := range i18n.Langs() {
		if told { // in all languages or in none
			p.Text("about_"+string(l), c.About.To(l), MaxAbout)
		}
	}
	p.Day("opens_on", c.OpensOn)
	p.Day("closes_on", c.ClosesOn)
	if !c.OpensOn.IsZero() && !c.ClosesOn.IsZero() && c.ClosesOn.Before(c.OpensOn) {
		p.Add("closes_on", validate.Order, 0)
	}
	p.Between("goal", c.Goal, 0, MaxGoal)
	if c.Basis != Submitted && c.Basis != Published {
		p.Add("basis", validate.Unknown, 0)
	}
	p.Between("late_days", c.LateDays, 0, MaxLateDays)
	if c.CountedFor != Organization && c.CountedFor != Group {
		p.Add("counted_for", validate.Unknown, 0)
	}
	return p.Err()
}
