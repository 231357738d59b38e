package act

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/search"
	"tekojentori.fi/tori/internal/slug"
)

// Service is what people do with acts: each method is one deed, allowed or
// not, whole or not at all.
type Service struct {
	Parts
	db        *postgres.DB
	now       func() time.Time
	shelf     *shelf
	required  []func(ctx context.Context, tx pgx.Tx, a Act) error                // see Requires
	submitted []func(ctx context.Context, tx pgx.Tx, a Act, by account.ID) error // see OnSubmit
	news      []func(ctx context.Context, tx pgx.Tx, id ID, news News) error     // see OnNews
	ended     []func(ctx context.Context, tx pgx.Tx, id ID, applied bool) error  // see EndsUpdates
}

// Parts is what else takes part in the deeds.
type Parts struct {
	Accounts      *account.Service      // whom the mails go to
	Mails         *mail.Outbox          // what has happened
	Index         *search.Index         // public acts are found
	Organizations *organization.Service // by the names of their organisations too
}

// New is the Service on a database.
func New(db *postgres.DB, parts Parts, now func() time.Time) *Service {
	return &Service{Parts: parts, db: db, now: now, shelf: newShelf()}
}

// Find is the act with the id, or fault.NotFound if viewer may not see it.
func (s *Service) Find(ctx context.Context, viewer account.Account, id ID) (Act, error) {
	a, err := repository{s.db}.find(ctx, id)
	return seen(a, viewer, err)
}

// BySlug is the act at an address, or fault.NotFound if viewer may not see it,
// or fault.Gone if it has been deleted.
func (s *Service) BySlug(ctx context.Context, viewer account.Account, slug string) (Act, error) {
	a, err := repository{s.db}.bySlug(ctx, slug)
	if errors.Is(err, fault.NotFound) {
		if gone := s.goneFrom(ctx, slug); gone != nil {
			err = gone
		}
	}
	return seen(a, viewer, err)
}

func seen(a Act, viewer account.Account, err error) (Act, error) {
	if err == nil && !a.CanSee(viewer) {
		return Act{}, fmt.Errorf("find %v: %w", a.ID, fault.NotFound)
	}
	return a, err
}

// Mine is every act that the viewer writes, the last changed first.
func (s *Service) Mine(ctx context.Context, viewer account.Account) ([]Act, error) {
	if !viewer.SignedIn() {
		return nil, nil
	}
	return repository{s.db}.writtenBy(ctx, viewer.ID)
}

// Begin starts a draft with what has been written. The form key is a UUID
// that the form carries: the same form begins one draft, however often it is
// sent.
func (s *Service) Begin(ctx context.Context, by account.Account, formKey string, c Content) (Act, error) {
	if !by.SignedIn() {
		return Act{}, fmt.Errorf("begin a draft: %w", fault.Forbidden)
	}
	if err := c.CheckDraft(); err != nil {
		return Act{}, err
	}
	var a Act
	err := s.db.Tx(ctx, func(tx pgx.Tx) error {
		begun, err := repository{tx}.insert(ctx, by.ID, formKey, "tori-"+formKey)
		if err != nil {
			return err
		}
		if len(begun) == 0 {
			a, err = repository{tx}.byFormKey(ctx, formKey)
			if err == nil && !a.Owned(by) {
				return fmt.Errorf("begin a draft with another's form: %w", fault.Conflict)
			}
			return err
		}
		a, err = s.changeTx(ctx, tx, begun[0].ID, 0, func(a *Act) error {
			a.Content = c
			return nil
		})
		return err
	})
	return a, err
}

// Edit replaces the text of a draft or of an act that waits for changes.
// Version is the one the writer saw.
func (s *Service) Edit(ctx context.Context, by account.Account, id ID, version int, c Content) (Act, error) {
	if err := c.CheckDraft(); err != nil {
		return Act{}, err
	}
	return s.work(ctx, by, id, version, func(a *Act) error {
		if err := a.allow(by, a.WrittenBy(by), "edit"); err != nil {
			return err
		}
		if !a.CanEdit(by) {
			return fmt.Errorf("edit %v, which is %s: %w", id, a.Status, fault.Conflict)
		}
		a.Content = c
		return nil
	})
}

// Submit sends an act to the moderators.
func (s *Service) Submit(ctx context.Context, by account.Account, id ID, version int) (Act, error) {
	var a Act
	err := s.db.Tx(ctx, func(tx pgx.Tx) (err error) {
		a, err = s.SubmitTx(ctx, tx, by, id, version)
		return err
	})
	return a, err
}

