package act

import (
	"context"
	"slices"

	"github.com/maypok86/otter/v2"

	"tekojentori.fi/tori/internal/postgres"
)

// A Card is a public act as lists show it, as of a version of the site.
type Card struct {
	Summary
	SiteVersion int64
}

// maxCards bounds the cards in memory, in characters of their texts.
const maxCards = 12 << 20

// shelf keeps cards: most lists show the same few thousand acts.
type shelf = otter.Cache[ID, Card]

func newShelf() *shelf {
	return otter.Must(&otter.Options[ID, Card]{
		MaximumWeight: maxCards,
		Weigher:       func(_ ID, c Card) uint32 { return uint32(len(c.Title)+len(c.Lead)) + 400 },
	})
}

// Cards is the public acts with the ids, each given once, in their order. One
// that has gone from the public since the ids were found is left out. VersionOf
// tells in which version of the site an act changed last: a card of that
// version is taken from memory.
func (s *Service) Cards(ctx context.Context, ids []ID, versionOf func(id int64) int64) ([]Summary, error) {
	list := make([]Summary, len(ids))
	var missing []ID
	for i, id := range ids {
		if c, ok := s.shelf.GetIfPresent(id); ok && c.SiteVersion == versionOf(int64(id)) {
			list[i] = c.Summary
		} else {
			missing = append(missing, id)
		}
	}
	if len(missing) == 0 {
		return list, nil
	}
	read, err := repository{s.db}.cards(ctx, missing)
	if err != nil {
		return nil, err
	}
	for _, c := range read {
		s.shelf.Set(c.ID, c)
		list[slices.Index(ids, c.ID)] = c.Summary
	}
	return slices.DeleteFunc(list, func(c Summary) bool { return c.ID == 0 }), nil
}

func (r repository) cards(ctx context.Context, ids []ID) ([]Card, error) {
	cards, err := postgres.All[Card](ctx, r.q, `
		SELECT `+summaryColumns+`, a.site_version
		FROM act a
		WHERE a.id = ANY($1) AND a.status IN ('published', 'archived')`, ids)
	return cards, wrap("read", "cards", err)
}

// Texts is what the public acts with the ids say below their leads: need,
// approach, results and lessons.
func (s *Service) Texts(ctx context.Context, ids []ID) (map[ID][]string, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	rows, err := postgres.All[struct {
		ID    ID
		Texts []string
	}](ctx, s.db, `
		SELECT id, ARRAY[need, approach, results, lessons] AS texts
		FROM act WHERE id = ANY($1) AND status IN ('published', 'archived')`, ids)
	texts := make(map[ID][]string, len(rows))
	for _, r := range rows {
		texts[r.ID] = r.Texts
	}
	return texts, wrap("read", "texts", err)
}
