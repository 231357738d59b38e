package act

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
)

// DraftMonths is how many months a draft is kept that nobody touches.
const DraftMonths = 12

// DraftEnd is when a draft is deleted if nobody touches it. Its authors are
// told beforehand; see package reminder.
func (a Act) DraftEnd() time.Time { return a.UpdatedAt.AddDate(0, DraftMonths, 0) }

// DraftUntouchedSince is when the drafts were last touched whose end is now.
func DraftUntouchedSince(now time.Time) time.Time { return now.AddDate(0, -DraftMonths, 0) }

// DeleteDraftTx deletes a draft that the transaction holds. Its files are swept
// later.
func (s *Service) DeleteDraftTx(ctx context.Context, tx pgx.Tx, by account.Account, a Act) error {
	if a.Status != Draft || a.Updating {
		return fmt.Errorf("delete %v, which is %s: %w", a.ID, a.Status, fault.Conflict)
	}
	if err := (repository{tx}).delete(ctx, a.ID); err != nil {
		return err
	}
	return audit.Record(ctx, tx, by, "delete draft", a.ID.String(), "")
}
