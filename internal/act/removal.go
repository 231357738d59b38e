package act

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/validate"
)

// A RemovalID names a removal.
type RemovalID int64

func (id RemovalID) String() string { return fmt.Sprintf("removal %d", int64(id)) }

// A Removal is that the owner of an act that is out asks for its deletion.
type Removal struct {
	ID        RemovalID
	ActID     ID // 0: it is deleted
	ByID      account.ID
	Reason    string
	AskedAt   time.Time
	DecidedAt *time.Time // nil: it waits
	Answer    string     // why it was refused
}

const removalColumns = "id, coalesce(act_id, 0) AS act_id, by_id, reason, asked_at, decided_at, answer FROM act_removal"

// CanAskRemoval reports whether viewer may ask for a to be deleted.
func (a Act) CanAskRemoval(viewer account.Account) bool {
	return !a.Updating && a.Owned(viewer) && a.Status.Public()
}

// AskRemoval asks the moderators to delete an act. Asking twice asks once.
func (s *Service) AskRemoval(ctx context.Context, by account.Account, id ID, reason string) error {
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		a, err := repository{tx}.lock(ctx, id)
		if err != nil {
			return err
		}
		if err := a.allow(by, a.Owned(by), "ask to delete"); err != nil {
			return err
		}
		if !a.CanAskRemoval(by) {
			return fmt.Errorf("ask to delete %v, which is %s: %w", id, a.Status, fault.Conflict)
		}
		var p validate.Problems
		if p.Text("reason", reason, limit.Reason); p.Err() != nil {
			return p.Err()
		}
		asked, err := postgres.Values[RemovalID](ctx, tx, `
			INSERT INTO act_removal (act_id, by_id, reason, asked_at) VALUES ($1, $2, $3, $4)
			ON CONFLICT (act_id) WHERE decided_at IS NULL DO NOTHING
			RETURNING id`, id, by.ID, reason, s.now())
		if err != nil || len(asked) == 0 { // it waits already
			return wrap("ask to delete", id, err)
		}
		if err := s.tellRemovalAskedTx(ctx, tx, a, asked[0], reason); err != nil {
			return err
		}
		return audit.Record(ctx, tx, by, "ask removal", id.String(), "")
	})
}

// LastRemoval is an act of viewer, and what was last asked of its deletion.
func (s *Service) LastRemoval(ctx context.Context, viewer account.Account, id ID) (Act, Removal, error) {
	a, err := s.Find(ctx, viewer, id)
	if err == nil && !a.Owned(viewer) {
		err = fmt.Errorf("deletion of %v: %w", id, fault.Forbidden)
	}
	if err != nil {
		return a, Removal{}, err
	}
	last, err := postgres.All[Removal](ctx, s.db, "SELECT "+removalColumns+" WHERE act_id = $1 ORDER BY id DESC LIMIT 1", id)
	if err != nil || len(last) == 0 {
		return a, Removal{}, wrap("find the removal of", id, err)
	}
	return a, last[0], nil
}

// A WaitingRemoval is one that a moderator is to answer.
type WaitingRemoval struct {
	Removal
	Act    Act
	ByName string
}

// Removals is what waits for an answer, the oldest first.
func (s *Service) Removals(ctx context.Context, viewer account.Account) ([]WaitingRemoval, error) {
	if !viewer.Moderates() {
		return nil, fmt.Errorf("list removals: %w", fault.Forbidden)
	}
	open, err := postgres.All[Removal](ctx, s.db, "SELECT "+removalColumns+" WHERE decided_at IS NULL AND act_id IS NOT NULL ORDER BY id LIMIT 200")
	if err != nil {
		return nil, wrap("list", "removals", err)
	}
	var ids []ID
	var people []account.ID
	for _, r := range open {
		ids, people = append(ids, r.ActID), append(people, r.ByID)
	}
	acts, err := repository{s.db}.ids(ctx, ids)
	if err != nil {
		return nil, err
	}
	who, err := s.Accounts.Named(ctx, people)
	var all []WaitingRemoval
	for _, r := range open {
		if at := slices.IndexFunc(acts, func(a Act) bool { return a.ID == r.ActID }); at >= 0 {
			all = append(all, WaitingRemoval{r, acts[at], who[r.ByID].CallName()})
		}
	}
	return all, err
}

// Removal is one that waits, before it is decided on. One that waits no more is
// a fault.Conflict.
func (s *Service) Removal(ctx context.Context, viewer account.Account, id RemovalID) (WaitingRemoval, error) {
	if !viewer.Moderates() {
		return WaitingRemoval{}, fmt.Errorf("look at %v: %w", id, fault.Forbidden)
	}
	r, err := postgres.One[Removal](ctx, s.db, "SELECT "+removalColumns+" WHERE id = $1", id)
	if err != nil {
		return WaitingRemoval{}, wrap("find", id, err)
	}
	if r.DecidedAt != nil {
		return WaitingRemoval{}, fmt.Errorf("look at %v, which is decided: %w", id, fault.Conflict)
	}
	a, err := s.Find(ctx, viewer, r.ActID)
	if err == nil {
		err = a.allow(viewer, a.CanReview(viewer), "decide on")
	}
	if err != nil {
		return WaitingRemoval{}, err
	}
	who, err := s.Accounts.Named(ctx, []account.ID{r.ByID})
	return WaitingRemoval{r, a, who[r.ByID].CallName()}, err
}

// DecideRemoval deletes the act for good, or tells why not. Nobody decides on
// an act of their own; of two at the same moment the second is told that it has
// been decided.
func (s *Service) DecideRemoval(ctx context.Context, by account.Account, id RemovalID, yes bool, answer string) error {
	if !by.Moderates() {
		return fmt.Errorf("decide %v: %w", id, fault.Forbidden)
	}
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		r, a, err := s.lockRemovalTx(ctx, tx, id)
		if err != nil {
			return err
		}
		if err := a.allow(by, a.CanReview(by), "decide on"); err != nil {
			return err
		}
		if yes {
			return s.removeTx(ctx, tx, by, a, r)
		}
		var p validate.Problems
		if p.Text("answer", answer, limit.Reason); p.Err() != nil {
			return p.Err()
		}
		if err := postgres.Exec(ctx, tx, "UPDATE act_removal SET decided_by = $2, decided_at = $3, answer = $4 WHERE id = $1", id, by.ID, s.now(), answer); err != nil {
			return wrap("refuse", id, err)
		}
		if err := s.tellRemovalTx(ctx, tx, a, removalRefused, id, answer, r.ByID); err != nil {
			return err
		}
		return audit.Record(ctx, tx, by, "refuse removal", a.ID.String(), "")
	})
}

// lockRemovalTx is a removal that waits, and its act, both held. One that waits
// no more is a fault.Conflict.
func (s *Service) lockRemovalTx(ctx context.Context, tx pgx.Tx, id RemovalID) (Removal, Act, error) {
	r, err := postgres.One[Removal](ctx, tx, "SELECT "+removalColumns+" WHERE id = $1", id)
	if err != nil {
		return r, Act{}, wrap("find", id, err)
	}
	over := fmt.Errorf("decide %v again: %w", id, fault.Conflict)
	a, err := repository{tx}.lock(ctx, r.ActID)
	if errors.Is(err, fault.NotFound) {
		return r, a, over
	}
	if err != nil {
		return r, a, err
	}
	if r, err = postgres.One[Removal](ctx, tx, "SELECT "+removalColumns+" WHERE id = $1 FOR UPDATE", id); err == nil && r.DecidedAt != nil {
		err = over
	}
	return r, a, err
}
