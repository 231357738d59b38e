// Package version counts the changes that the public can see. Each finished
// page and each catalogue in memory is good for one version.
package version

import (
	"context"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"tekojentori.fi/tori/internal/postgres"
)

// BumpTx counts one more change and is the new version. It holds the counter
// until the transaction ends, so versions become visible in their order: who
// has seen version n misses nothing of n or before.
func BumpTx(ctx context.Context, tx postgres.Querier) (int64, error) {
	return postgres.Value[int64](ctx, tx, `
		UPDATE site_version SET version = version + 1, changed_at = now() RETURNING version`)
}

// PassTx counts on past a version that portals may have seen, so that they
// notice that everything is another now: after a backup was restored.
func PassTx(ctx context.Context, tx postgres.Querier, seen int64) error {
	return postgres.Exec(ctx, tx, "UPDATE site_version SET version = greatest(version, $1) + 1, changed_at = now()", seen)
}

// Now asks the database for the version.
func Now(ctx context.Context, q postgres.Querier) (int64, error) {
	return postgres.Value[int64](ctx, q, "SELECT version FROM site_version")
}

// Interval is how often a Watcher asks. A page is at most this much older
// than the last change that another portal made.
const Interval = 400 * time.Millisecond

// patience is how long a Watcher waits for the version before it says that the
// database is away. What has changed may take longer to read, as after a large
// import: until then the version before it is told.
const (
	patience    = 2 * time.Second
	refreshTime = 30 * time.Second
)

// A Watcher knows the version without asking the database each time. It asks
// by the clock: nothing that can be missed, as a notification over a broken
// connection can.
type Watcher struct {
	db      *postgres.DB
	looking sync.Mutex // one at a time, so that what was read first is not kept last
	version atomic.Int64
	up      atomic.Bool
	changed []func(ctx context.Context, version int64) error
}

// NewWatcher is a Watcher that has not looked yet.
func NewWatcher(db *postgres.DB) *Watcher { return &Watcher{db: db} }

// OnChange has fn called with each new version before Version tells it.
// Call it before Run.
func (w *Watcher) OnChange(fn func(ctx context.Context, version int64) error) {
	w.changed = append(w.changed, fn)
}

// Version is the last known version; false when the database does not answer.
func (w *Watcher) Version() (int64, bool) { return w.version.Load(), w.up.Load() }

// Look asks the database now, as after a change of our own.
func (w *Watcher) Look(ctx context.Context) error {
	w.looking.Lock()
	defer w.looking.Unlock()
	err := w.look(ctx)
	w.up.Store(err == nil)
	return err
}

func (w *Watcher) look(ctx context.Context) error {
	ask, cancel := context.WithTimeout(ctx, patience)
	v, err := Now(ask, w.db)
	cancel()
	if err != nil || v == w.version.Load() {
		return err
	}
	for _, fn := range w.changed {
		if err := fn(ctx, v); err != nil {
			return err
		}
	}
	w.version.Store(v)
	return nil
}

// Run looks until ctx ends.
func (w *Watcher) Run(ctx context.Context) {
	tick := time.NewTicker(Interval)
	defer tick.Stop()
	for {
		wasUp := w.up.Load()
		look, cancel := context.WithTimeout(ctx, refreshTime)
		err := w.Look(look)
		cancel()
		if err != nil && wasUp && ctx.Err() == nil {
			slog.WarnContext(ctx, "the database does not answer", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}
