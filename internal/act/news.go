package act

import (
	"context"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/postgres"
)

// News is what has happened to a public act.
type News string

// The news.
const (
	CameOut News = "published" // for the first time
	NewText News = "updated"
	PutAway News = "archived"
	Joined  News = "merged"
)

// OnNews lets a later feature hear the news of public acts, in the transaction
// that makes them and that holds the version of the site. What is imported is
// no news. Call it before anything is served.
func (s *Service) OnNews(hear func(ctx context.Context, tx pgx.Tx, id ID, news News) error) {
	s.news = append(s.news, hear)
}

func (s *Service) newsTx(ctx context.Context, tx pgx.Tx, id ID, news News) error {
	for _, hear := range s.news {
		if err := hear(ctx, tx, id, news); err != nil {
			return err
		}
	}
	return nil
}

// movedTx tells the news of the moves of an act.
func (s *Service) movedTx(ctx context.Context, tx pgx.Tx, before, after Act) error {
	for _, m := range after.moves {
		var err error
		switch {
		case m.To == Published && before.FirstPublishedAt == nil:
			err = s.newsTx(ctx, tx, after.ID, CameOut)
		case m.To == Archived:
			err = s.newsTx(ctx, tx, after.ID, PutAway)
		case m.To == Merged:
			err = s.newsTx(ctx, tx, after.ID, Joined)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// A Lead is where an act that has been merged leads.
type Lead struct {
	ID              ID
	MergedInto      ID
	Title, Language string
}

// Leading is those of some acts that lead to others.
func (s *Service) Leading(ctx context.Context, ids []ID) (map[ID]Lead, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	leads, err := postgres.All[Lead](ctx, s.db, "SELECT id, merged_into, title, language FROM act WHERE id = ANY($1) AND status = 'merged'", ids)
	all := make(map[ID]Lead, len(leads))
	for _, l := range leads {
		all[l.ID] = l
	}
	return all, wrap("list", "merged acts", err)
}
