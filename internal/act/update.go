package act

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/postgres"
)

// An update is what its owner makes of an act that is out. It goes the way of
// a new act, from draft to approval, while everyone reads the act as it was.
type update struct {
	ActID       ID
	Status      Status
	Content     Content
	SubmittedAt *time.Time
	UpdatedAt   time.Time
	Version     int
	FormVersion FormVersion
}

// CanRevise reports whether viewer may begin an update of a.
func (a Act) CanRevise(viewer account.Account) bool {
	return !a.Updating && a.Owned(viewer) && (a.Status == Published || a.Status == Hidden)
}

// with is the act as those see it who work on its update.
func (a Act) with(u update) Act {
	a.Updating = true
	a.Content, a.Status, a.SubmittedAt, a.UpdatedAt, a.Version = u.Content, u.Status, u.SubmittedAt, u.UpdatedAt, u.Version
	a.PublishAt, a.FormVersion = nil, u.FormVersion
	return a
}

// Working is the act as viewer works on it: its update, where there is one
// that viewer may see, else the act itself.
func (s *Service) Working(ctx context.Context, viewer account.Account, id ID) (Act, error) {
	a, err := s.Find(ctx, viewer, id)
	if err != nil {
		return a, err
	}
	return repository{s.db}.working(ctx, a, viewer)
}

// WorkingTx is Working of an act that nobody changes until the transaction
// ends. Callers see to it that viewer may see it.
func (s *Service) WorkingTx(ctx context.Context, tx pgx.Tx, viewer account.Account, id ID) (Act, error) {
	a, err := repository{tx}.lock(ctx, id)
	if err != nil {
		return a, err
	}
	return repository{tx}.working(ctx, a, viewer)
}

func (r repository) working(ctx context.Context, a Act, viewer account.Account) (Act, error) {
	updates, err := r.updates(ctx, []ID{a.ID})
	if err != nil || len(updates) == 0 {
		return a, err
	}
	if w := a.with(updates[0]); w.CanSee(viewer) {
		return w, nil
	}
	return a, nil
}

// Updates is the updates of some acts, each as the act that it makes. Callers
// see to it that the reader works on them.
func (s *Service) Updates(ctx context.Context, acts []Act) (map[ID]Act, error) {
	ids, all := make([]ID, len(acts)), map[ID]Act{}
	for i, a := range acts {
		ids[i] = a.ID
	}
	updates, err := repository{s.db}.updates(ctx, ids)
	for _, u := range updates {
		for _, a := range acts {
			if a.ID == u.ActID {
				all[a.ID] = a.with(u)
			}
		}
	}
	return all, err
}

// Revise begins an update of an act that is out. Beginning twice begins one.
func (s *Service) Revise(ctx context.Context, by account.Account, id ID) (Act, error) {
	var a Act
	err := s.db.Tx(ctx, func(tx pgx.Tx) (err error) {
		if a, err = s.WorkingTx(ctx, tx, by, id); err != nil {
			return err
		}
		if err := a.allow(by, a.Owned(by), "revise"); err != nil || a.Updating {
			return err
		}
		if !a.CanRevise(by) {
			return fmt.Errorf("revise %v, which is %s: %w", id, a.Status, fault.Conflict)
		}
		if err := (repository{tx}).beginUpdate(ctx, a, s.now()); err != nil {
			return err
		}
		if err := audit.Record(ctx, tx, by, "revise", id.String(), ""); err != nil {
			return err
		}
		a, err = repository{tx}.working(ctx, a, by)
		return err
	})
	return a, err
}

// EndsUpdates lets a later feature take part in the end of an update: applied
// or dropped. Call it before anything is served.
func (s *Service) EndsUpdates(end func(ctx context.Context, tx pgx.Tx, id ID, applied bool) error) {
	s.ended = append(s.ended, end)
}

