package campaign

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/postgres"
)

// EnterTx enters an act in a campaign; 0 takes it out of the one it is in.
func (s *Service) EnterTx(ctx context.Context, tx pgx.Tx, id act.ID, c ID) error {
	if c == 0 {
		return postgres.Exec(ctx, tx, "DELETE FROM campaign_entry WHERE act_id = $1", id)
	}
	return postgres.Exec(ctx, tx, `
		INSERT INTO campaign_entry (act_id, campaign_id) VALUES ($1, $2)
		ON CONFLICT (act_id) DO UPDATE SET campaign_id = excluded.campaign_id`, id, c)
}

// Enter enters the viewer's own act in the campaign with a slug, when it is
// taken there. Entering twice changes nothing.
func (s *Service) Enter(ctx context.Context, by account.Account, id act.ID, slug string) error {
	return s.db.Tx(ctx, func(tx pgx.Tx) error { return s.enterTx(ctx, tx, by, id, slug) })
}

// Submit sends the viewer's own act and enters it in the campaign with a slug:
// both or neither.
func (s *Service) Submit(ctx context.Context, by account.Account, id act.ID, version int, slug string) error {
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		if err := s.enterTx(ctx, tx, by, id, slug); err != nil {
			return err
		}
		_, err := s.Acts.SubmitTx(ctx, tx, by, id, version)
		return err
	})
}

func (s *Service) enterTx(ctx context.Context, tx pgx.Tx, by account.Account, id act.ID, slug string) error {
	c, ok := s.BySlug(slug)
	if !ok {
		return fmt.Errorf("enter %v in %q: %w", id, slug, fault.Conflict)
	}
	return s.enteringTx(ctx, tx, by, id, func(a act.Act, has ID) (ID, error) {
		if has == c.ID {
			return has, nil
		}
		if !s.takes(c, a) {
			return 0, fmt.Errorf("enter %v in %q: %w", id, slug, fault.Conflict)
		}
		return c.ID, audit.Record(ctx, tx, by, "enter", id.String(), slug)
	})
}

// Leave takes the viewer's own act out of its campaign, as long as that takes
// acts: afterwards its figures stand.
func (s *Service) Leave(ctx context.Context, by account.Account, id act.ID) error {
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		return s.enteringTx(ctx, tx, by, id, func(_ act.Act, has ID) (ID, error) {
			for _, c := range s.All() {
				if c.ID == has && !c.TakesAt(s.now()) {
					return 0, fmt.Errorf("take %v out of %q: %w", id, c.Slug, fault.Conflict)
				}
			}
			if has == 0 {
				return 0, nil
			}
			return 0, audit.Record(ctx, tx, by, "leave campaign", id.String(), "")
		})
	})
}

// enteringTx lets fn choose the campaign of an own act, and lets the public
// know.
func (s *Service) enteringTx(ctx context.Context, tx pgx.Tx, by account.Account, id act.ID, fn func(a act.Act, has ID) (ID, error)) error {
	a, err := s.Acts.LockTx(ctx, tx, id)
	if err != nil {
		return err
	}
	if !a.CanSee(by) {
		return fmt.Errorf("enter %v: %w", id, fault.NotFound)
	}
	if !a.Owned(by) {
		return fmt.Errorf("enter %v: %w", id, fault.Forbidden)
	}
	has, err := s.EntryTx(ctx, tx, id)
	if err != nil {
		return err
	}
	want, err := fn(a, has)
	if err != nil || want == has {
		return err
	}
	if err := s.EnterTx(ctx, tx, id, want); err != nil || !a.Status.Public() {
		return err
	}
	return s.Acts.TouchTx(ctx, tx, id)
}

// EntryOf is the campaign that an act is entered in; 0 if none.
func (s *Service) EntryOf(ctx context.Context, id act.ID) (ID, error) {
	return entry(ctx, s.db, id)
}

// EntryTx is EntryOf in a transaction.
func (s *Service) EntryTx(ctx context.Context, tx pgx.Tx, id act.ID) (ID, error) {
	return entry(ctx, tx, id)
}

func entry(ctx context.Context, q postgres.Querier, id act.ID) (ID, error) {
	return postgres.Value[ID](ctx, q, `
		SELECT coalesce((SELECT campaign_id FROM campaign_entry WHERE act_id = $1), 0)`, id)
}

// EntriesOf is the campaign slugs of some acts; acts in none are left out.
func (s *Service) EntriesOf(ctx context.Context, ids []act.ID) (map[act.ID]string, error) {
	rows, err := postgres.All[struct {
		ActID act.ID
		Slug  string
	}](ctx, s.db, `
		SELECT e.act_id, c.slug FROM campaign_entry e JOIN campaign c ON c.id = e.campaign_id
		WHERE e.act_id = ANY($1)`, ids)
	entries := make(map[act.ID]string, len(rows))
	for _, r := range rows {
		entries[r.ActID] = r.Slug
	}
	return entries, err
}

// entered is every act of a campaign, public or not.
func entered(ctx context.Context, tx pgx.Tx, id ID) ([]act.ID, error) {
	return postgres.Values[act.ID](ctx, tx, "SELECT act_id FROM campaign_entry WHERE campaign_id = $1", id)
}
