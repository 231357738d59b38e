package web

import (
	"bytes"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/maypok86/otter/v2"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/session"
	"tekojentori.fi/tori/internal/version"
	"tekojentori.fi/tori/web/layout"
)

// maxCache bounds the finished pages in memory, in bytes.
const maxCache = 48 << 20

// A copy is a finished public page.
type copied struct {
	etag     string
	header   http.Header
	identity []byte // kept to be marked as a copy when the database is away
	gzip     []byte
	brotli   []byte
}

func (c *copied) size() uint32 {
	return uint32(len(c.identity) + len(c.gzip) + len(c.brotli) + 512) //nolint:gosec // pages are small
}

// pageCache keeps finished pages for visitors who have not signed in. A page
// is good for one version of the site and one day. When the database is away,
// pages that have been seen before are shown from their copies, marked so.
type pageCache struct {
	pages   *otter.Cache[string, *copied]
	watcher *version.Watcher
	now     func() time.Time
	build   string // of the program: another build draws other pages
}

func newPageCache(w *version.Watcher, now func() time.Time, build string) *pageCache {
	return &pageCache{
		pages: otter.Must(&otter.Options[string, *copied]{
			MaximumWeight: maxCache, Weigher: func(_ string, c *copied) uint32 { return c.size() },
		}),
		watcher: w, now: now, build: build,
	}
}

// serve is the middleware of the public pages.
func (c *pageCache) serve(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead || session.Present(r) {
			next.ServeHTTP(w, r)
			return
		}
		key := string(i18n.From(r.Context())) + r.URL.Path + "?" + r.URL.RawQuery
		etag, up := c.etag()
		kept, ok := c.pages.GetIfPresent(key)
		switch {
		case ok && up && kept.etag == etag:
			kept.write(w, r)
			return
		case ok && !up:
			kept.writeMarked(w, r)
			return
		}
		rec := &recorder{header: http.Header{}, status: http.StatusOK}
		next.ServeHTTP(rec, r)
		if rec.status == http.StatusServiceUnavailable && ok {
			kept.writeMarked(w, r)
			return
		}
		if rec.status != http.StatusOK || !up || rec.header.Get("Set-Cookie") != "" {
			rec.flush(w)
			return
		}
		fresh := finish(rec, etag)
		c.pages.Set(key, fresh)
		fresh.write(w, r)
	})
}

// etag names the state of every public page at this moment.
func (c *pageCache) etag() (string, bool) {
	v, up := c.watcher.Version()
	day := c.now().In(i18n.Helsinki()).Format("060102")
	return fmt.Sprintf(`W/"%d-%s-%s"`, v, day, c.build), up
}

// finish compresses a rendered page, once for everybody.
func finish(rec *recorder, etag string) *copied {
	p := &copied{etag: etag, header: rec.header, identity: rec.body.Bytes()}
	p.header.Set("ETag", etag)
	p.header.Set("Cache-Control", "public, max-age=0, must-revalidate")
	p.header.Add("Vary", "Accept-Encoding, Cookie")
	var gz, br bytes.Buffer
	zw, _ := gzip.NewWriterLevel(&gz, 5) // the level is a valid one
	_, _ = zw.Write(p.identity)
	_ = zw.Close()
	bw := brotli.NewWriterLevel(&br, 3)
	_, _ = bw.Write(p.identity)
	_ = bw.Close()
	p.gzip, p.brotli = gz.Bytes(), br.Bytes()
	return p
}

func (c *copied) write(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	for name, values := range c.header {
		h[name] = values
	}
	if r.Header.Get("If-None-Match") == c.etag {
		h.Del("Content-Type")
		w.WriteHeader(http.StatusNotModified)
		return
	}
	body := c.identity
	switch accepts := r.Header.Get("Accept-Encoding"); {
	case strings.Contains(accepts, "br"):
		h.Set("Content-Encoding", "br")
		body = c.brotli
	case strings.Contains(accepts, "gzip"):
		h.Set("Content-Encoding", "gzip")
		body = c.gzip
	}
	h.Set("Content-Length", fmt.Sprint(len(body)))
	w.WriteHeader(http.StatusOK)
	if r.Method != http.MethodHead {
		_, _ = w.Write(body)
	}
}

// writeMarked shows the page with a line that says it is a copy.
func (c *copied) writeMarked(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Type", c.header.Get("Content-Type"))
	h.Set("Cache-Control", "no-store")
	h.Set("X-Tori-Copy", "1")
	w.WriteHeader(http.StatusOK)
	if r.Method != http.MethodHead {
		_, _ = w.Write(bytes.Replace(c.identity, []byte(layout.CopyMark), []byte(layout.CopyNotice(r.Context())), 1))
	}
}

// recorder holds a page back until it is whole.
type recorder struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (r *recorder) Header() http.Header         { return r.header }
func (r *recorder) WriteHeader(status int)      { r.status = status }
func (r *recorder) Write(b []byte) (int, error) { return r.body.Write(b) }

func (r *recorder) flush(w http.ResponseWriter) {
	for name, values := range r.header {
		w.Header()[name] = values
	}
	w.WriteHeader(r.status)
	_, _ = r.body.WriteTo(w)
}
