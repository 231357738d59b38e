package e2e

import (
	"testing"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/job"
	"tekojentori.fi/tori/internal/postgres"
)

// A clerk has the database of a portal in hand: for journeys in which time
// passes, or a job comes earlier than it would.
type clerk struct {
	t    *testing.T
	db   *postgres.DB
	jobs *job.Jobs
}

// newClerk works on a database until the test ends.
func newClerk(t *testing.T, database string) clerk {
	t.Helper()
	db, err := postgres.Open(t.Context(), database, postgres.MaxConns(2))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(db.Close)
	jobs, err := job.New(db, nil)
	if err != nil {
		t.Fatal(err)
	}
	return clerk{t, db, jobs}
}

// by is the clerk in another part of the test.
func (c clerk) by(t *testing.T) clerk {
	c.t = t
	return c
}

// does runs a statement.
func (c clerk) does(sql string, args ...any) {
	c.t.Helper()
	if err := postgres.Exec(c.t.Context(), c.db, sql, args...); err != nil {
		c.t.Fatal(err)
	}
}

// round is what a portal does every so often, by its name.
type round struct {
	Name string `json:"name"`
}

// Kind is the kind of all rounds.
func (round) Kind() string { return "round" }

// rings has the portal do a round now.
func (c clerk) rings(name string) {
	c.t.Helper()
	err := c.db.Tx(c.t.Context(), func(tx pgx.Tx) error { return c.jobs.InsertTx(c.t.Context(), tx, round{name}) })
	if err != nil {
		c.t.Fatal(err)
	}
}

// hurries has what waits to be tried again tried now.
func (c clerk) hurries(kind string) {
	c.t.Helper()
	c.does("UPDATE river_job SET state = 'available', scheduled_at = now() WHERE kind = $1 AND state IN ('retryable', 'scheduled')", kind)
}
