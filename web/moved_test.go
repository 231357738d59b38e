package web_test

import (
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/postgres"
)

// get asks for an address as a reader's browser does.
func (p *portal) get(address string) *httptest.ResponseRecorder {
	p.t.Helper()
	r := httptest.NewRequest("GET", address, nil)
	r.Header.Set("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0")
	w := httptest.NewRecorder()
	p.handler.ServeHTTP(w, r)
	return w
}

func (p *portal) legacy(a act.Act, urls ...string) {
	p.t.Helper()
	for _, u := range urls {
		if err := postgres.Exec(p.t.Context(), p.db, "INSERT INTO act_legacy_url (url, act_id) VALUES ($1, $2)", u, int64(a.ID)); err != nil {
			p.t.Fatal(err)
		}
	}
	if err := p.site.Acts.KeyAddresses(p.t.Context()); err != nil {
		p.t.Fatal(err)
	}
}

// Old addresses lead on, however they are typed; what is not public stays
// unknown.
func TestOldAddressesLeadOn(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.published(1, func(*act.Content) {})
	hidden := p.published(2, func(*act.Content) {})
	p.legacy(a, "https://www.kunteko.fi/tekojen tori/Kävely Kokous", "/teko.php?id=12", "https://www.kunteko.fi/?p=12", "https://tekojentori.fi/katso/vanha-nimi")
	p.legacy(hidden, "https://www.kunteko.fi/salattu")
	p.live(hidden.ID, func(a *act.Act) []error { return []error{a.Hide(p.accounts["moderator"], "x", time.Now())} })
	to := "/katso/" + a.Slug
	for old, want := range map[string]string{
		"/tekojen%20tori/k%C3%A4vely%20kokous": to, "/Tekojen-tori/K%C3%A4vely+kokous/": to, "/tekojen%2520tori/k%C3%A4vely-kokous?utm_source=x": to,
		"/?p=12": to, "/?utm_source=x&p=12": to, "/sv?p=12": "/sv" + to, "/?p=13": "", "/?utm_source=x": "", "/teko.php?id=12": to, "/teko.php?id=12&fbclid=y": to, "/katso/vanha-nimi": to, "/katso/Vanha-Nimi/": to, "/sv/katso/vanha-nimi": "/sv" + to,
		"/katso/" + a.Slug + "/": to, "/KATSO/" + a.Slug: to, "/Tekojen-Tori": "/tekojen-tori", "/tilastot/": "/tilastot", "/tekopankki": "/tekojen-tori",
		"/teko.php?id=13": "", "/salattu": "", "/katso/" + hidden.Slug + "/": "", "/ei-ole": "", "/katso/ei-ole": "", "/moderointi/teot/x": "", "/api/v1/acts/ei-ole": "",
	} {
		w := p.get(old)
		if got := w.Header().Get("Location"); got != want && w.Code != http.StatusSeeOther {
			t.Errorf("%s: %d to %q, want %q", old, w.Code, got, want)
		}
		if want != "" && (w.Code != http.StatusMovedPermanently || w.Body.Len() > 0) || want == "" && w.Code == http.StatusMovedPermanently {
			t.Errorf("%s: status %d with %d bytes", old, w.Code, w.Body.Len())
		}
	}
}

// What people ask for in vain is counted; robots, scanners and persons are not.
func TestMissedAddressesAreCounted(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	p.legacy(p.published(1, func(*act.Content) {}), "https://www.kunteko.fi/teko.php?id=12")
	for _, old := range []string{
		"/kunteko/vanha%20sivu", "/Kunteko/vanha-sivu/", "/sparraus-2019", "/wp-login.php", "/.env", "/katso/maija.testi@example.fi", "/katso/131052-308T",
		"/teko.php?id=12", "/teko.php?id=13", "/teko.php?id=13&utm_source=x", "/shell.php?id=13", "/shell.php",
	} {
		p.get(old)
	}
	p.as("visitor", "/robotin-sivu", nil) // without the name of a browser
	for range 2 {
		if err := p.site.Redirects.Flush(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	missed, err := p.site.Redirects.Missed(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]int{}
	for _, m := range missed {
		got[m.Key] = m.Hits
	}
	if diff := cmp.Diff(map[string]int{"/kunteko/vanha-sivu": 2, "/sparraus-2019": 1, "/teko.php?id=13": 2}, got); diff != "" {
		t.Error(diff)
	}
}
