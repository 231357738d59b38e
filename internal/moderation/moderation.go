// Package moderation is the work of the moderators: what waits for them, who
// has what on the table, and what they decide.
package moderation

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/validate"
)

// MaxReason is the longest reason, in characters.
const MaxReason = limit.Reason

// ReviewDays is how many working days a moderator has.
const ReviewDays = 5

// Service is what moderators do.
type Service struct {
	db      *postgres.DB
	acts    *act.Service
	now     func() time.Time
	waiting memory
}

// New is the Service on a database.
func New(db *postgres.DB, acts *act.Service, now func() time.Time) *Service {
	return &Service{db: db, acts: acts, now: now}
}

// Take puts a submitted act on the table of by. Only one moderator gets it:
// the other is told by a fault.Conflict.
func (s *Service) Take(ctx context.Context, by account.Account, id act.ID, version int) error {
	return s.decide(ctx, by, "take", id, version, "", func(a *act.Act) error { return a.Take(by, s.now()) },
		func(tx pgx.Tx, _ act.Act) error {
			return postgres.Exec(ctx, tx, `
				INSERT INTO review (act_id, moderator_id, taken_at, due_on)
				VALUES ($1, $2, $3, $4)
				ON CONFLICT (act_id) DO UPDATE
				SET moderator_id = excluded.moderator_id, taken_at = excluded.taken_at, due_on = excluded.due_on`,
				id, by.ID, s.now(), AnswerBy(s.now()))
		})
}

// Approve accepts an act and publishes it at once, or at the given hour.
func (s *Service) Approve(ctx context.Context, by account.Account, id act.ID, version int, publishAt *time.Time) error {
	return s.decide(ctx, by, "approve", id, version, "", func(a *act.Act) error {
		if err := a.Approve(by, publishAt, s.now()); err != nil {
			return err
		}
		if a.PublishAt != nil && a.PublishAt.After(s.now()) {
			return nil
		}
		return a.Publish(by, s.now())
	}, nil)
}

// Schedule accepts an act that comes out by itself at a time to come. An update
// has no time of its own.
func (s *Service) Schedule(ctx context.Context, by account.Account, id act.ID, version int, at time.Time) error {
	if !at.After(s.now()) {
		return validate.Problems{{Field: "publish_at", Rule: validate.Past}}
	}
	return s.decide(ctx, by, "approve", id, version, at.Format(time.RFC3339), func(a *act.Act) error {
		if err := a.Approve(by, &at, s.now()); err != nil {
			return err
		}
		if a.Updating {
			return fmt.Errorf("schedule the update of %v: %w", id, fault.Conflict)
		}
		return nil
	}, nil)
}

// Publish lets an approved act out before its hour.
func (s *Service) Publish(ctx context.Context, by account.Account, id act.ID, version int) error {
	return s.decide(ctx, by, "publish", id, version, "", func(a *act.Act) error { return a.Publish(by, s.now()) }, nil)
}

// Return gives an act back to its owner with a reason.
func (s *Service) Return(ctx context.Context, by account.Account, id act.ID, version int, reason string) error {
	return s.decideWithReason(ctx, by, "return", id, version, reason, func(a *act.Act) error {
		return a.RequestChanges(by, reason, s.now())
	})
}

// Reject ends the matter with a reason.
func (s *Service) Reject(ctx context.Context, by account.Account, id act.ID, version int, reason string) error {
	return s.decideWithReason(ctx, by, "reject", id, version, reason, func(a *act.Act) error {
		return a.Reject(by, reason, s.now())
	})
}

// Hide takes a published act down at once, with a reason.
func (s *Service) Hide(ctx context.Context, by account.Account, id act.ID, version int, reason string) error {
	return s.decideWithReason(ctx, by, "hide", id, version, reason, func(a *act.Act) error {
		return a.Hide(by, reason, s.now())
	})
}

// Show puts a hidden act back.
func (s *Service) Show(ctx context.Context, by account.Account, id act.ID, version int) error {
	return s.decide(ctx, by, "show", id, version, "", func(a *act.Act) error { return a.Show(by, "", s.now()) }, nil)
}

// Reopen puts a rejected act back in the queue.
func (s *Service) Reopen(ctx context.Context, by account.Account, id act.ID, version int) error {
	return s.decide(ctx, by, "reopen", id, version, "", func(a *act.Act) error { return a.Reopen(by, s.now()) }, nil)
}

func (s *Service) decideWithReason(ctx context.Context, by account.Account, verb string, id act.ID, version int, reason string, fn func(*act.Act) error) error {
	var p validate.Problems
	p.Text("reason", reason, MaxReason)
	if err := p.Err(); err != nil {
		return err
	}
	return s.decide(ctx, by, verb, id, version, reason, fn, nil)
}

// decide runs one decision, its audit entry and what else belongs to it in
// one transaction.
func (s *Service) decide(ctx context.Context, by account.Account, verb string, id act.ID, version int, detail string,
	fn func(*act.Act) error, also func(pgx.Tx, act.Act) error,
) error {
	if onTheTable[verb] {
		return s.decideOn(ctx, by, verb, id, detail, also, func(tx pgx.Tx) (act.Act, error) { return s.acts.WorkTx(ctx, tx, by, id, version, fn) })
	}
	return s.decideOn(ctx, by, verb, id, detail, also, func(tx pgx.Tx) (act.Act, error) { return s.acts.ChangeTx(ctx, tx, id, version, fn) })
}

// onTheTable is the decisions on what waits: on the update of an act, where
// there is one. All others are on the act that is out.
var onTheTable = map[string]bool{"take": true, "approve": true, "return": true, "reject": true}

func (s *Service) decideOn(ctx context.Context, by account.Account, verb string, id act.ID, detail string,
	also func(pgx.Tx, act.Act) error, change func(pgx.Tx) (act.Act, error),
) error {
	if !by.Moderates() {
		return fmt.Errorf("%s %v: %w", verb, id, fault.Forbidden)
	}
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		a, err := change(tx)
		if err != nil {
			return err
		}
		if also != nil {
			if err := also(tx, a); err != nil {
				return err
			}
		}
		return audit.Record(ctx, tx, by, verb, id.String(), detail)
	})
}
