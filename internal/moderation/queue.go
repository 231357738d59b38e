package moderation

import (
	"context"
	"maps"
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
func (v View) bit() uint8 { return 1 << v }

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
type Counts map[int64][views]int

// add counts n acts of a campaign in the views of some bits.
func (c Counts) add(campaign int64, in uint8, n int) {
	of := c[campaign]
	for v := range views {
		if in&v.bit() != 0 {
			of[v] += n
		}
	}
	c[campaign] = of
}

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
	standings *standings
}

// Queue is what waits now, as viewer sees it.
func (s *Service) Queue(ctx context.Context, viewer account.Account) (Queue, error) {
	waiting, told, err := s.waiting.now(ctx, s.db, viewer.ID)
	if err != nil {
		return Queue{}, err
	}
	q := Queue{
		Messages: told.Messages, Removals: told.Removals,
		service: s, viewer: viewer, acts: waiting.acts, asked: map[act.ID]bool{}, standings: waiting.standing(Day(s.now())),
	}
	for _, id := range told.Asked {
		q.asked[id] = true
	}
	return q, nil
}

// in is the bits of the views in which an act stands for the viewer.
func (q Queue) in(i int) uint8 {
	in := q.standings.in[i]
	if in&Mine.bit() != 0 && q.acts[i].ModeratorID != q.viewer.ID {
		in &^= Mine.bit()
	}
	if len(q.asked) > 0 && q.asked[q.acts[i].ID] {
		in |= Asked.bit()
	}
	return in
}

// keeps tells whether a filter keeps an act.
func (q Queue) keeps(i int, f Filter) bool {
	return (f.CampaignID == 0 || f.CampaignID == q.acts[i].CampaignID) && q.in(i)&f.View.bit() != 0
}

// Counts is how many acts wait in each view and campaign.
func (q Queue) Counts() Counts {
	counts := maps.Clone(q.standings.counts)
	for campaign, n := range q.standings.tables[q.viewer.ID] {
		counts.add(campaign, Mine.bit(), n[Mine])
	}
	if len(q.asked) == 0 {
		return counts
	}
	for i := range q.acts {
		if q.asked[q.acts[i].ID] {
			counts.add(q.acts[i].CampaignID, Asked.bit(), 1)
		}
	}
	return counts
}

// Items is the acts that a filter keeps: limit of them from offset on.
func (q Queue) Items(ctx context.Context, f Filter, offset, limit int) ([]Item, error) {
	items := make([]Item, 0, min(limit, len(q.acts)))
	var moderators []account.ID
	for i := 0; i < len(q.acts) && len(items) < limit; i++ {
		if !q.keeps(i, f) {
			continue
		}
		if offset--; offset >= 0 {
			continue
		}
		items = append(items, q.item(i))
		if id := q.acts[i].ModeratorID; id != 0 {
			moderators = append(moderators, id)
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

func (q Queue) item(at int) Item {
	w, in := &q.acts[at], q.in(at)
	i := Item{Waiting: *w, Late: in&Late.bit() != 0, Asked: in&Asked.bit() != 0, Own: w.WrittenBy(q.viewer)}
	if w.Status == act.Submitted {
		i.DueOn = AnswerBy(w.SentAt)
	} else if w.Status == act.InReview && w.ReviewDueOn != nil {
		i.DueOn = *w.ReviewDueOn
	}
	return i
}
