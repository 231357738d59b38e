package search

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"sync"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/search/analysis"
)

const (
	// batch is how many documents one statement writes: on a busy machine it
	// must end well before the statement timeout.
	batch = 100
	// waiting is how many documents may wait to be sorted into the indexes.
	waiting = 2_000
)

// A Writer changes the index in one transaction. What it has written is whole
// after Close: the words of all documents are counted at once, for many
// documents share most of their words.
type Writer struct {
	index   *Index
	rows    repository
	changes vocabulary
	begun   bool
	waiting int
}

// WriterTx begins to change the index in a transaction.
func (x *Index) WriterTx(tx pgx.Tx) *Writer {
	return &Writer{index: x, rows: repository{tx}, changes: vocabulary{}}
}

// Begin holds the index until the transaction ends. Put and Remove do so too;
// who reads what they are to write calls it first.
func (w *Writer) Begin(ctx context.Context) error {
	if w.begun {
		return nil
	}
	w.begun = true
	if err := w.rows.lock(ctx); err != nil {
		return err
	}
	return w.rows.hold(ctx)
}

// Put writes documents of visible acts, in place of what was there of them.
func (w *Writer) Put(ctx context.Context, docs ...Document) error {
	if len(docs) == 0 {
		return nil
	}
	if err := w.Begin(ctx); err != nil {
		return fmt.Errorf("index acts: %w", err)
	}
	for part := range slices.Chunk(lastOfEach(docs), batch) {
		if err := w.put(ctx, part); err != nil {
			return fmt.Errorf("index acts: %w", err)
		}
	}
	return nil
}

func (w *Writer) put(ctx context.Context, docs []Document) error {
	ids := make([]int64, len(docs))
	docs, err := w.rows.withFiles(ctx, docs)
	if err != nil {
		return err
	}
	analysed := analyze(w.index.analyzer, docs)
	for i, r := range analysed {
		ids[i] = r.actID
		w.changes.add(r)
	}
	old, err := w.rows.delete(ctx, ids)
	if err != nil {
		return err
	}
	w.changes.remove(old)
	if err := w.rows.raise(ctx, ids); err != nil {
		return err
	}
	if err := w.rows.insert(ctx, analysed, w.index.analyzer.Version()); err != nil {
		return err
	}
	if w.waiting += len(docs); w.waiting < waiting {
		return nil
	}
	w.waiting = 0
	return w.rows.tidy(ctx)
}

// analyze makes rows of documents, on all processors.
func analyze(a *analysis.Analyzer, docs []Document) []*row {
	rows := make([]*row, len(docs))
	next := make(chan int)
	var done sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(docs)) {
		done.Go(func() {
			for i := range next {
				rows[i] = newRow(a, docs[i])
			}
		})
	}
	for i := range docs {
		next <- i
	}
	close(next)
	done.Wait()
	return rows
}

// Remove takes acts out that are no longer visible.
func (w *Writer) Remove(ctx context.Context, actIDs ...int64) error {
	if len(actIDs) == 0 {
		return nil
	}
	if err := w.Begin(ctx); err != nil {
		return fmt.Errorf("take acts out of the index: %w", err)
	}
	old, err := w.rows.delete(ctx, actIDs)
	if err == nil && len(old) > 0 {
		w.changes.remove(old)
		err = w.rows.bury(ctx, actIDs)
	}
	if err != nil {
		return fmt.Errorf("take acts out of the index: %w", err)
	}
	return nil
}

// Close counts the words of what has been written.
func (w *Writer) Close(ctx context.Context) error {
	if !w.begun {
		return nil
	}
	if err := w.rows.changeWords(ctx, w.changes); err != nil {
		return fmt.Errorf("count the words of acts: %w", err)
	}
	if err := w.rows.tidy(ctx); err != nil {
		return fmt.Errorf("tidy the index: %w", err)
	}
	return nil
}
