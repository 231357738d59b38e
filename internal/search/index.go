// Package search finds acts by what people type: inflected, compounded,
// mistyped, in Finnish, Swedish or English. It analyses words in Go and keeps
// its tables in PostgreSQL; it reads no table of others.
//
// Only visible acts are in the index: who publishes an act calls PutTx in the
// transaction, who hides it calls RemoveTx.
package search

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"
	"golang.org/x/sync/semaphore"

	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/search/analysis"
	"tekojentori.fi/tori/internal/search/fi"
)

// An Index is the searchable acts. Any number of goroutines may use it.
type Index struct {
	db       *postgres.DB
	lexicon  *fi.Lexicon
	analyzer *analysis.Analyzer
	now      func() time.Time

	known   atomic.Pointer[knowledge] // nil before the first search
	reading *semaphore.Weighted       // held by who reads it again
	memory  memory
}

// New makes the index. lexicon is nil when there is no dictionary: then words
// are stemmed, which finds less.
func New(db *postgres.DB, lexicon *fi.Lexicon, now func() time.Time) *Index {
	return &Index{
		db: db, lexicon: lexicon, analyzer: analysis.New(lexicon), now: now,
		reading: semaphore.NewWeighted(1), memory: memory{limit: memoryLimit()},
	}
}

// Full reports whether the Finnish dictionary is in use.
func (x *Index) Full() bool { return x.analyzer.Full() }

// Analyzer is how the index reads words, for highlighting.
func (x *Index) Analyzer() *analysis.Analyzer { return x.analyzer }

// PutTx writes documents of visible acts, in place of what was there of them.
func (x *Index) PutTx(ctx context.Context, tx pgx.Tx, docs ...Document) error {
	w := x.WriterTx(tx)
	if err := w.Put(ctx, docs...); err != nil {
		return err
	}
	return w.Close(ctx)
}

// lastOfEach is the documents with one for each act: the last.
func lastOfEach(docs []Document) []Document {
	byAct := make(map[int64]Document, len(docs))
	for _, d := range docs {
		byAct[d.ActID] = d
	}
	ids := slices.Sorted(maps.Keys(byAct))
	list := make([]Document, len(ids))
	for i, id := range ids {
		list[i] = byAct[id]
	}
	return list
}

// RemoveTx takes acts out that are no longer visible.
func (x *Index) RemoveTx(ctx context.Context, tx pgx.Tx, actIDs ...int64) error {
	w := x.WriterTx(tx)
	if err := w.Remove(ctx, actIDs...); err != nil {
		return err
	}
	return w.Close(ctx)
}

// Stale is the acts whose rows another analysis has written: all of them after
// the dictionary has come or gone, or a word was taught. They are to be put
// anew.
func (x *Index) Stale(ctx context.Context, limit int) ([]int64, error) {
	if _, err := x.knowledge(ctx); err != nil { // else it might be written as it was a minute ago
		return nil, fmt.Errorf("stale acts of the index: %w", err)
	}
	ids, err := repository{x.db}.stale(ctx, x.analyzer.Version(), limit)
	if err != nil {
		return nil, fmt.Errorf("stale acts of the index: %w", err)
	}
	return ids, nil
}

// Acts is the acts in the index.
func (x *Index) Acts(ctx context.Context) ([]int64, error) {
	ids, err := postgres.Values[int64](ctx, x.db, "SELECT act_id FROM act_search ORDER BY act_id")
	if err != nil {
		return nil, fmt.Errorf("acts of the index: %w", err)
	}
	return ids, nil
}
