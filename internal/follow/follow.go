// Package follow is what people keep an eye on: acts that they have bookmarked,
// and acts and lists that they want mails about, one for each event, daily or
// weekly.
//
// What happens to public acts is noted with the version of the site that it
// belongs to. Each reader is told of it in periods [from, until) of versions,
// one after the other. A period, the mail of it and the place where the next
// one begins are one transaction: nothing is lost or told twice, whoever stops
// or works beside.
package follow

import (
	"fmt"
	"slices"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/organization"
)

// ID names a follow.
type ID int64

func (id ID) String() string { return fmt.Sprintf("follow %d", int64(id)) }

// A Follow is an act, or a list of acts, that somebody wants mails about.
type Follow struct {
	ID          ID
	AccountID   account.ID
	ActID       act.ID // 0: a list
	Query       string // of a list: its address after the question mark
	FromVersion int64  // of the site: nothing older is told
	Since       time.Time
}

// A Rhythm is how often somebody wants mails.
type Rhythm string

// The rhythms.
const (
	Each   Rhythm = "each"   // one for each event
	Daily  Rhythm = "daily"  // in the morning
	Weekly Rhythm = "weekly" // on Monday morning
	None   Rhythm = "none"   // not at all
)

// Rhythms is every rhythm, in the order that the pages show them.
func Rhythms() []Rhythm { return []Rhythm{Each, Daily, Weekly, None} }

// usual is the rhythm of who has not chosen.
const usual = Weekly

// morning is the hour at which mails of a day or a week leave.
const morning = 7

// after is when the next mail of the rhythm may leave, seen from now.
func (r Rhythm) after(now time.Time) time.Time {
	if r != Daily && r != Weekly {
		return now
	}
	y, m, d := now.In(i18n.Helsinki()).Date()
	next := time.Date(y, m, d, morning, 0, 0, 0, i18n.Helsinki())
	for !next.After(now) || r == Weekly && next.Weekday() != time.Monday {
		d++
		next = time.Date(y, m, d, morning, 0, 0, 0, i18n.Helsinki())
	}
	return next
}

// A Reader is somebody who follows: how often they want mails, and what they
// have been told.
type Reader struct {
	AccountID account.ID
	Rhythm    Rhythm
	ToldUntil int64     // version of the site that the next period begins with
	NextAt    time.Time // no mail before then
}

// A Kind is what can happen to a public act.
type Kind string

// The kinds. Lists tell of acts that are new, follows of an act of the rest.
const (
	Published Kind = "published" // for the first time
	Updated   Kind = "updated"
	Adopted   Kind = "adopted" // an organisation has taken it into use
	Archived  Kind = "archived"
	Merged    Kind = "merged"
)

// An Event is something that has happened to a public act.
type Event struct {
	Version        int64
	ActID          act.ID
	Kind           Kind
	OrganizationID organization.ID // 0 but for Adopted
}

// A List is the acts that an address of the list asks for, and what the
// address is called in words.
type List struct {
	Query string // of the address, in its shortest form
	Name  string
	IDs   []int64
}

// A Line is an act in a mail, and why it is there.
type Line struct {
	ActID         act.ID
	Kinds         []Kind            // of a followed act; none: it is new in a list
	Organizations []organization.ID // that have adopted it
	Lists         []string          // queries of the lists that it is new in
}

// match is what a reader is told of events, in their order: each act once.
// Lists is the acts of each query.
func match(follows []Follow, events []Event, lists map[string]map[int64]bool) []Line {
	var lines []Line
	at := map[act.ID]int{}
	line := func(id act.ID) *Line {
		if _, ok := at[id]; !ok {
			at[id] = len(lines)
			lines = append(lines, Line{ActID: id})
		}
		return &lines[at[id]]
	}
	for _, e := range events {
		for _, f := range follows {
			switch {
			case e.Version < f.FromVersion:
			case f.ActID == 0 && e.Kind == Published && lists[f.Query][int64(e.ActID)]:
				l := line(e.ActID)
				l.Lists = append(l.Lists, f.Query) // an act is new once, and a list is followed once
			case f.ActID == e.ActID && e.Kind != Published:
				l := line(e.ActID)
				l.Kinds = with(l.Kinds, e.Kind)
				l.Organizations = with(l.Organizations, e.OrganizationID)
			}
		}
	}
	return lines
}

// with is all and one more, unless it is zero or there already.
func with[T comparable](all []T, one T) []T {
	var zero T
	if one == zero || slices.Contains(all, one) {
		return all
	}
	return append(all, one)
}