// SubmitTx is Submit in a transaction.
func (s *Service) SubmitTx(ctx context.Context, tx pgx.Tx, by account.Account, id ID, version int) (Act, error) {
	return s.workDeedTx(ctx, tx, by, "submit", id, version, "", func(a *Act) error { return a.Submit(by, s.now()) })
}

// Withdraw takes an act back, or drops a draft.
func (s *Service) Withdraw(ctx context.Context, by account.Account, id ID, version int) (Act, error) {
	return s.workDeed(ctx, by, "withdraw", id, version, "", func(a *Act) error { return a.Withdraw(by, s.now()) })
}

// Archive moves a published act out of the list.
func (s *Service) Archive(ctx context.Context, by account.Account, id ID, version int) (Act, error) {
	return s.deed(ctx, by, "archive", id, version, "", func(a *Act) error { return a.Archive(by, s.now()) })
}

// ChangeTx lets another feature change an act in the transaction of its own
// deed. A version of 0 takes the act as it is.
func (s *Service) ChangeTx(ctx context.Context, tx pgx.Tx, id ID, version int, fn func(*Act) error) (Act, error) {
	return s.changeTx(ctx, tx, id, version, fn)
}

// LockTx is an act that nobody changes until the transaction ends.
func (s *Service) LockTx(ctx context.Context, tx pgx.Tx, id ID) (Act, error) {
	return repository{tx}.lock(ctx, id)
}

// Requires lets a later feature ask more of an act that is submitted: check
// is nil or the validate.Problems of what the feature keeps of it. Call it
// before anything is served.
func (s *Service) Requires(check func(ctx context.Context, tx pgx.Tx, a Act) error) {
	s.required = append(s.required, check)
}

func (s *Service) requireTx(ctx context.Context, tx pgx.Tx, a Act) error {
	for _, check := range s.required {
		if err := check(ctx, tx, a); err != nil {
			return err
		}
	}
	return nil
}

// changeTx reads an act, lets fn change it and writes it.
func (s *Service) changeTx(ctx context.Context, tx pgx.Tx, id ID, version int, fn func(*Act) error) (Act, error) {
	before, err := repository{tx}.lock(ctx, id)
	if err != nil {
		return Act{}, err
	}
	return s.changeLockedTx(ctx, tx, before, version, fn)
}

// changeLockedTx is changeTx of an act that has been read for it.
func (s *Service) changeLockedTx(ctx context.Context, tx pgx.Tx, before Act, version int, fn func(*Act) error) (Act, error) {
	a := before
	a.Content = a.withOwnLists()
	if err := fn(&a); err != nil {
		return Act{}, err
	}
	if version != 0 && before.Version != version {
		return Act{}, fmt.Errorf("change version %d of %v, which is at %d: %w", version, a.ID, before.Version, fault.Conflict)
	}
	if err := s.writeTx(ctx, tx, before, &a); err != nil {
		return Act{}, err
	}
	return repository{tx}.find(ctx, a.ID)
}

func (s *Service) writeTx(ctx context.Context, tx pgx.Tx, before Act, a *Act) error {
	if a.Revision > before.Revision { // it is being submitted
		if err := s.requireTx(ctx, tx, *a); err != nil {
			return err
		}
	}
	if a.Slug == "" && a.Status != Draft && a.Status != Withdrawn {
		free, err := slug.Free(ctx, tx, "SELECT slug FROM act WHERE slug LIKE $1 UNION ALL SELECT slug FROM act_gone WHERE slug LIKE $1", slug.Make(a.Title))
		if err != nil {
			return err
		}
		a.Slug = free
	}
	if err := (repository{tx}).dropDenied(ctx, a); err != nil {
		return err
	}
	siteVersion, err := s.publicTx(ctx, tx, before, *a)
	if err != nil {
		return err
	}
	if err := (repository{tx}).update(ctx, *a, siteVersion); err != nil {
		return err
	}
	if err := (repository{tx}).record(ctx, *a); err != nil {
		return err
	}
	if err := (repository{tx}).close(ctx, before, *a); err != nil {
		return err
	}
	if err := s.tellTx(ctx, tx, *a); err != nil {
		return err
	}
	if err := s.movedTx(ctx, tx, before, *a); err != nil {
		return err
	}
	if err := writeListsTx(ctx, tx, before, *a); err != nil || siteVersion == 0 {
		return err
	}
	return s.standTx(ctx, tx, a.ID)
}
