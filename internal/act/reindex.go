package act

import (
	"context"
	"slices"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/postgres"
)

// reindexed is how many acts Reindex writes in one transaction.
const reindexed = 500

// ReindexStale puts acts in the index anew that another analysis of words has
// put there, at most limit of them in one transaction. It is how many there
// were.
func (s *Service) ReindexStale(ctx context.Context, limit int) (int, error) {
	stale, err := s.Index.Stale(ctx, limit)
	if err != nil || len(stale) == 0 {
		return 0, err
	}
	err = s.db.Tx(ctx, func(tx pgx.Tx) error { return s.reindexTx(ctx, tx, IDsOf(stale)) })
	return len(stale), wrap("index", "stale acts anew", err)
}

// ReindexTx puts acts in the index anew, of which something else than their own
// text has changed: the files. Those that are not listed stay out.
func (s *Service) ReindexTx(ctx context.Context, tx pgx.Tx, ids ...ID) error {
	if err := s.reindexTx(ctx, tx, ids); err != nil {
		return wrap("index", "acts anew", err)
	}
	return s.TouchTx(ctx, tx, ids...)
}

// Reindex puts every published act in the index anew and takes out what is
// none, some hundreds in each transaction, so that searches go on meanwhile.
// progress hears how many are done; nil is fine.
func (s *Service) Reindex(ctx context.Context, progress func(done int)) error {
	there, err := s.Index.Acts(ctx)
	if err != nil {
		return err
	}
	rows, err := postgres.All[struct{ ID ID }](ctx, s.db, `
		SELECT id FROM act WHERE status = 'published' UNION SELECT unnest($1::bigint[]) ORDER BY 1`, there)
	if err != nil {
		return wrap("list", "the acts of the index", err)
	}
	done := 0
	for part := range slices.Chunk(rows, reindexed) {
		ids := make([]ID, len(part))
		for i, r := range part {
			ids[i] = r.ID
		}
		if err := s.db.Tx(ctx, func(tx pgx.Tx) error { return s.reindexTx(ctx, tx, ids) }); err != nil {
			return wrap("index", "acts anew", err)
		}
		if done += len(part); progress != nil {
			progress(done)
		}
	}
	return nil
}
