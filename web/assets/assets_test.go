package assets_test

import (
	"compress/gzip"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/web/assets"
)

func get(path string, header ...string) *http.Response {
	r := httptest.NewRequest(http.MethodGet, path, nil)
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	assets.Serve(w, r)
	return w.Result()
}

func body(t *testing.T, r io.Reader) string {
	t.Helper()
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestServeByAcceptedEncoding(t *testing.T) {
	t.Parallel()
	plain := body(t, get(assets.Path("app.css")).Body)
	for _, tt := range []struct{ accepts, encoding string }{
		{"gzip, deflate, br, zstd", "br"},
		{"gzip", "gzip"},
		{"br;q=0, gzip;q=0.5", "gzip"},
		{"br;q=0.0", ""},
		{"vbr", ""},
		{"", ""},
	} {
		res := get(assets.Path("app.css"), "Accept-Encoding", tt.accepts)
		if got := res.Header.Get("Content-Encoding"); got != tt.encoding {
			t.Errorf("Accept-Encoding %q: answered %q, want %q", tt.accepts, got, tt.encoding)
			continue
		}
		r := io.Reader(res.Body)
		switch tt.encoding {
		case "br":
			r = brotli.NewReader(r)
		case "gzip":
			z, err := gzip.NewReader(r)
			if err != nil {
				t.Fatal(err)
			}
			r = z
		}
		if body(t, r) != plain {
			t.Errorf("Accept-Encoding %q: other bytes than the plain file", tt.accepts)
		}
	}
}

func TestServeHeaders(t *testing.T) {
	t.Parallel()
	res := get(assets.Path("app.js"), "Accept-Encoding", "br")
	got := map[string]string{}
	for _, name := range []string{"Content-Type", "Cache-Control", "Vary"} {
		got[name] = res.Header.Get(name)
	}
	want := map[string]string{
		"Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	etag := res.Header.Get("ETag")
	if again := get(assets.Path("app.js"), "Accept-Encoding", "br", "If-None-Match", etag); again.StatusCode != http.StatusNotModified {
		t.Errorf("the same file again: %d, want 304", again.StatusCode)
	}
	if other := get(assets.Path("app.js"), "Accept-Encoding", "gzip", "If-None-Match", etag); other.StatusCode != http.StatusOK {
		t.Errorf("the same file in another encoding: %d, want 200", other.StatusCode)
	}
}

func TestServeNothingElse(t *testing.T) {
	t.Parallel()
	for _, path := range []string{"/assets/", "/assets/app.css", "/assets/manifest.json", "/assets/../assets.go", "/assets/x/" + strings.TrimPrefix(assets.Path("app.css"), assets.Prefix), assets.Path("app.css") + ".br"} {
		r := httptest.NewRequest(http.MethodGet, "/assets/", nil)
		r.URL.Path = path
		w := httptest.NewRecorder()
		assets.Serve(w, r)
		if w.Code != http.StatusNotFound {
			t.Errorf("%s: %d, want 404", path, w.Code)
		}
	}
}

// TestBudget holds what a first visit loads to what it may weigh, compressed.
func TestBudget(t *testing.T) {
	t.Parallel()
	for name, most := range map[string]int64{
		"app.css": 25_000, "app.js": 6_000, "icons.svg": 6_000, "hanken-latin.woff2": 36_000, "hanken-latin-ext.woff2": 20_000,
	} {
		res := get(assets.Path(name), "Accept-Encoding", "br")
		if n := int64(len(body(t, res.Body))); n > most {
			t.Errorf("%s weighs %d bytes, %d too many", name, n, n-most)
		}
	}
}

func TestManifestNamesTheSameFiles(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("dist/manifest.json")
	if err != nil {
		t.Fatal(err)
	}
	var manifest map[string]string
	if err := json.Unmarshal(text, &manifest); err != nil {
		t.Fatal(err)
	}
	for name, file := range manifest {
		if got := assets.Path(name); got != assets.Prefix+file {
			t.Errorf("%s is served as %s, the manifest has %s", name, got, file)
		}
		if res := get(assets.Prefix + file); res.StatusCode != http.StatusOK {
			t.Errorf("%s: %d", file, res.StatusCode)
		}
	}
}

// TestNothingFromElsewhere holds the stylesheet to what the content policy
// allows: our own files and pictures inside the sheet.
func TestNothingFromElsewhere(t *testing.T) {
	t.Parallel()
	css := body(t, get(assets.Path("app.css")).Body)
	for rest := css; ; {
		i := strings.Index(rest, "url(")
		if i < 0 {
			break
		}
		rest = rest[i+len("url("):]
		at := strings.Trim(rest[:strings.IndexByte(rest, ')')], `"'`)
		if !strings.HasPrefix(at, "data:image/") && get(assets.Prefix+at).StatusCode != http.StatusOK {
			t.Errorf("the stylesheet asks for %s", at)
		}
	}
}
