package postgres_test

import (
	"context"
	"errors"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/postgres/pgtest"
	"tekojentori.fi/tori/migrations"
)

func TestTxIsWholeOrNothing(t *testing.T) {
	t.Parallel()
	db := pgtest.New(t)
	exec(t, db, "CREATE TABLE n (i int PRIMARY KEY)")
	add := func(i int, end error) error {
		return db.Tx(t.Context(), func(tx pgx.Tx) error {
			if err := postgres.Exec(t.Context(), tx, "INSERT INTO n VALUES ($1)", i); err != nil {
				return err
			}
			return end
		})
	}
	if err := add(1, nil); err != nil {
		t.Fatal(err)
	}
	if err := add(2, fault.Forbidden); !errors.Is(err, fault.Forbidden) {
		t.Errorf("error %v, want forbidden", err)
	}
	if err := add(1, nil); !errors.Is(err, fault.Conflict) {
		t.Errorf("error %v, want a conflict", err)
	}
	got, err := postgres.Values[int](t.Context(), db, "SELECT i FROM n")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]int{1}, got); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
}

// Two transactions that lock two rows in opposite order: one is a victim, and
// both come through.
func TestTxRetryOutlivesADeadlock(t *testing.T) {
	t.Parallel()
	db := pgtest.New(t)
	exec(t, db, "CREATE TABLE n (i int PRIMARY KEY, v int)")
	exec(t, db, "INSERT INTO n VALUES (1, 0), (2, 0)")
	both := make(chan struct{}, 2)
	swap := func(first, second int) error {
		attempt := 0
		return db.TxRetry(t.Context(), func(tx pgx.Tx) error {
			attempt++
			if err := postgres.Exec(t.Context(), tx, "UPDATE n SET v = v + 1 WHERE i = $1", first); err != nil {
				return err
			}
			if attempt == 1 { // wait until the other has its first row
				both <- struct{}{}
				for len(both) < 2 {
					time.Sleep(time.Millisecond)
				}
			}
			return postgres.Exec(t.Context(), tx, "UPDATE n SET v = v + 1 WHERE i = $1", second)
		})
	}
	errs := make(chan error)
	go func() { errs <- swap(1, 2) }()
	go func() { errs <- swap(2, 1) }()
	if err := errors.Join(<-errs, <-errs); err != nil {
		t.Fatal(err)
	}
	if got, err := postgres.Value[int](t.Context(), db, "SELECT sum(v)::int FROM n"); err != nil || got != 4 {
		t.Errorf("sum %d, want 4: %v", got, err)
	}
}

func TestSlowStatementIsUnavailable(t *testing.T) {
	t.Parallel()
	db, err := postgres.Open(t.Context(), pgtest.URL(t), postgres.StatementTimeout(50*time.Millisecond))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := postgres.Exec(t.Context(), db, "SELECT pg_sleep(5)"); !errors.Is(err, fault.Unavailable) {
		t.Errorf("error %v, want unavailable", err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Millisecond)
	defer cancel()
	if _, err := postgres.Value[string](ctx, db, "SELECT pg_sleep(5)::text"); !errors.Is(err, fault.Unavailable) {
		t.Errorf("error %v, want unavailable", err)
	}
}

func TestWhatReadsEverythingMayTakeLong(t *testing.T) {
	t.Parallel()
	db, err := postgres.Open(t.Context(), pgtest.URL(t), postgres.StatementTimeout(50*time.Millisecond))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	slow := func(tx pgx.Tx) error { return postgres.Exec(t.Context(), tx, "SELECT pg_sleep(0.2)") }
	if err := db.Patiently(t.Context(), slow); err != nil {
		t.Errorf("patiently: %v", err)
	}
	if err := db.Tx(t.Context(), slow); !errors.Is(err, fault.Unavailable) {
		t.Errorf("after it: %v, want Unavailable", err)
	}
}

func TestOpenOfAnAbsentServerFailsSoon(t *testing.T) {
	t.Parallel()
	_, err := postgres.Open(t.Context(), "postgres://x@/x?host="+t.TempDir())
	if !errors.Is(err, fault.Unavailable) {
		t.Errorf("error %v, want unavailable", err)
	}
}

// A server that takes the connection and says nothing is away, soon.
func TestSilentServerIsUnavailable(t *testing.T) {
	t.Parallel()
	silent, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	began := time.Now()
	_, err = postgres.Open(t.Context(), "postgres://x@"+silent.Addr().String()+"/x?sslmode=disable")
	if !errors.Is(err, fault.Unavailable) {
		t.Errorf("error %v, want unavailable", err)
	}
	if took := time.Since(began); took > 4*time.Second {
		t.Errorf("it took %v", took)
	}
}

func TestCheck(t *testing.T) {
	t.Parallel()
	db := pgtest.New(t)
	if err := postgres.Check(t.Context(), db); err != nil {
		t.Error(err)
	}
	for name, options := range map[string]string{
		"the letters ä and ö": "LOCALE 'C' LOCALE_PROVIDER libc",
		"SQL_ASCII, not UTF8": "LOCALE 'C' LOCALE_PROVIDER libc ENCODING 'SQL_ASCII'",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			poor := create(t, db, options)
			err := postgres.Check(t.Context(), poor)
			if err == nil || !strings.Contains(err.Error(), name) || !strings.Contains(err.Error(), "CREATE DATABASE") {
				t.Errorf("error %v, want one about %s, with advice", err, name)
			}
			left, err := postgres.Value[int](t.Context(), poor, "SELECT count(*)::int FROM pg_extension WHERE extname = 'pg_trgm'")
			if err != nil || left != 0 {
				t.Errorf("Check left the extension behind: %v", err)
			}
		})
	}
}

// create makes an empty database beside the one of db.
func create(t *testing.T, db *postgres.DB, options string) *postgres.DB {
	t.Helper()
	config := db.Config().ConnConfig
	name := config.Database + "_poor" + strings.ToLower(options[len(options)-3:len(options)-1])
	exec(t, db, "CREATE DATABASE "+name+" TEMPLATE template0 "+options)
	poor, err := postgres.Open(t.Context(), strings.Replace(config.ConnString(), "/"+config.Database, "/"+name, 1))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		poor.Close()
		_, err := db.Pool.Exec(context.WithoutCancel(t.Context()), "DROP DATABASE "+name)
		if err != nil {
			t.Error(err)
		}
	})
	return poor
}

// Portals that start at once all find the newest schema.
func TestMigrateAtOnce(t *testing.T) {
	t.Parallel()
	url := pgtest.URL(t)
	if err := postgres.MigrateDown(t.Context(), url, migrations.FS); err != nil {
		t.Fatal(err)
	}
	errs := make(chan error)
	for range 4 {
		go func() { errs <- postgres.Migrate(t.Context(), url, migrations.FS) }()
	}
	for range 4 {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
}

func exec(t *testing.T, db *postgres.DB, sql string) {
	t.Helper()
	if err := postgres.Exec(t.Context(), db, sql); err != nil {
		t.Fatal(err)
	}
}
