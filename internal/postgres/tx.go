package postgres

import (
	"context"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
)

// Tx runs fn in a transaction: committed when fn returns nil, else rolled back.
func (db *DB) Tx(ctx context.Context, fn func(tx pgx.Tx) error) error {
	err := pgx.BeginFunc(ctx, db.Pool, fn)
	if state(err) == readOnly {
		db.Reset() // the primary is a standby now: look for the new one
	}
	return kind(err)
}

// Patiently is Tx for what reads everything there is, such as at the start of
// a portal with many acts: its statements may take as long as ctx lets them.
func (db *DB) Patiently(ctx context.Context, fn func(tx pgx.Tx) error) error {
	return db.Tx(ctx, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, "SET LOCAL statement_timeout = 0"); err != nil {
			return err
		}
		return fn(tx)
	})
}

// TxRetry is Tx that runs the whole of fn again when the database gave up on
// the transaction or went away: on a serialization failure, a deadlock, a
// shutdown or a lost connection. A lost connection may mean that the commit
// took effect after all. So fn must be safe to repeat, as it is with keys that
// are made before the insert and ON CONFLICT DO NOTHING, and must set rather
// than add to the variables around it.
func (db *DB) TxRetry(ctx context.Context, fn func(tx pgx.Tx) error) error {
	const attempts = 6 // waits 50, 100, 200, 400, 800 ms: longer than a restart takes
	pause := 50 * time.Millisecond
	for attempt := 1; ; attempt++ {
		err := pgx.BeginFunc(ctx, db.Pool, fn)
		if attempt == attempts || !repeatable(err) {
			return kind(err)
		}
		if broken(err) {
			db.Reset() // the other idle connections are as dead as this one
		}
		select {
		case <-ctx.Done():
			return kind(err)
		case <-time.After(pause):
			pause *= 2
		}
	}
}

// repeatable reports whether another attempt at the same transaction may
// succeed.
func repeatable(err error) bool {
	code := state(err)
	return code == serializationFailure || code == deadlockDetected ||
		strings.HasPrefix(code, "57P") || broken(err) || connectFailed(err)
}
