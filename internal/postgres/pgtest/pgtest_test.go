package pgtest

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/migrations"
)

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		New(b)
	}
}

func TestEachTestHasItsOwnDatabase(t *testing.T) {
	t.Parallel()
	one, two := New(t), New(t)
	if err := postgres.Exec(t.Context(), one, "CREATE TABLE only_here ()"); err != nil {
		t.Fatal(err)
	}
	got, err := postgres.Value[bool](t.Context(), two, "SELECT to_regclass('only_here') IS NULL AND to_regclass('act') IS NOT NULL")
	if err != nil || !got {
		t.Errorf("the second database is not a fresh copy of the schema: %v", err)
	}
}

func TestAFilledDatabaseIsFilledOnce(t *testing.T) {
	t.Parallel()
	times := 0
	filled := Fill(func(url string) error {
		times++
		db, err := postgres.Open(t.Context(), url)
		if err != nil {
			return err
		}
		defer db.Close()
		return postgres.Exec(t.Context(), db, "CREATE TABLE filled AS SELECT 1 AS n")
	})
	for range 2 {
		db, err := postgres.Open(t.Context(), filled.URL(t))
		if err != nil {
			t.Fatal(err)
		}
		got, err := postgres.Value[int](t.Context(), db, "DELETE FROM filled RETURNING n")
		db.Close()
		if err != nil || got != 1 || times != 1 {
			t.Errorf("a clone holds %d, filled %d times, %v", got, times, err)
		}
	}
}

func TestDatabaseIsDroppedAfterTheTest(t *testing.T) {
	t.Parallel()
	var url string
	t.Run("inner", func(t *testing.T) { url = URL(t) })
	s, err := prepare()
	if err != nil {
		t.Fatal(err)
	}
	name := url[strings.LastIndex(url, run):]
	name, _, _ = strings.Cut(name, "?")
	for range 500 {
		var there bool
		if err := s.admin.QueryRow(t.Context(), "SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)", name).Scan(&there); err != nil {
			t.Fatal(err)
		}
		if !there {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("%s is still there", name)
}

// Every migration has a way down, and comes up again after it.
func TestMigrationsGoDownAndUp(t *testing.T) {
	t.Parallel()
	url := URL(t)
	for range 2 {
		if err := postgres.MigrateDown(t.Context(), url, migrations.FS); err != nil {
			t.Fatal(err)
		}
		if err := postgres.Migrate(t.Context(), url, migrations.FS); err != nil {
			t.Fatal(err)
		}
	}
}

func TestURLFor(t *testing.T) {
	t.Parallel()
	for server, want := range map[string]string{
		"postgres://u:p@h:5433/postgres?sslmode=disable":   "postgres://u:p@h:5433/x?sslmode=disable",
		"postgres://u@/postgres?host=%2Ftmp%2Fy&port=5432": "postgres://u@/x?host=%2Ftmp%2Fy&port=5432",
		"postgres://h":                "postgres://h/x",
		"host=/tmp/y dbname=postgres": "host=/tmp/y dbname=postgres dbname=x",
	} {
		if diff := cmp.Diff(want, urlFor(server, "x")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", server, diff)
		}
	}
}
