package stats_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/postgres/pgtest"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/migrations"
)

// A portal that has been there for years gets the table of how acts stood: days
// before it are told by the log, and by when an imported act was first published.
func TestDaysBeforeTheTableAreToldByTheLog(t *testing.T) {
	t.Parallel()
	url := pgtest.URL(t)
	w := newTownOn(t, url) // whose services know the newest schema
	if err := postgres.MigrateTo(t.Context(), url, migrations.FS, 183); err != nil {
		t.Fatal(err)
	}
	w.db.Reset()
	w.exec(`
		WITH a AS (
			INSERT INTO act (ref, slug, status, title, organization_id, first_published_at)
			VALUES ('own', 'own', 'archived', 'Oma', 1, '2026-03-01 10:00+02'), ('from-a-file', 'from-a-file', 'published', 'Tuotu', 1, '2019-05-05 10:00+03') RETURNING id, ref
		)
		INSERT INTO act_transition (act_id, from_status, to_status, revision, at)
		SELECT id, m.before, m.after, 0, m.at FROM a JOIN (VALUES
			('own', 'approved', 'published', '2026-03-01 10:00+02'::timestamptz), ('own', 'published', 'hidden', '2026-04-01 10:00+03'), ('own', 'hidden', 'published', '2026-05-01 10:00+03'),
			('own', 'published', 'archived', '2026-06-01 10:00+03'), ('from-a-file', '', 'published', '2026-02-01 10:00+02')) AS m (ref, before, after, at) ON m.ref = a.ref ORDER BY m.at`)
	w.exec("INSERT INTO award_grant (award_id, act_id, granted_on, published_at) SELECT $1, id, '2020-01-01', '2020-01-01' FROM act WHERE ref = 'from-a-file'", w.prize)
	if err := postgres.Migrate(t.Context(), url, migrations.FS); err != nil {
		t.Fatal(err)
	}
	w.db.Reset()
	w.at = time.Now()
	w.refresh()
	got := map[string][2]int{}
	for _, day := range []string{"2019-05-04", "2019-05-05", "2020-01-01", "2026-03-02", "2026-04-02", "2026-06-02"} {
		on, err := time.ParseInLocation(time.DateOnly, day, i18n.Helsinki())
		w.must(err)
		c, err := w.numbers.Through(t.Context(), stats.Lens{On: on})
		w.must(err)
		x := c.Cross(stats.Filter{}, stats.Stage, stats.Nothing, stats.AwardedActs)
		if len(x.Notes) != 2 {
			t.Errorf("%s: the table says %v", day, x.Notes)
		}
		got[day] = [2]int{c.Len(), x.Total}
	}
	want := map[string][2]int{"2019-05-04": {0, 0}, "2019-05-05": {1, 0}, "2020-01-01": {1, 1}, "2026-03-02": {2, 1}, "2026-04-02": {1, 1}, "2026-06-02": {2, 1}}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("acts and awarded ones by day:\n%s", d)
	}
	days, err := postgres.Values[int](t.Context(), w.db, "SELECT count(*)::integer FROM act_standing")
	w.must(err)
	if days[0] != 5 {
		t.Errorf("%d standings of 5 moves", days[0])
	}
}
