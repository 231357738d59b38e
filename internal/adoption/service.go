package adoption

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
)

// Service is what people do with adoptions.
type Service struct {
	Parts
	db    *postgres.DB
	now   func() time.Time
	inUse []func(ctx context.Context, tx pgx.Tx, x Adoption) error // see OnUse
}

// Parts is what else takes part in the deeds.
type Parts struct {
	Acts          *act.Service
	Accounts      *account.Service // whom the mails go to
	Mails         *mail.Outbox
	Organizations *organization.Service
}

// New is the Service on a database.
func New(db *postgres.DB, parts Parts, now func() time.Time) *Service {
	return &Service{Parts: parts, db: db, now: now}
}

// Of is the adoptions of an act, the first adopters first. Who may see the
// act may see them; callers ask for the act first.
func (s *Service) Of(ctx context.Context, id act.ID) ([]Adoption, error) {
	return repository{s.db}.of(ctx, id)
}

// Unconfirmed is what has been told of the organisation that viewer
// coordinates, and nobody has confirmed yet; the oldest first.
func (s *Service) Unconfirmed(ctx context.Context, viewer account.Account) ([]Adoption, error) {
	if !viewer.Coordinates(viewer.OrganizationID) {
		return nil, fmt.Errorf("list what is told of %d: %w", viewer.OrganizationID, fault.Forbidden)
	}
	return repository{s.db}.unconfirmed(ctx, viewer.OrganizationID)
}

// InUse is how many organisations have taken each of some acts into use. Acts
// that nobody has are left out; callers see to it that the reader may know.
func (s *Service) InUse(ctx context.Context, acts []act.Act) (map[act.ID]int, error) {
	ids, counts := make([]act.ID, len(acts)), map[act.ID]int{}
	for i, a := range acts {
		ids[i] = a.ID
	}
	rows, err := repository{s.db}.inUse(ctx, ids)
	for _, r := range rows {
		counts[r.ActID] = r.Count
	}
	return counts, err
}

// Tell stores what a member tells of the own organisation and an act, and lets
// the act's people know. Telling the same twice changes nothing.
func (s *Service) Tell(ctx context.Context, by account.Account, id act.ID, t Telling) (Adoption, error) {
	t.Note = strings.TrimSpace(t.Note)
	var x Adoption
	err := s.db.Tx(ctx, func(tx pgx.Tx) error {
		a, err := s.lockTx(ctx, tx, by, id)
		if err != nil {
			return err
		}
		switch {
		case !Speaks(by), Made(a, by):
			return fmt.Errorf("tell the adoption of %v for organization %d: %w", id, by.OrganizationID, fault.Forbidden)
		case a.Status != act.Published:
			return fmt.Errorf("tell the adoption of %v, which is %s: %w", id, a.Status, fault.Conflict)
		}
		if err := t.Check(); err != nil {
			return err
		}
		before, err := repository{tx}.told(ctx, id, organization.ID(by.OrganizationID))
		if err != nil {
			return err
		}
		if len(before) == 1 && before[0].State == t.State && before[0].Note == t.Note {
			x = before[0]
			return nil
		}
		if x, err = (repository{tx}).put(ctx, id, by, t, s.now()); err != nil {
			return err
		}
		return s.toldTx(ctx, tx, by, a, before, x)
	})
	return x, err
}

// Confirm says that what an organisation tells is so.
func (s *Service) Confirm(ctx context.Context, by account.Account, id ID) (act.Act, error) {
	return s.change(ctx, by, id, func(tx pgx.Tx, a act.Act, x Adoption) error {
		switch {
		case x.ConfirmedBy != 0: // by the press before this one
			return nil
		case !x.CanConfirm(a, by):
			return fmt.Errorf("confirm %v: %w", id, fault.Forbidden)
		}
		if err := (repository{tx}).confirm(ctx, id, by.ID); err != nil {
			return err
		}
		return s.recordTx(ctx, tx, by, x, "confirmed")
	})
}

// Remove takes away what an organisation has told, as if it never had.
func (s *Service) Remove(ctx context.Context, by account.Account, id ID) (act.Act, error) {
	return s.change(ctx, by, id, func(tx pgx.Tx, _ act.Act, x Adoption) error {
		if !x.CanChange(by) {
			return fmt.Errorf("remove %v: %w", id, fault.Forbidden)
		}
		if err := (repository{tx}).delete(ctx, id); err != nil {
			return err
		}
		return s.recordTx(ctx, tx, by, x, "removed")
	})
}

// change lets fn change an adoption while its act is held, and is the act.
func (s *Service) change(ctx context.Context, by account.Account, id ID, fn func(pgx.Tx, act.Act, Adoption) error) (act.Act, error) {
	var a act.Act
	err := s.db.Tx(ctx, func(tx pgx.Tx) error {
		x, err := repository{tx}.find(ctx, id)
		if err != nil {
			return err
		}
		if a, err = s.lockTx(ctx, tx, by, x.ActID); err != nil {
			return err
		}
		if x, err = (repository{tx}).find(ctx, id); err != nil { // as it is now that the act is held
			return err
		}
		return fn(tx, a, x)
	})
	return a, err
}

// lockTx holds an act that the viewer may see.
func (s *Service) lockTx(ctx context.Context, tx pgx.Tx, viewer account.Account, id act.ID) (act.Act, error) {
	a, err := s.Acts.LockTx(ctx, tx, id)
	if err == nil && !a.CanSee(viewer) {
		err = fmt.Errorf("find %v: %w", id, fault.NotFound)
	}
	return a, err
}

// recordTx notes a step in both logs, and that the public sees a change.
func (s *Service) recordTx(ctx context.Context, tx pgx.Tx, by account.Account, x Adoption, step string) error {
	if err := (repository{tx}).log(ctx, x, step, by.ID, s.now()); err != nil {
		return err
	}
	if err := audit.Record(ctx, tx, by, "adoption "+step, x.ActID.String(), x.OrganizationID.String()); err != nil {
		return err
	}
	return s.Acts.TouchTx(ctx, tx, x.ActID)
}
