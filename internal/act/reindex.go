package act

import (
	"context"
	"fmt"
	"iter"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/search"
)

// ReindexStale puts acts in the index anew that another analysis of words has
// written, at most so many, and is how many. Searches go on meanwhile.
func (s *Service) ReindexStale(ctx context.Context, limit int) (int, error) {
	stale, err := s.Index.Stale(ctx, limit)
	if err != nil || len(stale) == 0 {
		return 0, err
	}
	err = s.db.Tx(ctx, func(tx pgx.Tx) error { return s.reindexTx(ctx, tx, IDsOf(stale)) })
	if err != nil {
		return 0, fmt.Errorf("put stale acts in the index: %w", err)
	}
	return len(stale), nil
}

// Reindex puts every published act in the index anew and takes out what is
// none. progress hears how many are done.
func (s *Service) Reindex(ctx context.Context, progress func(done int)) error {
	ids, err := s.IDs(ctx, []Status{Published})
	if err != nil {
		return err
	}
	return s.Index.Reindex(ctx, s.documents(ctx, ids), progress)
}

// documents is what is searched of acts, read some hundreds at a time.
func (s *Service) documents(ctx context.Context, ids []ID) iter.Seq2[search.Document, error] {
	return func(yield func(search.Document, error) bool) {
		for len(ids) > 0 {
			n := min(len(ids), indexed)
			acts, err := repository{s.db}.ids(ctx, ids[:n])
			if err != nil {
				yield(search.Document{}, err)
				return
			}
			for _, a := range acts {
				if a.Status == Published && !yield(s.document(a), nil) {
					return
				}
			}
			ids = ids[n:]
		}
	}
}
