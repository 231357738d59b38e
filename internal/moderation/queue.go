package moderation

import (
	"context"
	"fmt"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/postgres"
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

// An Item is an act in the queue.
type Item struct {
	act.Summary
	Place
	Own bool // the viewer's own act: somebody else decides on it
}

// A Place is what the queue knows of an act itself.
type Place struct {
	ActID         act.ID
	SentAt        time.Time
	ModeratorID   account.ID // 0: nobody has taken it
	ModeratorName string
	DueOn         time.Time  // the day of the answer; zero where it is not the moderators' turn
	Late          bool       // that day has passed
	PublishAt     *time.Time // of an approved act
	Asked         bool       // the viewer's opinion is asked for
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
	service   *Service
	viewer    account.Account
	acts      []waiting
	asked     map[act.ID]bool // the viewer's opinion is asked for
	today     time.Time
	lateSince time.Time
}

// Queue is what waits now, as viewer sees it.
func (s *Service) Queue(ctx context.Context, viewer account.Account) (Queue, error) {
	today := Day(s.now())
	q := Queue{service: s, viewer: viewer, asked: map[act.ID]bool{}, today: today, lateSince: lateSince(today)}
	asked, err := postgres.Values[act.ID](ctx, s.db, `
		SELECT DISTINCT x.act_id FROM review_opinion x JOIN act a ON a.id = x.act_id
		WHERE x.answered_at IS NULL AND x.asker_id <> $1 AND coalesce(x.asked_id, $1) = $1
		  AND a.owner_id IS DISTINCT FROM $1 AND NOT EXISTS (SELECT FROM act_author y WHERE y.act_id = a.id AND y.account_id = $1)`, viewer.ID)
	if err != nil {
		return q, fmt.Errorf("find the opinions that are asked for: %w", err)
	}
	for _, id := range asked {
		q.asked[id] = true
	}
	q.acts, err = s.waiting.now(ctx, s.db)
	return q, err
}

// in is the bits of the views in which an act stands.
func (q Queue) in(w *waiting) uint {
	in, late := Everything.bit(), false
	switch w.Status {
	case act.Submitted:
		in |= Free.bit()
		late = w.SentAt.Before(q.lateSince)
	case act.InReview:
		if w.ModeratorID != 0 && w.ModeratorID == q.viewer.ID {
			in |= Mine.bit()
		}
		late = w.DueOn != nil && w.DueOn.Before(q.today)
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
func (q Queue) keeps(w *waiting, f Filter) bool {
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

// Items is the acts that a filter keeps: limit of them from offset on, without
// those that were decided on meanwhile.
func (q Queue) Items(ctx context.Context, f Filter, offset, limit int) ([]Item, error) {
	var some []waiting
	for i := 0; i < len(q.acts) && len(some) < limit; i++ {
		if !q.keeps(&q.acts[i], f) {
			continue
		}
		if offset--; offset < 0 {
			some = append(some, q.acts[i])
		}
	}
	return q.items(ctx, some)
}

func (q Queue) items(ctx context.Context, some []waiting) ([]Item, error) {
	ids, moderators := make([]act.ID, len(some)), make([]account.ID, len(some))
	for i, w := range some {
		ids[i], moderators[i] = w.ID, w.ModeratorID
	}
	acts, err := q.service.acts.Waiting(ctx, ids)
	if err != nil {
		return nil, err
	}
	who, err := q.service.acts.Accounts.Named(ctx, moderators)
	if err != nil {
		return nil, err
	}
	items := make([]Item, 0, len(some))
	for _, w := range some {
		if a, waits := acts[w.ID]; waits {
			items = append(items, q.item(w, a, who[w.ModeratorID].CallName()))
		}
	}
	return items, nil
}

func (q Queue) item(w waiting, a act.Summary, moderator string) Item {
	p := Place{ActID: w.ID, SentAt: w.SentAt, ModeratorID: w.ModeratorID, ModeratorName: moderator, Late: q.in(&w)&Late.bit() != 0, PublishAt: w.PublishAt, Asked: q.asked[w.ID]}
	if a.Status == act.Submitted {
		p.DueOn = AnswerBy(w.SentAt)
	} else if w.Status == act.InReview && w.DueOn != nil {
		p.DueOn = *w.DueOn
	}
	return Item{Summary: a, Place: p, Own: act.Act{OwnerID: a.OwnerID, AuthorIDs: a.AuthorIDs}.WrittenBy(q.viewer)}
}
