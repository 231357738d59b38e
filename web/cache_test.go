package web_test

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"

	"github.com/prometheus/client_golang/prometheus"

	"tekojentori.fi/tori/web"
)

// fetch asks as a visitor with some headers.
func (p *portal) fetch(path string, headers map[string]string) *http.Response {
	p.t.Helper()
	r, w := httptest.NewRequest(http.MethodGet, path, nil), httptest.NewRecorder()
	for name, value := range headers {
		r.Header.Set(name, value)
	}
	p.handler.ServeHTTP(w, r)
	return w.Result()
}

func TestAnswersAreKeptAndNotSentTwice(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	for _, path := range []string{"/", "/sv/tekojen-tori?haku=arbete", "/tilastot", "/api/v1/acts?q=työ", "/api/v1/taxonomy"} {
		first := p.fetch(path, nil)
		etag := first.Header.Get("ETag")
		if first.StatusCode != http.StatusOK || etag == "" {
			t.Errorf("%s: status %d, ETag %q", path, first.StatusCode, etag)
			continue
		}
		again := p.fetch(path, map[string]string{"If-None-Match": `"other", ` + etag})
		if body, _ := io.ReadAll(again.Body); again.StatusCode != http.StatusNotModified || len(body) > 0 {
			t.Errorf("%s again: status %d with %d bytes, want 304 with none", path, again.StatusCode, len(body))
		}
	}
	if got := p.fetch("/api/v1/acts?sector=none-such", nil); got.Header.Get("ETag") != "" {
		t.Errorf("a refused request has the ETag %q", got.Header.Get("ETag"))
	}
}

func TestAnswersArePackedForThoseWhoUnpack(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	plain, _ := io.ReadAll(p.fetch("/tekojen-tori", nil).Body)
	for accepts, packed := range map[string]bool{
		"": false, "gzip": true, "gzip, deflate, br": true, "br;q=1.0, gzip;q=0.8": true, "gzip;q=0": false, "gzip; q=0.0": false, "identity": false,
	} {
		got := p.fetch("/tekojen-tori", map[string]string{"Accept-Encoding": accepts})
		if (got.Header.Get("Content-Encoding") == "gzip") != packed {
			t.Errorf("Accept-Encoding %q: Content-Encoding %q", accepts, got.Header.Get("Content-Encoding"))
			continue
		}
		body := io.Reader(got.Body)
		if packed {
			var err error
			if body, err = gzip.NewReader(body); err != nil {
				t.Fatal(err)
			}
		}
		if text, _ := io.ReadAll(body); string(text) != string(plain) {
			t.Errorf("Accept-Encoding %q: %d bytes, want the %d of the page", accepts, len(text), len(plain))
		}
	}
}

// However many ask for a page that nobody has seen yet, it is made once.
func TestAPageIsMadeOnceForAllWhoAsk(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	registry := prometheus.NewRegistry()
	p.site.Metrics = web.NewMetrics(registry)
	p.handler = p.site.Handler()
	const readers = 60 // fewer than there are places
	bodies := make([]string, readers)
	begin := make(chan struct{})
	var wait sync.WaitGroup
	for i := range readers {
		wait.Go(func() {
			<-begin
			got := p.fetch("/tekojen-tori?haku=yhdessä", nil)
			body, _ := io.ReadAll(got.Body)
			bodies[i] = got.Status + string(body)
		})
	}
	close(begin)
	wait.Wait()
	for i, body := range bodies {
		if body != bodies[0] || body[:3] != "200" {
			t.Fatalf("reader %d got something else: %.80s", i, body)
		}
	}
	if made := pagesFrom(t, registry, "made"); made != 1 {
		t.Errorf("the page was made %v times for %d readers", made, readers)
	}
}

// pagesFrom is how many pages came from there.
func pagesFrom(t *testing.T, registry *prometheus.Registry, from string) float64 {
	t.Helper()
	families, err := registry.Gather()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range families {
		for _, m := range f.GetMetric() {
			if f.GetName() == "tori_page_cache_total" && m.GetLabel()[0].GetValue() == from {
				return m.GetCounter().GetValue()
			}
		}
	}
	return 0
}
