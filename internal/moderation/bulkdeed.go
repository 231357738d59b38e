package moderation

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/postgres"
)

// Weighed is an act, and what keeps it from a deed.
type Weighed struct {
	act.Act
	Why Obstacle
}

// Weigh tells what a deed would do, before it is done: the acts in the order
// of the ids, without those that the viewer may not know of.
func (s *Service) Weigh(ctx context.Context, by account.Account, b Bulk, ids []act.ID) ([]Weighed, error) {
	if !by.Moderates() {
		return nil, fmt.Errorf("weigh %s: %w", b.Deed, fault.Forbidden)
	}
	acts, err := s.acts.WorkingAll(ctx, by, ids)
	if err != nil {
		return nil, err
	}
	updated, err := s.acts.Updated(ctx, s.db, ids)
	if err != nil {
		return nil, err
	}
	weighed := make([]Weighed, 0, len(acts))
	for _, a := range acts {
		weighed = append(weighed, Weighed{a, b.obstacle(a, updated[a.ID], by)})
	}
	return weighed, nil
}

// Do does the deed to every act, or to none: it is a fault.Conflict when one of
// them has changed, or there is an obstacle by now.
func (s *Service) Do(ctx context.Context, by account.Account, b Bulk, chosen []Chosen) error {
	if err := b.check(by, s.now()); err != nil {
		return err
	}
	if len(chosen) == 0 || len(chosen) > MaxBulk {
		return fmt.Errorf("%s %d acts: %w", b.Deed, len(chosen), fault.BadRequest)
	}
	chosen = slices.SortedFunc(slices.Values(chosen), func(a, b Chosen) int { return cmp.Compare(a.ID, b.ID) }) // two at once wait for each other in one order
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		var ids, sent []act.ID // sent: of those, nobody had it on the table
		for i, c := range chosen {
			if i > 0 && chosen[i-1].ID == c.ID {
				return fmt.Errorf("%s %v twice: %w", b.Deed, c.ID, fault.BadRequest)
			}
			before, err := s.doTx(ctx, tx, by, b, c)
			if err != nil {
				return err
			}
			ids = append(ids, c.ID)
			if before == act.Submitted {
				sent = append(sent, c.ID)
			}
		}
		if b.Deed == Assign {
			if err := s.giveTx(ctx, tx, ids, b.To, sent); err != nil {
				return err
			}
		}
		return audit.RecordEach(ctx, tx, by, b.verb(), ids, b.detail())
	})
}

// doTx does the deed to one act, and is the status that it had.
func (s *Service) doTx(ctx context.Context, tx pgx.Tx, by account.Account, b Bulk, c Chosen) (act.Status, error) {
	change := s.acts.ChangeTx
	if b.Deed == Assign {
		change = func(ctx context.Context, tx pgx.Tx, id act.ID, version int, fn func(*act.Act) error) (act.Act, error) {
			return s.acts.WorkTx(ctx, tx, by, id, version, fn)
		}
	}
	var before act.Status
	_, err := change(ctx, tx, c.ID, c.Version, func(a *act.Act) error {
		before = a.Status
		var updated map[act.ID]bool
		if b.Deed == Sort { // no other deed minds the draft of an update
			var err error
			if updated, err = s.acts.Updated(ctx, tx, []act.ID{c.ID}); err != nil {
				return err
			}
		}
		if why := b.obstacle(*a, updated[a.ID], by); why != "" {
			return fmt.Errorf("%s %v: %s: %w", b.Deed, a.ID, why, fault.Conflict)
		}
		return b.do(a, by, s.now())
	})
	return before, err
}

// giveTx puts acts on a moderator's table. Whoever had one before has it no
// more; the day of the answer stays, but for those that have just been sent.
func (s *Service) giveTx(ctx context.Context, tx pgx.Tx, ids []act.ID, to account.Account, sent []act.ID) error {
	return postgres.Exec(ctx, tx, `
		INSERT INTO review (act_id, moderator_id, taken_at, due_on)
		SELECT id, $2, $3, $4 FROM unnest($1::bigint[]) AS id
		ON CONFLICT (act_id) DO UPDATE
		SET moderator_id = excluded.moderator_id, taken_at = excluded.taken_at,
		    due_on = CASE WHEN review.act_id = ANY($5::bigint[]) THEN excluded.due_on ELSE review.due_on END`, ids, to.ID, s.now(), AnswerBy(s.now()), sent)
}

// Moderators is everyone who may review, by name.
func (s *Service) Moderators(ctx context.Context) ([]account.Account, error) {
	var all []account.Account
	for _, role := range []account.Role{account.Moderator, account.Admin} {
		some, err := s.acts.Accounts.WithRole(ctx, s.db, role)
		if err != nil {
			return nil, err
		}
		for _, a := range some {
			if !slices.ContainsFunc(all, func(b account.Account) bool { return b.ID == a.ID }) {
				all = append(all, a)
			}
		}
	}
	slices.SortFunc(all, func(a, b account.Account) int { return cmp.Compare(a.CallName(), b.CallName()) })
	return all, nil
}
