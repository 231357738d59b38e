package attachment

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
)

// Held is what an update of an act does to a file, once it is approved.
type Held string

// What an update does.
const (
	Added   Held = "added"   // nobody sees it until then
	Removed Held = "removed" // everyone sees it until then
)

// seenIn is the files of an act as they are out, or as its update has them.
func seenIn(of act.Act, all []Attachment) []Attachment {
	var some []Attachment
	for _, a := range all {
		if of.Updating && a.HeldAlt != nil {
			a.Alt = *a.HeldAlt
		}
		if of.Updating && a.Held != Removed || !of.Updating && a.Held != Added {
			some = append(some, a)
		}
	}
	return some
}

// changeTx is the act whose files by may change: its update, if there is one.
// It stays as it is meanwhile.
func (s *Service) changeTx(ctx context.Context, tx pgx.Tx, by account.Account, id act.ID) (act.Act, error) {
	a, err := s.Acts.WorkingTx(ctx, tx, by, id)
	switch {
	case err != nil:
		return a, err
	case !a.CanSee(by):
		return a, fmt.Errorf("change the files of %v: %w", id, fault.NotFound)
	case canChange(a, by):
		return a, nil
	case a.WrittenBy(by):
		return a, fmt.Errorf("change the files of %v, which is %s: %w", id, a.Status, fault.Conflict)
	}
	return a, fmt.Errorf("change the files of %v: %w", id, fault.Forbidden)
}

// checkTx is what an act that is submitted must have of its files: after an
// update, if it is one.
func (s *Service) checkTx(ctx context.Context, tx pgx.Tx, of act.Act) error {
	all, err := repository{tx}.of(ctx, of.ID)
	if err != nil {
		return err
	}
	return Problems(seenIn(of, all)).Err()
}

// releaseTx lets what an update did to the files of an act come true, or
// forgets it.
func (s *Service) releaseTx(ctx context.Context, tx pgx.Tx, id act.ID, applied bool) error {
	gone, err := repository{tx}.release(ctx, id, applied)
	for _, a := range gone {
		err = errors.Join(err, s.Jobs.InsertTx(ctx, tx, removeArgs{a.keys()}))
	}
	if err != nil || !applied {
		return err
	}
	return s.Acts.ReindexTx(ctx, tx, id) // its documents are others now
}
