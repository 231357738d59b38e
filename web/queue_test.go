package web_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/internal/postgres"
)

// waits sends an act of the coach to the moderators.
func (p *portal) waits(n int) act.Act {
	p.t.Helper()
	owner, now := p.accounts["coach"], time.Now().Add(-time.Hour).Add(time.Duration(n)*time.Second)
	c := acttest.Content()
	c.Title = fmt.Sprintf("Odottava teko numero %d", n)
	a, err := p.site.Acts.Begin(p.t.Context(), owner, fmt.Sprintf("0198b1f2-0000-7000-8002-%012d", n), c)
	if err != nil {
		p.t.Fatal(err)
	}
	return p.live(a.ID, func(a *act.Act) []error { return []error{a.Submit(owner, now)} })
}

// manyWait puts n acts in the queue at once: a quarter of them taken by the
// moderator, every third one in the first campaign.
func (p *portal) manyWait(n int) {
	p.t.Helper()
	for _, sql := range []string{
		`INSERT INTO act (ref, slug, owner_id, status, title, lead, stage, organization_id, submitted_at, revision)
		 SELECT 'jono-' || i, 'jono-' || i, $2, CASE i % 4 WHEN 0 THEN 'in_review' ELSE 'submitted' END, 'Teko jonon paikalla ' || i, 'Lyhyesti.', 'in_use', 9, now() - i * interval '1 minute', 1
		 FROM generate_series(1, $1::int) i`,
		`INSERT INTO review (act_id, moderator_id, taken_at, due_on) SELECT id, $2, now(), now()::date + $1::int % 3 FROM act WHERE status = 'in_review'`,
		`INSERT INTO campaign_entry (act_id, campaign_id) SELECT id, 1 FROM act WHERE id % 3 = 0 AND $1::int > 0 AND $2::bigint > 0`,
		"ANALYZE act, review, campaign_entry",
	} {
		args := []any{n, p.accounts["moderator"].ID}
		if strings.HasPrefix(sql, "ANALYZE") {
			args = nil
		}
		if err := postgres.Exec(p.t.Context(), p.db, sql, args...); err != nil {
			p.t.Fatal(err)
		}
	}
}

// The number on a tab is the number above its list, and the rows of its pages.
func TestTheCountsOfTheQueueAgreeWithItsRows(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	p.manyWait(130)
	slug := p.site.Campaigns.All()[0].Slug
	for _, c := range p.site.Campaigns.All() {
		if c.ID == 1 {
			slug = c.Slug
		}
	}
	tab := regexp.MustCompile(`(?s)aria-current="page">\s*[^<]+<span class="muted num">(\d+)</span>`)
	for _, path := range []string{"/moderointi?", "/moderointi?rajaus=vapaat&", "/moderointi?rajaus=omat&", "/moderointi?rajaus=myohassa&", "/moderointi?rajaus=palautetut&", "/moderointi?rajaus=hyvaksytyt&"} {
		for _, narrowed := range []string{"", "kampanja=" + slug + "&"} {
			told, rows := "", 0
			for n := 1; n <= 4; n++ {
				w := p.as("moderator", fmt.Sprintf("%s%ssivu=%d", path, narrowed, n), nil)
				if w.Code != http.StatusOK {
					t.Fatal(w.Code)
				}
				body := w.Body.String()
				if m := tab.FindStringSubmatch(body); m != nil {
					told = m[1]
				}
				if n == 1 || strings.Contains(body, fmt.Sprintf(`aria-label="Sivu %d `, n)) {
					rows += strings.Count(body, "<h2>")
				}
				if n == 1 && !strings.Contains(body, told+" tekoa") && told != "1" {
					t.Errorf("%s%s: the tab tells %s, the list another number", path, narrowed, told)
				}
			}
			if fmt.Sprint(rows) != told {
				t.Errorf("%s%s: the tab tells %s, the pages have %d rows", path, narrowed, told, rows)
			}
		}
	}
	for path, want := range map[string]int{
		"/moderointi?rajaus=x": http.StatusNotFound, "/moderointi?kampanja=x": http.StatusNotFound, "/moderointi?sivu=0": http.StatusBadRequest,
		"/moderointi?sivu=99": http.StatusOK, "/moderointi/teot/1?rajaus=x": http.StatusNotFound,
	} {
		if w := p.as("moderator", path, nil); w.Code != want {
			t.Errorf("%s: %d, want %d", path, w.Code, want)
		}
	}
}

// A decision leads back to the act, and the next one of the same view is one
// press away.
func TestTheNextActIsOnePressAway(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	first, second, third := p.waits(1), p.waits(2), p.waits(3)
	path := fmt.Sprintf("/moderointi/teot/%d?rajaus=vapaat", int64(second.ID))
	link := func(rel string, a act.Act) string {
		return fmt.Sprintf(`rel="%s" href="/moderointi/teot/%d?rajaus=vapaat"`, rel, int64(a.ID))
	}
	for range 2 {
		body := p.as("moderator", path, nil).Body.String()
		if !strings.Contains(body, link("prev", first)) || !strings.Contains(body, link("next", third)) {
			t.Fatal("the neighbours are not linked")
		}
		w := p.as("moderator", strings.Replace(path, "?", "/otto?", 1), map[string][]string{"version": {fmt.Sprint(second.Version)}})
		if w.Code == http.StatusSeeOther && w.Header().Get("Location") != path {
			t.Fatalf("taking leads to %s", w.Header().Get("Location"))
		}
	}
}

// BenchmarkQueue tells the processor time of a page of the queue while 5,000
// acts wait; the database is another process, whose share is in the time.
func BenchmarkQueue(b *testing.B) {
	p := newPortal(b)
	p.manyWait(5000)
	if err := postgres.Exec(b.Context(), p.db, "VACUUM act, review, campaign_entry", pgx.QueryExecModeExec); err != nil {
		b.Fatal(err)
	}
	cpu := func() time.Duration {
		var u syscall.Rusage
		_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u)
		return time.Duration(u.Utime.Nano() + u.Stime.Nano())
	}
	for _, path := range []string{"/moderointi", "/moderointi?rajaus=vapaat&sivu=40", "/moderointi/teot/2500?rajaus=vapaat"} {
		b.Run(path, func(b *testing.B) {
			before := cpu()
			for b.Loop() {
				r := httptest.NewRequest("GET", path, nil)
				r.AddCookie(p.cookies["moderator"])
				w := httptest.NewRecorder()
				p.handler.ServeHTTP(w, r)
				if w.Code != http.StatusOK {
					b.Fatal(w.Code, w.Body)
				}
			}
			b.ReportMetric(float64((cpu()-before).Microseconds())/float64(b.N)/1000, "cpu-ms/op")
		})
	}
}
