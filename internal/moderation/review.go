package moderation

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/postgres"
)

// A Review is who has an act on the table.
type Review struct {
	ActID         act.ID
	ModeratorID   account.ID
	ModeratorName string
	DueOn         time.Time
}

// ReviewOf is who has the act on the table; the zero Review if nobody.
func (s *Service) ReviewOf(ctx context.Context, id act.ID) (Review, error) {
	r, err := postgres.One[Review](ctx, s.db, `
		SELECT r.act_id, r.moderator_id, coalesce(nullif(a.name, ''), a.email) AS moderator_name, r.due_on
		FROM review r
		JOIN account a ON a.id = r.moderator_id
		WHERE r.act_id = $1`, id)
	if errors.Is(err, fault.NotFound) {
		err = nil
	}
	if err != nil {
		return r, fmt.Errorf("who reviews %v: %w", id, err)
	}
	return r, nil
}

// Neighbours is where an act stands in a part of the queue: also where it
// would stand when it is no longer there, so that the way goes on after a
// decision.
type Neighbours struct {
	Before   int  // how many stand before it
	Total    int  // in that part
	In       bool // it is there itself
	Previous act.ID
	Next     act.ID // 0: none
}

// Around is the neighbours of an act that was sent at a time.
func (q Queue) Around(f Filter, id act.ID, sentAt time.Time) Neighbours {
	var n Neighbours
	for i := range q.acts {
		if !q.keeps(i, f) {
			continue
		}
		w := &q.acts[i]
		n.Total++
		switch order := cmp.Or(w.SentAt.Compare(sentAt), cmp.Compare(w.ID, id)); {
		case w.ID == id:
			n.In = true
		case order < 0:
			n.Before, n.Previous = n.Before+1, w.ID
		case n.Next == 0:
			n.Next = w.ID
		}
	}
	return n
}
