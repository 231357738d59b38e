package faults

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"
)

// later is how long after a change another portal may tell of the time before:
// a second is promised, and a machine that runs all tests at once is slow.
const later = 3 * time.Second

var cardLink = regexp.MustCompile(`<a href="(/katso/[^"?#]+)"`)

// Two portals share a database. What a moderator hides at one is gone from the
// pages that the other keeps, also when its connections break at that very
// moment, the one with the news among them.
func TestTwoPortalsTellTheSame(t *testing.T) {
	database := demo.URL(t)
	r, over := newRoad(t, database)
	one := newPortal(t, "DATABASE_URL="+database)
	t.Run("other", func(t *testing.T) {
		two := newPortal(t, "DATABASE_URL="+over)
		desk := one.signIn("moderoija@example.fi")
		for trouble, strike := range map[string]func(){"all is well": func() {}, "connections break": func() { r.cut(); r.build() }} {
			act := cardLink.FindStringSubmatch(get(two.url + "/tekojen-tori").body)[1]
			pages := []string{"/tekojen-tori", act, "/", "/api/v1/acts", "/syote/teot.atom"}
			for _, path := range pages {
				if got := get(two.url + path); got.status != http.StatusOK || !strings.Contains(got.body, act) {
					t.Fatalf("%s before: %d, tells of %s: %t", path, got.status, act, strings.Contains(got.body, act))
				}
			}
			form := deskForm.FindStringSubmatch(desk.get(act).body)
			if form == nil {
				t.Fatalf("no way to the desk from %s", act)
			}
			seen := versionOf(desk.get(form[1]))
			strike()
			if got := desk.post(form[1]+"/piilotus", url.Values{"version": {seen}, "reason": {"koe"}}); got.status != http.StatusSeeOther {
				t.Fatalf("hiding %s: %d", act, got.status)
			}
			limit := time.Now().Add(later)
			for _, path := range pages {
				want := http.StatusOK
				if path == act {
					want = http.StatusNotFound
				}
				if got := two.without(path, want, act, limit); got != want {
					t.Errorf("%s, %s after %v: %d, want %d, and nothing of the hidden act", trouble, path, later, got, want)
				}
			}
		}
	})
}

// without asks for a page until its status is the one that is wanted and it
// tells nothing of an act, or until it has been asked for after the limit. It is the last status, 0 for a
// page that still tells; the page of the act itself may name it.
func (p *portal) without(path string, want int, act string, limit time.Time) int {
	for {
		asked := time.Now()
		got := get(p.url + path)
		if got.status == want && path != act && strings.Contains(got.body, act) {
			got.status = 0
		}
		if got.status == want || asked.After(limit) {
			return got.status
		}
		time.Sleep(100 * time.Millisecond)
	}
}

// deskForm is the way from a public page to the desk of its moderators.
var deskForm = regexp.MustCompile(`href="(/moderointi/teot/\d+)`)
