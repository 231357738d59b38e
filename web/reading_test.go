package web_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/postgres"
)

const browser = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"

// visit opens a page as somebody with a browser, and a few headers more.
func (p *portal) visit(who, method, path string, headers ...string) int {
	p.t.Helper()
	r, w := httptest.NewRequest(method, path, nil), httptest.NewRecorder()
	r.Header.Set("User-Agent", browser)
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	if c := p.cookies[who]; c != nil {
		r.AddCookie(c)
	}
	p.handler.ServeHTTP(w, r)
	return w.Code
}

// readings is what stands in the database once everything is written down.
func (p *portal) readings() map[string]int {
	p.t.Helper()
	if err := p.site.Readings.Flush(p.t.Context()); err != nil {
		p.t.Fatal(err)
	}
	if err := p.site.Stats.RefreshReadings(p.t.Context()); err != nil {
		p.t.Fatal(err)
	}
	rows, err := postgres.All[struct {
		Page string
		Hits int
	}](p.t.Context(), p.db, "SELECT page, sum(hits)::integer AS hits FROM page_reading GROUP BY page")
	if err != nil {
		p.t.Fatal(err)
	}
	all := map[string]int{}
	for _, r := range rows {
		all[r.Page] = r.Hits
	}
	return all
}

// People who open a page are counted: those whose page was kept, or who had
// it still, too. Programs, whoever runs the portal and the act's own people
// are not.
func TestWhatIsCountedAsRead(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.published(1, func(*act.Content) {}) // by the coach
	path := "/katso/" + a.Slug
	for range 3 { // made once, then kept
		p.visit("visitor", "GET", path)
	}
	etag := p.fetch(path, nil).Header.Get("ETag") // by a program without a name
	if code := p.visit("visitor", "GET", path, "If-None-Match", etag); code != http.StatusNotModified {
		t.Fatalf("status %d, want 304", code)
	}
	p.visit("visitor", "GET", "/sv"+path, "Sec-Fetch-Dest", "document")
	p.visit("member", "GET", path)
	for _, who := range []string{"coach", "moderator", "editor", "team", "admin"} {
		p.visit(who, "GET", path)
	}
	p.visit("visitor", "HEAD", path)
	p.visit("visitor", "GET", path, "Sec-Purpose", "prefetch;prerender")
	p.visit("visitor", "GET", path, "Sec-Fetch-Dest", "empty")
	p.visit("visitor", "GET", path, "User-Agent", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)")
	p.visit("visitor", "GET", "/katso/ei-ole")
	p.visit("visitor", "GET", "/upota/toimiala", "Sec-Fetch-Dest", "iframe")
	p.visit("visitor", "GET", "/api/v1/acts")
	if got := p.readings(); len(got) != 1 || got[path] != 6 {
		t.Errorf("%v, want 6 of %s alone", got, path)
	}
	if body := p.as("coach", "/omat-teot", nil).Body.String(); !strings.Contains(body, "Luettu 6 kertaa.") {
		t.Error("the author does not see how many times the act was read")
	}
}

// The page of numbers is kept, and yet tells new readings, each in every
// place alike.
func TestReadingsAreToldAsTheyCome(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.published(1, func(*act.Content) {})
	const word = "lukukertoja kaikkiaan"
	if body := p.as("visitor", "/tilastot", nil).Body.String(); strings.Contains(body, word) {
		t.Error("readings are told before there are any")
	}
	for n, want := range []string{"lukukertoja kaikkiaan 1.", "lukukertoja kaikkiaan 2."} {
		p.visit("visitor", "GET", "/katso/"+a.Slug)
		p.readings()
		for _, path := range []string{"/tilastot", "/upota/luetuimmat"} {
			if body := p.as("visitor", path, nil).Body.String(); !strings.Contains(body, want) || !strings.Contains(body, a.Title) {
				t.Errorf("%s after %d readings does not say %q", path, n+1, want)
			}
		}
	}
	if body := p.as("visitor", "/avoin-data/tilastot.csv", nil).Body.String(); !strings.Contains(body, "readings_by_act;"+a.Slug+";"+a.Title+";2;2;") {
		t.Errorf("the file has not the readings: %s", body)
	}
	if body := p.as("team", "/ohjelma/tilastot?rivit=vuosi&sarakkeet=&luku=lukukerrat", nil).Body.String(); !strings.Contains(body, "Lukukerrat") {
		t.Error("readings are no measure of the cross table")
	}
}

// A chart may stand on any page, and no other page of ours may.
func TestChartsMayBeEmbedded(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	p.published(1, func(*act.Content) {})
	page := p.as("visitor", "/sv/tilastot", nil)
	if !strings.Contains(page.Header().Get("Content-Security-Policy"), "frame-ancestors 'none'") {
		t.Error("the page itself may be framed")
	}
	for _, name := range []string{"kuukausi", "vuosi", "aikakausi", "toimiala", "teema", "maakunta", "kattavuus", "tyyppi", "vaihe", "kieli"} {
		if !strings.Contains(page.Body.String(), "http://tori.example/sv/upota/"+name) {
			t.Errorf("the page does not give the code of %s", name)
		}
		w := p.as("visitor", "/sv/upota/"+name, nil)
		h, body := w.Header(), w.Body.String()
		if w.Code != http.StatusOK || !strings.Contains(h.Get("Content-Security-Policy"), "frame-ancestors *") || h.Get("X-Frame-Options") != "" || h.Get("ETag") == "" {
			t.Errorf("%s: %d, %v", name, w.Code, h)
		}
		if !strings.Contains(body, `href="/sv/tilastot"`) || strings.Contains(body, "<script") {
			t.Errorf("%s: %s", name, body)
		}
	}
	if w := p.as("visitor", "/upota/salaisuus", nil); w.Code != http.StatusNotFound || strings.Contains(w.Header().Get("Content-Security-Policy"), "frame-ancestors *") {
		t.Errorf("an unknown chart: %d, %q", w.Code, w.Header().Get("Content-Security-Policy"))
	}
}
