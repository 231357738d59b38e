package web

import (
	"bytes"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/klauspost/compress/gzip"
	"github.com/maypok86/otter/v2"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/session"
	"tekojentori.fi/tori/internal/version"
	"tekojentori.fi/tori/web/layout"
)

// maxCache bounds the finished pages in memory, in bytes. A page of the list
// takes 12 kB, the page of an act 5 kB.
const maxCache = 16 << 20

// pageCache keeps finished answers that are the same for all who ask. One is
// good for one version of the site and one day. When the database is away,
// pages that have been seen before are shown from their copies, marked so.
type pageCache struct {
	answers *otter.Cache[string, *answer]
	watcher *version.Watcher
	now     func() time.Time
	build   string // of the program: another build draws other pages
	metrics *Metrics
}

func newPageCache(s Site) *pageCache {
	return &pageCache{
		answers: otter.Must(&otter.Options[string, *answer]{
			MaximumWeight: maxCache, Weigher: func(key string, a *answer) uint32 { return a.size() + uint32(len(key)) },
		}),
		watcher: s.Watcher, now: s.Now, build: s.Build, metrics: s.Metrics,
	}
}

// visitors keeps what visitors see. Who has signed in sees more, and gets a
// page of their own.
func (c *pageCache) visitors(next http.Handler) http.Handler {
	everyone := c.everyone(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, up := c.watcher.Version(); up && session.Present(r) { // while it is away nobody can tell who has signed in
			next.ServeHTTP(w, r)
			return
		}
		everyone.ServeHTTP(w, r)
	})
}

// everyone keeps what is the same whoever asks.
func (c *pageCache) everyone(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			next.ServeHTTP(w, r)
			return
		}
		key := keyOf(r)
		etag, up := c.etag()
		kept, ok := c.answers.GetIfPresent(key)
		if ok && !up {
			c.metrics.page("copy")
			kept.writeMarked(w, r)
			return
		}
		rec := recorders.Get().(*recorder)
		defer rec.free()
		next.ServeHTTP(rec, r)
		if rec.status == http.StatusServiceUnavailable && ok {
			c.metrics.page("copy")
			kept.writeMarked(w, r)
			return
		}
		if rec.status != http.StatusOK || !up || rec.header.Get("Set-Cookie") != "" {
			rec.flush(w)
			return
		}
		c.metrics.page("made")
		fresh := finish(rec, etag)
		c.answers.Set(key, fresh)
		fresh.write(w, r)
	})
}

// kept answers from memory before anything else is done for a request. What
// stands there was asked for in the very same way before, and allowed.
func (c *pageCache) kept(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if (r.Method == http.MethodGet || r.Method == http.MethodHead) && !session.Present(r) {
			etag, up := c.etag()
			if kept, ok := c.answers.GetIfPresent(keyOf(r)); ok && up && kept.etag == etag {
				c.metrics.page("kept")
				kept.write(w, r)
				return
			}
		}
		next.ServeHTTP(w, r)
	})
}

func keyOf(r *http.Request) string {
	return string(i18n.From(r.Context())) + r.URL.Path + "?" + r.URL.RawQuery
}

// etag names the state of every public page at this moment.
func (c *pageCache) etag() (string, bool) {
	v, up := c.watcher.Version()
	day := c.now().In(i18n.Helsinki()).Format("060102")
	return fmt.Sprintf(`W/"%d-%s-%s"`, v, day, c.build), up
}

// An answer is a finished page or document.
type answer struct {
	etag   string
	header http.Header
	gzip   []byte // every browser takes it; others get it unpacked
}

func (a *answer) size() uint32 { return uint32(len(a.gzip)) + 1024 } //nolint:gosec // pages are small

// packers are used in turn: making one clears a megabyte of memory.
var packers = sync.Pool{New: func() any {
	zw, _ := gzip.NewWriterLevel(nil, 3) // the level is a valid one
	return zw
}}

// finish packs a rendered page, once for everybody.
func finish(rec *recorder, etag string) *answer {
	a := &answer{etag: etag, header: rec.header}
	a.header.Set("ETag", etag)
	a.header.Set("Cache-Control", "public, max-age=0, must-revalidate")
	a.header.Add("Vary", "Accept-Encoding, Cookie")
	var packed bytes.Buffer
	zw := packers.Get().(*gzip.Writer)
	zw.Reset(&packed)
	_, _ = rec.body.WriteTo(zw) // a buffer takes everything
	_ = zw.Close()
	packers.Put(zw)
	a.gzip = bytes.Clone(packed.Bytes()) // without the room that it grew into
	return a
}

func (a *answer) unpacked() []byte {
	var plain bytes.Buffer
	if zr, err := gzip.NewReader(bytes.NewReader(a.gzip)); err == nil { // we have packed it ourselves
		_, _ = plain.ReadFrom(zr)
	}
	return plain.Bytes()
}

func (a *answer) write(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	for name, values := range a.header {
		h[name] = values
	}
	if strings.Contains(r.Header.Get("If-None-Match"), a.etag) {
		h.Del("Content-Type")
		w.WriteHeader(http.StatusNotModified)
		return
	}
	body := a.gzip
	if takesGzip(r.Header.Get("Accept-Encoding")) {
		h.Set("Content-Encoding", "gzip")
	} else {
		body = a.unpacked()
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(http.StatusOK)
	if r.Method != http.MethodHead {
		_, _ = w.Write(body)
	}
}

// takesGzip reads an Accept-Encoding header.
func takesGzip(accepts string) bool {
	for part := range strings.SplitSeq(accepts, ",") {
		coding, quality, _ := strings.Cut(strings.TrimSpace(part), ";")
		if strings.TrimSpace(coding) == "gzip" {
			value, found := strings.CutPrefix(strings.TrimSpace(quality), "q=")
			return !found || strings.Trim(value, "0.") != ""
		}
	}
	return false
}

// writeMarked shows the page with a line that says it is a copy.
func (a *answer) writeMarked(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Type", a.header.Get("Content-Type"))
	h.Set("Cache-Control", "no-store")
	h.Set("X-Tori-Copy", "1")
	w.WriteHeader(http.StatusOK)
	if r.Method != http.MethodHead {
		_, _ = w.Write(bytes.Replace(a.unpacked(), []byte(layout.CopyMark), []byte(layout.CopyNotice(r.Context())), 1))
	}
}

// recorder holds a page back until it is whole.
type recorder struct {
	header http.Header
	status int
	body   bytes.Buffer
}

// recorders are used in turn, for their bodies grow large.
var recorders = sync.Pool{New: func() any { return newRecorder() }}

func newRecorder() *recorder { return &recorder{header: http.Header{}, status: http.StatusOK} }

// free gives a recorder back. Its header lives on in what was finished.
func (r *recorder) free() {
	r.header, r.status = http.Header{}, http.StatusOK
	r.body.Reset()
	recorders.Put(r)
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
