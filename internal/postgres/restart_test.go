package postgres_test

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/embedpg"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/postgres/pgtest"
)

// The server is killed amid 300 writes with a key of their own: every write
// that was acknowledged is there, once.
func TestWritesOutliveAKilledServer(t *testing.T) {
	t.Parallel()
	cluster, db := own(t)
	exec(t, db, "DROP TABLE IF EXISTS n")
	exec(t, db, "CREATE TABLE n (i int PRIMARY KEY)")
	for i := range 300 {
		if i%100 == 50 {
			kill(t, cluster)
		}
		err := db.TxRetry(t.Context(), func(tx pgx.Tx) error {
			return postgres.Exec(t.Context(), tx, "INSERT INTO n VALUES ($1) ON CONFLICT DO NOTHING", i)
		})
		if err != nil {
			t.Fatalf("write %d: %v", i, err)
		}
	}
	if got, err := postgres.Value[int](t.Context(), db, "SELECT count(*)::int FROM n"); err != nil || got != 300 {
		t.Errorf("%d rows, want 300: %v", got, err)
	}
}

// A reader does not notice that the server was restarted between two reads.
func TestReadsOutliveARestart(t *testing.T) {
	t.Parallel()
	cluster, db := own(t)
	for range 3 {
		read := func() error {
			_, err := postgres.Value[int](t.Context(), db, "SELECT 1")
			return err
		}
		if err := read(); err != nil {
			t.Fatal(err)
		}
		kill(t, cluster)
		fresh := func() bool {
			probe, err := postgres.Open(t.Context(), cluster.URL())
			if err == nil {
				probe.Close()
			}
			return err == nil
		}
		for began := time.Now(); !fresh(); {
			if time.Since(began) > 10*time.Second {
				t.Fatal("the server does not come back")
			}
			time.Sleep(5 * time.Millisecond)
		}
		if err := read(); err != nil {
			t.Errorf("the first read after the restart: %v", err)
		}
	}
}

// own is a cluster that the test may kill.
func own(t *testing.T) (*embedpg.Server, *postgres.DB) {
	t.Helper()
	cluster, err := pgtest.StartCluster(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := cluster.Remove(); err != nil {
			t.Error(err)
		}
	})
	// A commit must be in the log file before it is acknowledged, which the
	// settings of the tests spare otherwise.
	db, err := postgres.Open(t.Context(), cluster.URL()+"&synchronous_commit=on")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(db.Close)
	return cluster, db
}

// kill kills the server the hard way.
func kill(t *testing.T, cluster *embedpg.Server) {
	t.Helper()
	for range 500 {
		err := syscall.Kill(pidOf(t, cluster), syscall.SIGKILL)
		if err == nil {
			return
		}
		if !errors.Is(err, syscall.ESRCH) {
			t.Fatal(err)
		}
		time.Sleep(10 * time.Millisecond) // killed before, and not yet started again: its last process still serves us
	}
	t.Fatal("the server is not started again")
}

// pidOf is the process that the server has written down last; the file is
// written anew while it starts.
func pidOf(t *testing.T, cluster *embedpg.Server) int {
	t.Helper()
	for range 500 {
		b, _ := os.ReadFile(filepath.Join(cluster.Dir(), "data", "postmaster.pid"))
		first, _, _ := strings.Cut(string(b), "\n")
		if pid, err := strconv.Atoi(first); err == nil {
			return pid
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatal("the server has no process")
	return 0
}
