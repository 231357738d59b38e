package act

import (
	"context"
	"fmt"
	"slices"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/taxonomy"
)

// WorkingAll is Working of many acts, in the order of the ids, without those
// that viewer may not see.
func (s *Service) WorkingAll(ctx context.Context, viewer account.Account, ids []ID) ([]Act, error) {
	acts, err := repository{s.db}.ids(ctx, ids)
	if err != nil {
		return nil, err
	}
	updates, err := s.Updates(ctx, acts)
	if err != nil {
		return nil, err
	}
	acts = slices.DeleteFunc(acts, func(a Act) bool { return !a.CanSee(viewer) })
	for i, a := range acts {
		if w, ok := updates[a.ID]; ok && w.CanSee(viewer) {
			acts[i] = w
		}
	}
	place := make(map[ID]int, len(ids))
	for i, id := range ids {
		place[id] = i
	}
	slices.SortFunc(acts, func(a, b Act) int { return place[a.ID] - place[b.ID] })
	return acts, nil
}

// Updated is which of some acts have an update, also one that is a draft.
func (s *Service) Updated(ctx context.Context, q postgres.Querier, ids []ID) (map[ID]bool, error) {
	found, err := postgres.Values[ID](ctx, q, "SELECT act_id FROM act_update WHERE act_id = ANY($1)", ids)
	updated := make(map[ID]bool, len(found))
	for _, id := range found {
		updated[id] = true
	}
	return updated, wrap("find", "updates", err)
}

// A Listing narrows what moderators look through; the zero Listing is every
// act that was sent.
type Listing struct {
	Text     string // in the title
	Status   Status
	SectorID taxonomy.ID
	ThemeID  taxonomy.ID
}

// listed is what a listing keeps: what was never sent is its writers' alone.
const listed = `
	FROM act a
	WHERE a.status <> 'draft' AND NOT (a.status = 'withdrawn' AND a.revision = 0 AND a.owner_id IS NOT NULL)
	  AND ($1 = '' OR strpos(lower(a.title), lower($1)) > 0) AND ($2 = '' OR a.status = $2)
	  AND ($3::smallint = 0 OR EXISTS (SELECT FROM act_term WHERE act_id = a.id AND term_id = $3))
	  AND ($4::smallint = 0 OR EXISTS (SELECT FROM act_term WHERE act_id = a.id AND term_id = $4))`

// Listed is up to limit acts that a moderator looks through, the last sent
// first, and how many there are in all.
func (s *Service) Listed(ctx context.Context, viewer account.Account, l Listing, offset, limit int) ([]Summary, int, error) {
	if !viewer.Moderates() {
		return nil, 0, fmt.Errorf("list acts: %w", fault.Forbidden)
	}
	total, err := postgres.Value[int](ctx, s.db, "SELECT count(*)"+listed, l.Text, l.Status, l.SectorID, l.ThemeID)
	if err != nil {
		return nil, 0, wrap("count", "acts", err)
	}
	acts, err := postgres.All[Summary](ctx, s.db, "SELECT"+summaryColumns+listed+`
		ORDER BY coalesce(a.submitted_at, a.first_published_at, a.created_at) DESC, a.id DESC
		OFFSET $5 LIMIT $6`, l.Text, l.Status, l.SectorID, l.ThemeID, offset, limit)
	return acts, total, wrap("list", "acts", err)
}
