package moderation

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

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
func (s *Service) Around(ctx context.Context, viewer account.Account, f Filter, id act.ID, sentAt time.Time) (Neighbours, error) {
	n, err := postgres.One[Neighbours](ctx, s.db, narrowed+`
		SELECT count(*) FILTER (WHERE (sent_at, id) < (@sent, @id)) AS before, count(*) AS total, coalesce(bool_or(id = @id), false) AS in,
		       coalesce((SELECT id FROM n WHERE (sent_at, id) < (@sent, @id) ORDER BY sent_at DESC, id DESC LIMIT 1), 0) AS previous,
		       coalesce((SELECT id FROM n WHERE (sent_at, id) > (@sent, @id) ORDER BY sent_at, id LIMIT 1), 0) AS next
		FROM n`, s.args(viewer, pgx.NamedArgs{"view": f.View, "campaign": f.CampaignID, "id": id, "sent": sentAt}))
	if err != nil {
		return n, fmt.Errorf("look around %v in the queue: %w", id, err)
	}
	return n, nil
}
