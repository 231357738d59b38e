package moderation

import (
	"context"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
)

// A View is a part of the queue.
type View int

// The views.
const (
	Everything View = iota // whatever waits
	Free                   // sent, and taken by nobody
	Mine                   // on the viewer's table
	Late                   // the day of the answer has passed
	Returned               // back with its author
	Approved               // waits for its hour
	Asked                  // the viewer's opinion is asked for
	views
)

// bit stands for the view in a number that tells several.
func (v View) bit() uint { return 1 << v }

// A Filter narrows the queue; the zero Filter is everything that waits.
type Filter struct {
	View       View
	CampaignID int64 // 0: in any campaign or none
}

// An Item is an act in the queue, as one moderator sees it.
type Item struct {
	Waiting
	ModeratorName string
	DueOn         time.Time // the day of the answer; zero where it is not the moderators' turn
	Late          bool      // that day has passed
	Asked         bool      // the viewer's opinion is asked for
	Own           bool      // the viewer's own act: somebody else decides on it
}

// WrittenBy tells whether somebody is among those who write the act.
func (w Waiting) WrittenBy(a account.Account) bool {
	return act.Act{OwnerID: w.OwnerID, AuthorIDs: w.AuthorIDs}.WrittenBy(a)
}

// Counts is how many acts wait, by campaign (0 is none) and by view.
type Counts map[int64]map[View]int

// Of is how many acts a filter keeps.
func (c Counts) Of(f Filter) int {
	n := 0
	for id, views := range c {
		if f.CampaignID == 0 || f.CampaignID == id {
			n += views[f.View]
		}
	}
	return n
}

// A Queue is what waits, the longest waiting first, as one moderator sees it
// at one moment.
type Queue struct {
	Messages  int // acts whose authors wait for an answer of the viewer or another
	Removals  int // that wait for an answer
	service   *Service
	viewer    account.Account
	acts      []Waiting
	asked     map[act.ID]bool // the viewer's opinion is asked for
	today     time.Time
	lateSince time.Time
}

// Queue is what waits now, as viewer sees it.
func (s *Service) Queue(ctx context.Context, viewer account.Account) (Queue, error) {
	today := Day(s.now())
	q := Queue{service: s, viewer: viewer, asked: map[act.ID]bool{}, today: today, lateSince: lateSince(today)}
	acts, told, err := s.waiting.now(ctx, s.db, viewer.ID)
	for _, id := range told.Asked {
		q.asked[id] = true
	}
	q.acts, q.Messages, q.Removals = acts, told.Messages, told.Removals
	return q, err
}

// in is the bits of the views in which an act stands.
func (q Queue) in(w *Waiting) uint {
	in, late := Everything.bit(), false
	switch w.Status {
	case act.Submitted:
		in |= Free.bit()
		late = w.SentAt.Before(q.lateSince)
	case act.InReview:
		if w.ModeratorID != 0 && w.ModeratorID == q.viewer.ID {
			in |= Mine.bit()
		}
		late = w.ReviewDueOn != nil && w.ReviewDueOn.Before(q.today)
	case act.ChangesRequested:
		in |= Returned.bit()
	case act.Approved:
		in |= Approved.bit()
	}
	if late {
		in |= Late.bit()
	}
	if len(q.asked) > 0 && q.asked[w.ID] {
		in |= Asked.bit()
	}
	return in
}

// keeps tells whether a filter keeps an act.
func (q Queue) keeps(w *Waiting, f Filter) bool {
	return (f.CampaignID == 0 || f.CampaignID == w.CampaignID) && q.in(w)&f.View.bit() != 0
}

// Counts is how many acts wait in each view and campaign.
func (q Queue) Counts() Counts {
	tallies := map[int64]*[1 << views]int{} // of acts that stand in the same views
	for i := range q.acts {
		w := &q.acts[i]
		if tallies[w.CampaignID] == nil {
			tallies[w.CampaignID] = new([1 << views]int)
		}
		tallies[w.CampaignID][q.in(w)]++
	}
	counts := Counts{}
	for campaign, tally := range tallies {
		counts[campaign] = map[View]int{}
		for in, n := range tally {
			for v := range views {
				if uint(in)&v.bit() != 0 {
					counts[campaign][v] += n
				}
			}
		}
	}
	return counts
}

// Items is the acts that a filter keeps: limit of them from offset on.
func (q Queue) Items(ctx context.Context, f Filter, offset, limit int) ([]Item, error) {
	var items []Item
	var moderators []account.ID
	for i := 0; i < len(q.acts) && len(items) < limit; i++ {
		w := &q.acts[i]
		if !q.keeps(w, f) {
			continue
		}
		if offset--; offset >= 0 {
			continue
		}
		items = append(items, q.item(w))
		if w.ModeratorID != 0 {
			moderators = append(moderators, w.ModeratorID)
		}
	}
	if len(moderators) == 0 {
		return items, nil
	}
	who, err := q.service.acts.Accounts.Named(ctx, moderators)
	for i := range items {
		items[i].ModeratorName = who[items[i].ModeratorID].CallName()
	}
	return items, err
}

func (q Queue) item(w *Waiting) Item {
	in := q.in(w)
	i := Item{Waiting: *w, Late: in&Late.bit() != 0, Asked: in&Asked.bit() != 0, Own: w.WrittenBy(q.viewer)}
	if w.Status == act.Submitted {
		i.DueOn = AnswerBy(w.SentAt)
	} else if w.Status == act.InReview && w.ReviewDueOn != nil {
		i.DueOn = *w.ReviewDueOn
	}
	return i
}
