package moderation

import (
	"context"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/postgres"
)

// An Item is an act in the queue.
type Item struct {
	act.Summary
	ModeratorID   account.ID // 0: nobody has taken it
	ModeratorName string
	DueOn         time.Time // zero: nobody has taken it
	Overdue       bool
	Own           bool // the viewer's own act: somebody else decides on it
}

// A Filter narrows the queue; the zero Filter is everything that waits.
type Filter struct {
	Status     act.Status // "": any that waits
	Mine       bool       // taken by the viewer
	Unassigned bool       // taken by nobody
	Overdue    bool
}

// A Review is who has an act on the table.
type Review struct {
	ActID         act.ID
	ModeratorID   account.ID
	ModeratorName string
	DueOn         time.Time
}

// Queue is the acts that wait, the longest waiting first, and how many wait
// in each status whatever the filter.
func (s *Service) Queue(ctx context.Context, viewer account.Account, f Filter) ([]Item, map[act.Status]int, error) {
	waiting, err := s.acts.Waiting(ctx, []act.Status{act.Submitted, act.InReview, act.ChangesRequested, act.Approved})
	if err != nil {
		return nil, nil, err
	}
	reviews, err := s.reviews(ctx, waiting)
	if err != nil {
		return nil, nil, err
	}
	var items []Item
	counts := map[act.Status]int{}
	for _, a := range waiting {
		counts[a.Status]++
		r := reviews[a.ID]
		if a.Status == act.Submitted {
			r = Review{} // sent again: whoever is free takes it
		}
		item := Item{
			Summary: a, ModeratorID: r.ModeratorID, ModeratorName: r.ModeratorName, DueOn: r.DueOn,
			Overdue: a.Status == act.InReview && s.now().After(r.DueOn.AddDate(0, 0, 1)),
			Own:     viewer.SignedIn() && a.OwnerID == viewer.ID,
		}
		if f.keeps(item, viewer) {
			items = append(items, item)
		}
	}
	return items, counts, nil
}

func (f Filter) keeps(i Item, viewer account.Account) bool {
	return (f.Status == "" || f.Status == i.Status) &&
		(!f.Mine || i.ModeratorID == viewer.ID) &&
		(!f.Unassigned || i.ModeratorID == 0) &&
		(!f.Overdue || i.Overdue)
}

// ReviewOf is who has the act on the table; the zero Review if nobody.
func (s *Service) ReviewOf(ctx context.Context, id act.ID) (Review, error) {
	found, err := s.reviews(ctx, []act.Summary{{ID: id}})
	return found[id], err
}

func (s *Service) reviews(ctx context.Context, acts []act.Summary) (map[act.ID]Review, error) {
	ids := make([]act.ID, len(acts))
	for i, a := range acts {
		ids[i] = a.ID
	}
	rows, err := postgres.All[Review](ctx, s.db, `
		SELECT r.act_id, r.moderator_id, coalesce(nullif(a.name, ''), a.email) AS moderator_name, r.due_on
		FROM review r
		JOIN account a ON a.id = r.moderator_id
		WHERE r.act_id = ANY($1)`, ids)
	found := map[act.ID]Review{}
	for _, r := range rows {
		found[r.ActID] = r
	}
	return found, err
}
