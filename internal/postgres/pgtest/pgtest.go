// Package pgtest gives each test its own database, cloned from a template
// that has the newest schema.
//
// TEST_DATABASE_URL names the server to use. The wrapper withpg sets it for a
// whole run. Without it each test binary starts a server of its own, so plain
// go test ./internal/act works too.
package pgtest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"tekojentori.fi/tori/internal/postgres"
)

// The environment between withpg and the tests.
const (
	URLVar = "TEST_DATABASE_URL" // the server
	DirVar = "TEST_DATABASE_DIR" // its folder, to tell how to start it again
)

var (
	prepare = sync.OnceValues(openServer)
	serial  atomic.Int64
	run     = "test_" + strconv.FormatInt(time.Now().Unix(), 36) + "_" + strconv.Itoa(os.Getpid())
)

// A server is where the databases of this test binary are.
type server struct {
	url      string        // of its administration database
	dir      string        // of the cluster, when it is a throw-away one
	template string        // the database to clone
	admin    *pgxpool.Pool // for CREATE and DROP DATABASE
	drops    chan struct{} // bounds the drops that run in the background
}

// New is a fresh database, dropped when the test ends. The database of a test
// that failed is kept, and the test says how to connect to it.
func New(tb testing.TB) *postgres.DB {
	tb.Helper()
	return Open(tb, URL(tb))
}

// Open opens a database until the test ends, which must have let go of every
// connection by then.
func Open(tb testing.TB, url string) *postgres.DB {
	tb.Helper()
	db, err := postgres.Open(tb.Context(), url, postgres.MaxConns(8))
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		closed := make(chan struct{})
		go func() { db.Close(); close(closed) }()
		select {
		case <-closed:
		case <-time.After(5 * time.Second):
			tb.Error("pgtest: the test ended with a connection in use: rows not closed, or a goroutine that goes on")
		}
	})
	return db
}

// URL is New for what opens the database itself: its connection string.
func URL(tb testing.TB) string {
	tb.Helper()
	s, err := prepare()
	if err != nil {
		tb.Fatal(err)
	}
	return s.clone(tb, s.template)
}

// A Filled is a database with rows in it, made once for a test binary and
// cloned for each of its tests.
type Filled struct {
	once func() (string, error)
}

// Fill is what fill puts into a fresh database when it is first asked for.
func Fill(fill func(url string) error) *Filled {
	return &Filled{once: sync.OnceValues(func() (string, error) {
		s, err := prepare()
		if err != nil {
			return "", err
		}
		name := fmt.Sprintf("%s_%d", run, serial.Add(1)) // swept like the others
		if err := s.copy(context.Background(), name, s.template); err != nil {
			return "", err
		}
		return name, fill(urlFor(s.url, name))
	})}
}

// URL is the connection string of a clone.
func (f *Filled) URL(tb testing.TB) string {
	tb.Helper()
	template, err := f.once()
	if err != nil {
		tb.Fatal(err)
	}
	s, _ := prepare() // as it went before
	return s.clone(tb, template)
}

func (s *server) copy(ctx context.Context, name, template string) error {
	_, err := s.admin.Exec(ctx, "CREATE DATABASE "+name+" TEMPLATE "+template+" STRATEGY FILE_COPY")
	return err
}

// clone is a database for one test.
func (s *server) clone(tb testing.TB, template string) string {
	tb.Helper()
	name := fmt.Sprintf("%s_%d", run, serial.Add(1))
	if err := s.copy(tb.Context(), name, template); err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if tb.Failed() {
			tb.Logf("the database of this test is kept; look at it with\n\t%s", s.psql(name))
			return
		}
		s.drop(name)
	})
	return urlFor(s.url, name)
}

// drop drops the database in the background: that takes longer than most
// tests. Drops that have begun when the test binary ends are finished by the
// server.
func (s *server) drop(name string) {
	s.drops <- struct{}{}
	go func() {
		defer func() { <-s.drops }()
		_, err := s.admin.Exec(context.Background(), "DROP DATABASE IF EXISTS "+name+" WITH (FORCE)")
		if err != nil && !errors.Is(err, context.Canceled) {
			fmt.Fprintf(os.Stderr, "pgtest: drop %s: %v\n", name, err)
		}
	}()
}

// psql is the command that connects to a database after the tests have ended.
func (s *server) psql(name string) string {
	psql := fmt.Sprintf("psql '%s'", urlFor(s.url, name))
	if s.dir == "" {
		return psql
	}
	return "go run tekojentori.fi/tori/internal/postgres/pgtest/withpg -dir " + s.dir + " " + psql
}
