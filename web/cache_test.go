package web_test

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
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
