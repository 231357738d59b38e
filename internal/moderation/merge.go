package moderation

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
)

// Merge lets a published act lead to another published one, whose page goes on
// naming it. Of two acts that are merged into each other at the same moment one
// stays: both are locked, the elder first.
func (s *Service) Merge(ctx context.Context, by account.Account, id act.ID, version int, into act.ID) error {
	if !by.Moderates() {
		return fmt.Errorf("merge %v: %w", id, fault.Forbidden)
	}
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		locked := map[act.ID]act.Act{}
		for _, one := range []act.ID{min(id, into), max(id, into)} {
			a, err := s.acts.LockTx(ctx, tx, one)
			if err != nil {
				return err
			}
			locked[one] = a
		}
		other := locked[into]
		switch {
		case !other.CanSee(by):
			return fmt.Errorf("merge %v into %v: %w", id, into, fault.NotFound)
		case other.Status != act.Published:
			return fmt.Errorf("merge %v into %v, which is %s: %w", id, into, other.Status, fault.Conflict)
		}
		if _, err := s.acts.ChangeTx(ctx, tx, id, version, func(a *act.Act) error { return a.MergeInto(into, by, s.now()) }); err != nil {
			return err
		}
		return audit.Record(ctx, tx, by, "merge", id.String(), into.String())
	})
}
