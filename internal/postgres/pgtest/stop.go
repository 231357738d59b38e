package pgtest

import (
	"context"
	"sync/atomic"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"tekojentori.fi/tori/internal/postgres"
)

// A Stopper stops a program at one of its statements, as if it had died there.
type Stopper struct{ left atomic.Int64 }

// Stoppable is Open with a Stopper.
func Stoppable(tb testing.TB, url string) (*postgres.DB, *Stopper) {
	tb.Helper()
	s := &Stopper{}
	db, err := postgres.Open(tb.Context(), url, func(c *pgxpool.Config) { c.ConnConfig.Tracer = s })
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(db.Close)
	return db, s
}

// Everywhere has do stopped at its first statement, then at its second, and so
// on until it comes to its end, and is how often it was stopped.
func (s *Stopper) Everywhere(do func() error) int {
	for n := int64(1); ; n++ {
		if s.At(n, do) == nil {
			return int(n - 1)
		}
	}
}

// At has do stopped at its statement n.
func (s *Stopper) At(n int64, do func() error) error {
	s.left.Store(n)
	defer s.left.Store(0)
	return do()
}

// TraceQueryStart lets the statement fail whose turn it is.
func (s *Stopper) TraceQueryStart(ctx context.Context, _ *pgx.Conn, _ pgx.TraceQueryStartData) context.Context {
	if s.left.Add(-1) != 0 {
		return ctx
	}
	ctx, cancel := context.WithCancel(ctx)
	cancel()
	return ctx
}

// TraceQueryEnd does nothing.
func (s *Stopper) TraceQueryEnd(context.Context, *pgx.Conn, pgx.TraceQueryEndData) {}
