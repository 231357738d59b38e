package faults

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/depth"
)

// copyMark is the header of a page that is a copy.
const copyMark = "X-Tori-Copy"

// The database goes away, and later falls silent: pages that were seen before
// come from copies that say so, everything else is a helpful 503 soon, and all
// is well again by itself.
func TestDatabaseAwayAndSilent(t *testing.T) {
	r, database := newRoad(t, demo.URL(t))
	p := newPortal(t, "DATABASE_URL="+database)
	who := p.signIn("ilmoittaja@example.fi")
	seen := []string{"/", "/tilastot", "/tekojen-tori", "/sv/tilastot", "/en/tekojen-tori?haku=work"}
	for _, trouble := range []struct {
		name       string
		begin, end func()
		limit      time.Duration
	}{
		{"away", r.cut, r.build, 3 * time.Second},
		{"silent", func() { r.silent.Store(true) }, func() { r.silent.Store(false) }, 10 * time.Second},
	} {
		for _, path := range seen {
			if got := get(p.url + path); got.status != http.StatusOK || got.header.Get(copyMark) != "" {
				t.Fatalf("%s before: %d", path, got.status)
			}
		}
		trouble.begin()
		began := time.Now()
		for n := 0; time.Since(began) < time.Duration(depth.Size(5, 30))*time.Second; n++ {
			p.checkTrouble(trouble.name, who, n, trouble.limit)
			time.Sleep(200 * time.Millisecond)
		}
		p.checkCopies(trouble.name, seen)
		trouble.end()
		t.Logf("%s: ready again after %v", trouble.name, p.await(http.StatusOK, 20*time.Second))
		p.checkWell(trouble.name, who, seen)
	}
}

// checkTrouble asks for what cannot be answered now.
func (p *portal) checkTrouble(name string, who *person, n int, limit time.Duration) {
	p.t.Helper()
	word := "nytt" + string([]rune{rune('a' + n/26), 'x', rune('a' + n%26)}) // short: what looks like no word is not looked up
	for what, ask := range map[string]func() reply{
		"a page nobody has seen": func() reply { return get(p.url + "/sv/tekojen-tori?haku=" + word) },
		"a person's own page":    func() reply { return who.get("/sv/omat-teot") },
		"a form":                 func() reply { return who.post("/sv/oma", url.Values{"name": {"Aino"}}) },
		"the API":                func() reply { return get(p.url + "/api/v1/acts?q=" + word) },
	} {
		r := ask()
		if r.status != http.StatusServiceUnavailable || r.header.Get("Retry-After") == "" || r.took > limit {
			p.t.Errorf("%s, %s: %d after %v, Retry-After %q", name, what, r.status, r.took, r.header.Get("Retry-After"))
		}
		if what != "the API" && !strings.Contains(r.body, "Tjänsten är borta en stund") {
			p.t.Errorf("%s, %s: the page does not help: %.200s", name, what, r.body)
		}
	}
	if r := get(p.url + "/healthz"); r.status != http.StatusOK || r.took > time.Second {
		p.t.Errorf("%s: /healthz is %d after %v", name, r.status, r.took)
	}
	if r := get(p.url + "/readyz"); r.status != http.StatusServiceUnavailable || r.took > limit {
		p.t.Errorf("%s: /readyz is %d after %v", name, r.status, r.took)
	}
}

// checkCopies asks for what has been seen before.
func (p *portal) checkCopies(name string, seen []string) {
	p.t.Helper()
	for _, path := range seen {
		notice := "tallessa ollut kopio"
		if strings.HasPrefix(path, "/sv") {
			notice = "sparad kopia"
		} else if strings.HasPrefix(path, "/en") {
			notice = "saved copy"
		}
		r := get(p.url + path)
		if r.status != http.StatusOK || r.header.Get(copyMark) == "" || !strings.Contains(r.body, notice) || r.took > time.Second {
			p.t.Errorf("%s, %s: %d after %v, a copy that says so: %t, %t", name, path, r.status, r.took, r.header.Get(copyMark) != "", strings.Contains(r.body, notice))
		}
	}
}

// checkWell looks whether all is as it was, as soon as the portal says that it
// is ready.
func (p *portal) checkWell(name string, who *person, seen []string) {
	p.t.Helper()
	for _, path := range seen {
		if r := get(p.url + path); r.status != http.StatusOK || r.header.Get(copyMark) != "" {
			p.t.Errorf("after %s, %s: %d, a copy %t", name, path, r.status, r.header.Get(copyMark) != "")
		}
	}
	if r := who.get("/omat-teot"); r.status != http.StatusOK {
		p.t.Errorf("after %s: a person's own page is %d", name, r.status)
	}
}
