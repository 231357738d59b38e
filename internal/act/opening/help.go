package opening

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/validate"
)

// A Listed draft is one that is open to somebody.
type Listed struct {
	Opening         // flattened by pgx
	Title, Language string
	Status          act.Status
	OwnerID         account.ID
	Owner           string `db:"-"`
	UpdatedAt       time.Time
}

// To is the drafts that are open to viewer as a coordinator.
func (s *Service) To(ctx context.Context, viewer account.Account) ([]Listed, error) {
	if !viewer.Coordinates(viewer.OrganizationID) {
		return nil, fmt.Errorf("list opened drafts of %d: %w", viewer.OrganizationID, fault.Forbidden)
	}
	all, err := repository{s.db}.to(ctx, organization.ID(viewer.OrganizationID))
	if err != nil {
		return nil, err
	}
	return all, account.NameAll(ctx, s.Accounts, all, func(x Listed) account.ID { return x.OwnerID }, func(x *Listed, owner account.Account) { x.Owner = owner.CallName() })
}

// A Draft is an opened one, as coordinators read it.
type Draft struct {
	Act     act.Act
	Opening Opening
	Hints   []Hint
}

// Look is an opened draft; that it was looked at is noted. One that is not
// open to viewer is a fault.NotFound.
func (s *Service) Look(ctx context.Context, viewer account.Account, id act.ID) (Draft, error) {
	var d Draft
	err := s.helping(ctx, viewer, id, func(tx pgx.Tx, a act.Act, o Opening) error {
		d = Draft{Act: a, Opening: o}
		looked, err := repository{tx}.lookedSince(ctx, id, viewer.ID, s.now().Add(-oneLook))
		if err != nil || looked {
			return err
		}
		return repository{tx}.note(ctx, id, viewer.ID, Looked, s.now())
	})
	if err != nil {
		return d, err
	}
	d.Hints, err = s.Hints(ctx, id)
	return d, err
}

// Hint says something of a section. The same form says it once.
func (s *Service) Hint(ctx context.Context, by account.Account, id act.ID, formKey, section, body string) error {
	return s.helping(ctx, by, id, func(tx pgx.Tx, a act.Act, _ Opening) error {
		body = strings.TrimSpace(body)
		var p validate.Problems
		if !slices.Contains(act.WordingFields(), section) {
			p.Add("section", validate.Unknown, 0)
		}
		p.Text("body", body, MaxHint)
		if err := p.Err(); err != nil {
			return err
		}
		said, err := repository{tx}.hint(ctx, formKey, Hint{ActID: id, Section: section, Body: body, ByID: by.ID, SaidAt: s.now()})
		if err != nil || !said {
			return err
		}
		if err := (repository{tx}).note(ctx, id, by.ID, Hinted, s.now()); err != nil {
			return err
		}
		if err := s.tellHintedTx(ctx, tx, a, by, formKey); err != nil {
			return err
		}
		return audit.Record(ctx, tx, by, "hint on draft", id.String(), section)
	})
}

// Edit mends the words of a draft whose owner allows that, of the version that
// by saw. The same words change nothing.
func (s *Service) Edit(ctx context.Context, by account.Account, id act.ID, version int, w act.Wording) error {
	return s.helping(ctx, by, id, func(tx pgx.Tx, a act.Act, o Opening) error {
		if !o.Edits {
			return fmt.Errorf("mend %v, which is open to be read: %w", id, fault.Forbidden)
		}
		if a.Wording() == w {
			return nil
		}
		if err := w.In(a.Content).CheckDraft(); err != nil {
			return err
		}
		_, err := s.Acts.ChangeTx(ctx, tx, id, version, func(a *act.Act) error {
			a.Content = w.In(a.Content)
			return nil
		})
		if err != nil {
			return err
		}
		if err := (repository{tx}).note(ctx, id, by.ID, Changed, s.now()); err != nil {
			return err
		}
		return audit.Record(ctx, tx, by, "mend draft", id.String(), "")
	})
}

// helping lets fn do something to a draft that is open to by, and that nobody
// changes or closes meanwhile.
func (s *Service) helping(ctx context.Context, by account.Account, id act.ID, fn func(pgx.Tx, act.Act, Opening) error) error {
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		a, err := s.Acts.LockTx(ctx, tx, id)
		if err != nil {
			return err
		}
		who, err := s.Accounts.FindTx(ctx, tx, by.ID) // as they are now
		if err != nil {
			return err
		}
		o, err := repository{tx}.one(ctx, id)
		if err != nil {
			return err
		}
		if !o.Helps(a, who) {
			return fmt.Errorf("help with %v: %w", id, fault.NotFound)
		}
		return fn(tx, a, o)
	})
}

// Known tells what a person has opened, done and said.
func (s *Service) Known(ctx context.Context, a account.Account, tell account.Tell) error {
	if err := postgres.Each(ctx, s.db, `
		SELECT to_jsonb(o) - 'opened_by' FROM act_opening o WHERE opened_by = $1 ORDER BY act_id`, tell.In("draft_openings"), a.ID); err != nil {
		return err
	}
	if err := postgres.Each(ctx, s.db, `
		SELECT to_jsonb(x) - 'by_id' FROM act_opening_step x WHERE by_id = $1 ORDER BY id`, tell.In("draft_opening_steps"), a.ID); err != nil {
		return err
	}
	return postgres.Each(ctx, s.db, `
		SELECT to_jsonb(h) - 'by_id' - 'form_key' FROM act_hint h WHERE by_id = $1 ORDER BY id`, tell.In("draft_hints"), a.ID)
}

// ForgetTx forgets what a person has opened, done and said.
func (s *Service) ForgetTx(ctx context.Context, tx pgx.Tx, who account.Account) error {
	return repository{tx}.forget(ctx, who.ID)
}
