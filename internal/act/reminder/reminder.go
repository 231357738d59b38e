// Package reminder writes to the authors of acts when it is their turn: a week
// and a month after an act has come back to them, and a month before a draft
// that nobody has touched for a year is deleted. Then it deletes the draft.
//
// A mail and the note of it are one transaction that holds the act, so each is
// sent once, whatever stops or runs beside.
package reminder

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/internal/postgres"
)

// Service reminds.
type Service struct {
	Parts
	db  *postgres.DB
	now func() time.Time
}

// Parts is what else takes part in the deeds.
type Parts struct {
	Acts     *act.Service
	Accounts *account.Service // whom the mails go to
	Mails    *mail.Outbox
}

// New is the Service on a database.
func New(db *postgres.DB, parts Parts, now func() time.Time) *Service {
	return &Service{Parts: parts, db: db, now: now}
}

// A kind is what authors are reminded of.
type kind string

const (
	week  kind = "week"  // an act came back a week ago
	month kind = "month" // or a month
	draft kind = "draft" // a draft will be deleted
)

// The days after which authors are reminded of what has come back, and between
// the warning and the end of a draft.
const (
	weekDays    = 7
	monthDays   = 30
	warningDays = 30
)

// inARound is how many acts are looked at in a round.
const inARound = 200

// Send reminds of all whose time has come, and deletes the drafts whose time is
// up.
func (s *Service) Send(ctx context.Context) error {
	return errors.Join(s.returned(ctx), s.warn(ctx), s.drop(ctx))
}

// returned reminds of what has come back to its authors.
func (s *Service) returned(ctx context.Context) error {
	all, err := repository{s.db}.returned(ctx, s.ago(weekDays), s.ago(monthDays), inARound)
	if err != nil {
		return err
	}
	for _, b := range all {
		k, l := week, afterAWeek
		if !b.At.After(s.ago(monthDays)) {
			k, l = month, afterAMonth
		}
		if err := s.once(ctx, b.ActID, k, b.About, func(a act.Act) bool { return a.Status == act.ChangesRequested && a.Updating == b.OfUpdate }, l); err != nil {
			return err
		}
	}
	return nil
}

// warn tells of drafts that will be deleted.
func (s *Service) warn(ctx context.Context) error {
	before := act.DraftUntouchedSince(s.now()).AddDate(0, 0, warningDays)
	all, err := repository{s.db}.oldDrafts(ctx, before, inARound)
	if err != nil {
		return err
	}
	for _, b := range all {
		if err := s.once(ctx, b.ActID, draft, b.About, func(a act.Act) bool { return untouched(a, b.About) }, endOfDraft); err != nil {
			return err
		}
	}
	return nil
}

// untouched reports whether a draft is as it was.
func untouched(a act.Act, version int64) bool {
	return a.Status == act.Draft && !a.Updating && int64(a.Version) == version
}

// once mails everyone who writes an act, unless it has been done, or the act is
// no longer as it was.
func (s *Service) once(ctx context.Context, id act.ID, k kind, about int64, still func(act.Act) bool, l mail.Letter) error {
	err := s.db.Tx(ctx, func(tx pgx.Tx) error {
		a, err := s.Acts.LockTx(ctx, tx, id)
		if err != nil {
			return err
		}
		if a.OwnerID != 0 {
			if a, err = s.Acts.WorkingTx(ctx, tx, account.Account{ID: a.OwnerID}, id); err != nil {
				return err
			}
		}
		if !still(a) {
			return nil
		}
		noted, err := repository{tx}.note(ctx, id, k, about, s.now())
		if err != nil || len(noted) == 0 {
			return err
		}
		return s.tellTx(ctx, tx, a, k, about, l)
	})
	return unlessGone(err)
}

// unlessGone is nil where an act has been deleted meanwhile.
func unlessGone(err error) error {
	if errors.Is(err, fault.NotFound) {
		return nil
	}
	return err
}

// drop deletes the drafts whose authors were told in time, and left them.
func (s *Service) drop(ctx context.Context) error {
	since := act.DraftUntouchedSince(s.now())
	all, err := repository{s.db}.warned(ctx, since, s.ago(warningDays), inARound)
	if err != nil {
		return err
	}
	for _, b := range all {
		err := s.db.Tx(ctx, func(tx pgx.Tx) error {
			a, err := s.Acts.LockTx(ctx, tx, b.ActID)
			if err != nil || !untouched(a, b.About) {
				return err
			}
			return s.Acts.DeleteDraftTx(ctx, tx, account.Account{}, a)
		})
		if unlessGone(err) != nil {
			return err
		}
	}
	return nil
}

func (s *Service) ago(days int) time.Time { return s.now().AddDate(0, 0, -days) }
