package opening

import (
	"context"
	"fmt"
	"slices"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
)

// A Report is what those who write an act see of its opening.
type Report struct {
	Act     act.Act
	Opening Opening // the zero Opening: it is closed
	Readers int     // coordinators of its organisation, besides its owner
	Steps   []Step  // the newest first
	Hints   []Hint
}

// Of is the opening of an act and what has been done with it, for those who
// write it.
func (s *Service) Of(ctx context.Context, viewer account.Account, id act.ID) (Report, error) {
	a, err := s.Acts.Find(ctx, viewer, id)
	if err == nil && !a.WrittenBy(viewer) {
		err = fmt.Errorf("see the opening of %v: %w", id, fault.NotFound)
	}
	r := Report{Act: a}
	if err != nil {
		return r, err
	}
	if r.Opening, err = (repository{s.db}).one(ctx, id); err != nil {
		return r, err
	}
	if r.Opening.OrganizationID != a.OrganizationID || !writing(a) {
		r.Opening = Opening{}
	}
	readers, err := s.Accounts.CoordinatorsOf(ctx, s.db, int64(a.OrganizationID))
	if err != nil {
		return r, err
	}
	r.Readers = len(slices.DeleteFunc(readers, func(c account.Account) bool { return c.ID == a.OwnerID }))
	if r.Hints, err = s.Hints(ctx, id); err != nil {
		return r, err
	}
	if r.Steps, err = (repository{s.db}).steps(ctx, id); err != nil {
		return r, err
	}
	return r, account.NameAll(ctx, s.Accounts, r.Steps, func(x Step) account.ID { return x.ByID }, func(x *Step, by account.Account) { x.ByName = by.CallName() })
}

// ByAct is the openings of some acts, by act. Callers see to it that the
// reader writes them.
func (s *Service) ByAct(ctx context.Context, acts []act.Act) (map[act.ID]Opening, error) {
	ids, by := make([]act.ID, len(acts)), map[act.ID]Opening{}
	for i, a := range acts {
		ids[i] = a.ID
	}
	all, err := repository{s.db}.of(ctx, ids...)
	for _, o := range all {
		by[o.ActID] = o
	}
	return by, err
}

// Hints is what coordinators have said of an act. Callers see to it that the
// reader writes it.
func (s *Service) Hints(ctx context.Context, id act.ID) ([]Hint, error) {
	all, err := repository{s.db}.hints(ctx, id)
	if err != nil {
		return nil, err
	}
	return all, account.NameAll(ctx, s.Accounts, all, func(h Hint) account.ID { return h.ByID }, func(h *Hint, by account.Account) { h.ByName = by.CallName() })
}

// Open lets the coordinators of its organisation read a draft, and with edits
// mend its words. Opening it as it is changes nothing.
func (s *Service) Open(ctx context.Context, by account.Account, id act.ID, edits bool) error {
	return s.owning(ctx, by, id, func(tx pgx.Tx, a act.Act) error {
		if !CanOpen(a, by) {
			return fmt.Errorf("open %v, which is %s: %w", id, a.Status, fault.Conflict)
		}
		r := repository{tx}
		before, err := r.one(ctx, id)
		if err != nil || before.ActID != 0 && before.Edits == edits {
			return err
		}
		if err := r.open(ctx, a, by.ID, edits, s.now()); err != nil {
			return err
		}
		deed := Opened
		if edits {
			deed = ToEdit
		}
		if err := r.note(ctx, id, by.ID, deed, s.now()); err != nil {
			return err
		}
		if before.ActID == 0 {
			if err := s.tellOpenedTx(ctx, tx, a, by); err != nil {
				return err
			}
		}
		return audit.Record(ctx, tx, by, "open draft", id.String(), "")
	})
}

// Close takes the consent back, at once. There may be nothing to take back.
func (s *Service) Close(ctx context.Context, by account.Account, id act.ID) error {
	return s.owning(ctx, by, id, func(tx pgx.Tx, _ act.Act) error {
		was, err := repository{tx}.close(ctx, id)
		if err != nil || !was {
			return err
		}
		if err := (repository{tx}).note(ctx, id, by.ID, Closed, s.now()); err != nil {
			return err
		}
		return audit.Record(ctx, tx, by, "close draft", id.String(), "")
	})
}

// owning lets fn do something to an act of by's own that nobody changes
// meanwhile.
func (s *Service) owning(ctx context.Context, by account.Account, id act.ID, fn func(pgx.Tx, act.Act) error) error {
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		a, err := s.Acts.LockTx(ctx, tx, id)
		switch {
		case err != nil:
			return err
		case !a.CanSee(by):
			return fmt.Errorf("open %v: %w", id, fault.NotFound)
		case !a.Owned(by):
			return fmt.Errorf("open %v: %w", id, fault.Forbidden)
		}
		return fn(tx, a)
	})
}
