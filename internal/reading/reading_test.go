package reading_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/postgres/pgtest"
	"tekojentori.fi/tori/internal/reading"
)

// kept is every day that the database has.
func kept(t *testing.T, db *postgres.DB) map[string]int {
	t.Helper()
	rows, err := postgres.All[struct {
		Line string
		Hits int
	}](t.Context(), db, "SELECT day || ' ' || page AS line, hits FROM page_reading")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]int{}
	for _, r := range rows {
		all[r.Line] = r.Hits
	}
	return all
}

// Two portals count the same pages: what they write adds up, by days in
// Finnish time, and the total with it.
func TestPortalsAddUp(t *testing.T) {
	t.Parallel()
	db := pgtest.New(t)
	now := time.Date(2026, 11, 26, 21, 59, 0, 0, time.UTC) // 23.59 in Finland
	one, other := reading.New(db, func() time.Time { return now }), reading.New(db, func() time.Time { return now })
	one.Count("/katso/a")
	other.Count("/katso/a")
	other.Count("/")
	now = now.Add(2 * time.Minute)
	one.Count("/katso/a")
	for _, s := range []*reading.Service{one, other, one, other} {
		if err := s.Flush(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	want := map[string]int{"2026-11-26 /katso/a": 2, "2026-11-26 /": 1, "2026-11-27 /katso/a": 1}
	if diff := cmp.Diff(want, kept(t, db)); diff != "" {
		t.Error(diff)
	}
	if total, err := postgres.Value[int64](t.Context(), db, "SELECT hits FROM reading_total"); err != nil || total != 4 {
		t.Errorf("the total is %d, %v; want 4", total, err)
	}
}

// What could not be written waits for the next time.
func TestNothingIsLostWhileTheDatabaseRefuses(t *testing.T) {
	t.Parallel()
	db := pgtest.New(t)
	s := reading.New(db, func() time.Time { return time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC) })
	s.Count("/")
	if err := postgres.Exec(t.Context(), db, "ALTER TABLE page_reading RENAME TO away"); err != nil {
		t.Fatal(err)
	}
	if err := s.Flush(t.Context()); err == nil {
		t.Fatal("written to a table that is not there")
	}
	if err := postgres.Exec(t.Context(), db, "ALTER TABLE away RENAME TO page_reading"); err != nil {
		t.Fatal(err)
	}
	s.Count("/")
	if err := s.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]int{"2026-11-26 /": 2}, kept(t, db)); diff != "" {
		t.Error(diff)
	}
}

// What was counted elsewhere adds up with what is counted here, and counting
// began with it.
func TestImport(t *testing.T) {
	t.Parallel()
	db := pgtest.New(t)
	now := time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC)
	s := reading.New(db, func() time.Time { return now })
	s.Count("/")
	err := s.Import(t.Context(), []reading.Day{
		{On: now.AddDate(-1, 0, 0), Page: "/katso/a", Hits: 5}, {On: now, Page: "/", Hits: 2}, {On: now, Page: "/", Hits: 1}, {On: now.AddDate(-2, 0, 0), Page: "/", Hits: 0},
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]int{"2025-11-26 /katso/a": 5, "2026-11-26 /": 4}, kept(t, db)); diff != "" {
		t.Error(diff)
	}
	total, err := postgres.One[struct {
		Hits  int64
		Since string
	}](t.Context(), db, "SELECT hits, since::text FROM reading_total")
	if err != nil || total.Hits != 9 || total.Since != "2025-11-26" {
		t.Errorf("%+v, %v; want 9 since 2025-11-26", total, err)
	}
}

// After 13 months days become months, and nothing else changes.
func TestOldDaysBecomeMonths(t *testing.T) {
	t.Parallel()
	db := pgtest.New(t)
	now := time.Date(2025, 9, 1, 9, 0, 0, 0, time.UTC)
	s := reading.New(db, func() time.Time { return now })
	for _, day := range []time.Time{now, now.AddDate(0, 0, 8), now.AddDate(0, 0, 20), now.AddDate(0, 1, 3)} {
		now = day
		s.Count("/")
	}
	if err := s.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	now = time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC)
	for range 2 {
		if err := s.Sweep(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(map[string]int{"2025-09-01 /": 3, "2025-10-04 /": 1}, kept(t, db)); diff != "" {
		t.Error(diff)
	}
}
