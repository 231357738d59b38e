package web

import (
	"bytes"
	"fmt"
	"maps"
	"net/http"
	"runtime"
	"strconv"
	"strings"
	"sync/atomic"
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
const maxCache = 8 << 20

// pageCache keeps finished answers that are the same for all who ask. One is
// good for one version of the site and one day. When the database is away,
// pages that have been seen before are shown from their copies, marked so.
type pageCache struct {
	answers *otter.Cache[pageKey, *answer]
	watcher *version.Watcher
	now     func() time.Time
	build   string // of the program: another build draws other pages
	state   atomic.Pointer[siteState]
	metrics *Metrics
}

// A pageKey is the address of a page, apart from its language.
type pageKey struct {
	lang        i18n.Lang
	path, query string
}

func (k pageKey) size() uint32 { return uint32(len(k.path) + len(k.query)) }

// A siteState is the name of what every public page shows between two changes
// of the site, or until the day ends in Finland.
type siteState struct {
	version int64
	until   time.Time
	etag    string
}

func newPageCache(s Site) *pageCache {
	return &pageCache{
		answers: otter.Must(&otter.Options[pageKey, *answer]{
			MaximumWeight: maxCache, Weigher: func(key pageKey, a *answer) uint32 { return a.size() + key.size() },
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
		key := pageKey{i18n.From(r.Context()), r.URL.Path, r.URL.RawQuery}
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
		fresh := finish(rec, w.Header(), etag)
		fresh.route = routeOf(r)
		c.answers.Set(key, fresh)
		fresh.write(w, r)
	})
}

// kept answers from memory before anything else is done for a request, even
// before it is routed. What stands there was asked for in the very same way
// before, and allowed.
func (c *pageCache) kept(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if (r.Method == http.MethodGet || r.Method == http.MethodHead) && !session.Present(r) {
			lang, path := i18n.SplitPath(r.URL.Path)
			etag, up := c.etag()
			if kept, ok := c.answers.GetIfPresent(pageKey{lang, path, r.URL.RawQuery}); ok && up && kept.etag == etag {
				begin := c.metrics.began()
				status := kept.write(w, r)
				c.metrics.page("kept")
				c.metrics.ended(kept.route, r.Method, status, time.Since(begin))
				return
			}
		}
		next.ServeHTTP(w, r)
	})
}

// etag names the state of every public page at this moment.
func (c *pageCache) etag() (string, bool) {
	v, up := c.watcher.Version()
	now := c.now()
	if s := c.state.Load(); s != nil && s.version == v && now.Before(s.until) {
		return s.etag, up
	}
	here := now.In(i18n.Helsinki())
	s := &siteState{
		version: v, etag: fmt.Sprintf(`W/"%d-%s-%s"`, v, here.Format("060102"), c.build),
		until: time.Date(here.Year(), here.Month(), here.Day()+1, 0, 0, 0, 0, here.Location()),
	}
	c.state.Store(s)
	return s.etag, up
}

// An answer is a finished page or document.
type answer struct {
	etag   string
	route  string // its pattern, for counting
	header http.Header
	gzip   []byte // every browser takes it; others get it unpacked
}

func (a *answer) size() uint32 { return uint32(len(a.gzip)) + 1024 }

// packers are used in turn, one for each processor: making one clears a
// megabyte of memory, and more at a time would pack no faster.
var packers = func() chan *gzip.Writer {
	all := make(chan *gzip.Writer, runtime.GOMAXPROCS(0))
	for range cap(all) {
		zw, _ := gzip.NewWriterLevel(nil, 3) // the level is a valid one
		all <- zw
	}
	return all
}()

// finish packs a rendered page, once for everybody.
// Around is the header that every answer has.
func finish(rec *recorder, around http.Header, etag string) *answer {
	a := &answer{etag: etag, header: rec.header}
	for name, values := range around {
		if _, has := a.header[name]; !has && name != "Connection" { // which is for one client
			a.header[name] = values
		}
	}
	a.header.Set("ETag", etag)
	a.header.Set("Cache-Control", "public, max-age=0, must-revalidate")
	a.header.Add("Vary", "Accept-Encoding, Cookie")
	var packed bytes.Buffer
	zw := <-packers
	zw.Reset(&packed)
	_, _ = rec.body.WriteTo(zw) // a buffer takes everything
	_ = zw.Close()
	packers <- zw
	a.gzip = bytes.Clone(packed.Bytes()) // without the room that it grew into
	a.header.Set("Content-Encoding", "gzip")
	a.header.Set("Content-Length", strconv.Itoa(len(a.gzip)))
	return a
}

func (a *answer) unpacked() []byte {
	var plain bytes.Buffer
	if zr, err := gzip.NewReader(bytes.NewReader(a.gzip)); err == nil { // we have packed it ourselves
		_, _ = plain.ReadFrom(zr)
	}
	return plain.Bytes()
}

// write answers a request, and returns the status.
func (a *answer) write(w http.ResponseWriter, r *http.Request) int {
	h := w.Header()
	maps.Copy(h, a.header)
	if strings.Contains(r.Header.Get("If-None-Match"), a.etag) {
		for _, name := range []string{"Content-Type", "Content-Encoding", "Content-Length"} {
			h.Del(name)
		}
		w.WriteHeader(http.StatusNotModified)
		return http.StatusNotModified
	}
	body := a.gzip
	if !takesGzip(r.Header.Get("Accept-Encoding")) {
		body = a.unpacked()
		h.Del("Content-Encoding")
		h.Set("Content-Length", strconv.Itoa(len(body)))
	}
	gathered(r, func() {
		w.WriteHeader(http.StatusOK)
		if r.Method != http.MethodHead {
			_, _ = w.Write(body)
		}
	})
	return http.StatusOK
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