// WorkTx lets fn change an act as by works on it: its update, where there is
// one that by may see, else the act itself. A version of 0 takes it as it is.
func (s *Service) WorkTx(ctx context.Context, tx pgx.Tx, by account.Account, id ID, version int, fn func(*Act) error) (Act, error) {
	live, err := repository{tx}.lock(ctx, id)
	if err != nil {
		return Act{}, err
	}
	before, err := repository{tx}.working(ctx, live, by)
	if err != nil {
		return Act{}, err
	}
	if !before.Updating {
		return s.changeLockedTx(ctx, tx, live, version, fn)
	}
	w := before
	if err := fn(&w); err != nil {
		return Act{}, err
	}
	if version != 0 && before.Version != version {
		return Act{}, fmt.Errorf("change version %d of the update of %v, which is at %d: %w", version, id, before.Version, fault.Conflict)
	}
	if err := s.writeUpdateTx(ctx, tx, live, before, &w); err != nil {
		return Act{}, err
	}
	return w, nil
}

func (s *Service) writeUpdateTx(ctx context.Context, tx pgx.Tx, live, before Act, w *Act) error {
	r := repository{tx}
	if w.Revision > before.Revision { // it is being submitted
		if err := s.requireTx(ctx, tx, *w); err != nil {
			return err
		}
		if err := r.countRevision(ctx, w.ID, w.Revision); err != nil {
			return err
		}
	}
	if err := r.record(ctx, *w); err != nil {
		return err
	}
	if err := s.tellTx(ctx, tx, *w); err != nil {
		return err
	}
	switch w.Status {
	case Published:
		if _, err := s.changeTx(ctx, tx, live.ID, 0, func(a *Act) error { a.Content, a.FormVersion = w.Content, w.FormVersion; return nil }); err != nil {
			return err
		}
		if live.Status.Public() {
			if err := s.newsTx(ctx, tx, w.ID, NewText); err != nil {
				return err
			}
		}
		return s.endUpdateTx(ctx, tx, w.ID, true)
	case Rejected, Withdrawn:
		return s.endUpdateTx(ctx, tx, w.ID, false)
	default:
		version, err := r.writeUpdate(ctx, *w, s.now())
		w.Version = version
		return err
	}
}

func (s *Service) endUpdateTx(ctx context.Context, tx pgx.Tx, id ID, applied bool) error {
	for _, end := range s.ended {
		if err := end(ctx, tx, id, applied); err != nil {
			return err
		}
	}
	return wrap("end the update of", id, postgres.Exec(ctx, tx, "DELETE FROM act_update WHERE act_id = $1", id))
}

func (r repository) updates(ctx context.Context, ids []ID) ([]update, error) {
	updates, err := postgres.All[update](ctx, r.q, `
		SELECT act_id, status, content, submitted_at, updated_at, version, form_version FROM act_update WHERE act_id = ANY($1)`, ids)
	return updates, wrap("read", "updates", err)
}

func (r repository) beginUpdate(ctx context.Context, a Act, at time.Time) error {
	text, err := json.Marshal(a.Content)
	if err != nil {
		return wrap("begin the update of", a.ID, err)
	}
	return wrap("begin the update of", a.ID, postgres.Exec(ctx, r.q, `
		INSERT INTO act_update (act_id, status, content, begun_at, updated_at, form_version) VALUES ($1, 'draft', $2, $3, $3, $4)`, a.ID, text, at, CurrentForm().Version))
}

// writeUpdate gives the update its next version.
func (r repository) writeUpdate(ctx context.Context, w Act, at time.Time) (int, error) {
	text, err := json.Marshal(w.Content)
	if err != nil {
		return 0, wrap("write the update of", w.ID, err)
	}
	version, err := postgres.Value[int](ctx, r.q, `
		UPDATE act_update
		SET status = $3, content = $4, submitted_at = $5, updated_at = $6, version = nextval('act_update_version')
		WHERE act_id = $1 AND version = $2
		RETURNING version`, w.ID, w.Version, w.Status, text, w.SubmittedAt, at)
	if errors.Is(err, fault.NotFound) {
		err = fault.Conflict
	}
	return version, wrap("write the update of", w.ID, err)
}

func (r repository) countRevision(ctx context.Context, id ID, revision int) error {
	return wrap("count the revisions of", id, postgres.Exec(ctx, r.q, "UPDATE act SET revision = $2 WHERE id = $1", id, revision))
}
