package web

import (
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"time"

	"github.com/maypok86/otter/v2"
	"golang.org/x/sync/singleflight"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/reading"
	"tekojentori.fi/tori/internal/session"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/version"
)

// maxCache bounds the finished pages in memory, in bytes. A page of the list
// takes 9 kB, the page of an act 5 kB.
const maxCache = 4 << 20

// pageCache keeps finished answers that are the same for all who ask. One is
// good for one version of the site and one day. When the database is away,
// pages that have been seen before are shown from their copies, marked so.
type pageCache struct {
	answers  *otter.Cache[pageKey, *answer]
	watcher  *version.Watcher
	now      func() time.Time
	build    string // of the program: another build draws other pages
	state    atomic.Pointer[siteState]
	making   singleflight.Group
	metrics  *Metrics
	readings *reading.Service // nil: nothing is counted
	numbers  *stats.Service
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
		watcher: s.Watcher, now: s.Now, build: s.Build, metrics: s.Metrics, readings: s.Readings, numbers: s.Stats,
	}
}

// visitors keeps what visitors see. Who has signed in sees more, and gets a
// page of their own.
func (c *pageCache) visitors(next http.Handler) http.Handler {
	everyone, members := c.everyone(next), c.members(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, up := c.watcher.Version(); up && session.Present(r) { // while it is away nobody can tell who has signed in
			members.ServeHTTP(w, r)
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
		etag, up := c.etag(key.path)
		kept, ok := c.answers.GetIfPresent(key)
		switch {
		case ok && !up:
			c.metrics.page("copy")
			c.count(r, kept.page)
			kept.writeMarked(w, r)
		case ok && kept.etag == etag: // it was made while this request waited for a place
			c.metrics.page("kept")
			c.count(r, kept.page)
			kept.write(w, r)
		case up:
			c.together(w, r, next, key, etag)
		default:
			c.make(w, r, next, key, "")
		}
	})
}

// together has a page made once for all who ask for it at the same time. When
// it came to nothing that can be kept, each makes their own: the first may
// just have left.
func (c *pageCache) together(w http.ResponseWriter, r *http.Request, next http.Handler, key pageKey, etag string) {
	mine := false
	made, _, _ := c.making.Do(fmt.Sprintf("%s %s %s?%s", etag, key.lang, key.path, key.query), func() (any, error) {
		mine = true
		return c.make(w, r, next, key, etag), nil
	})
	if mine {
		return
	}
	if a, _ := made.(*answer); a != nil {
		c.metrics.page("kept")
		c.count(r, a.page)
		a.write(w, r)
		return
	}
	c.make(w, r, next, key, etag)
}

// make answers r with what next makes of it, and keeps that under key when it
// is good for everybody; else it returns nil. Without an etag nothing is kept.
func (c *pageCache) make(w http.ResponseWriter, r *http.Request, next http.Handler, key pageKey, etag string) *answer {
	rec := recorders.Get().(*recorder)
	defer rec.free()
	next.ServeHTTP(rec, r)
	if old, ok := c.answers.GetIfPresent(key); ok && rec.status == http.StatusServiceUnavailable {
		c.metrics.page("copy")
		c.count(r, old.page)
		old.writeMarked(w, r)
		return nil
	}
	if rec.status != http.StatusOK || etag == "" || rec.header.Get("Set-Cookie") != "" {
		rec.flush(w)
		return nil
	}
	c.metrics.page("made")
	fresh := finish(rec, w.Header(), etag)
	fresh.route, fresh.page = routeOf(r), readable(fresh.header, key.path)
	c.answers.Set(key, fresh)
	c.count(r, fresh.page)
	fresh.write(w, r)
	return fresh
}

// kept answers from memory before anything else is done for a request, even
// before it is routed. What stands there was asked for in the very same way
// before, and allowed.
func (c *pageCache) kept(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if (r.Method == http.MethodGet || r.Method == http.MethodHead) && !session.Present(r) {
			lang, path := i18n.SplitPath(r.URL.Path)
			etag, up := c.etag(path)
			if kept, ok := c.answers.GetIfPresent(pageKey{lang, path, r.URL.RawQuery}); ok && up && kept.etag == etag {
				begin := c.metrics.began()
				c.count(r, kept.page)
				status := kept.write(w, r)
				c.metrics.page("kept")
				c.metrics.ended(kept.route, r.Method, status, time.Since(begin))
				return
			}
		}
		next.ServeHTTP(w, r)
	})
}

// etag names the state of a public page at this moment. Pages that tell what
// is read have more states than the site has versions.
func (c *pageCache) etag(path string) (string, bool) {
	etag, up := c.siteTag()
	if path == "/tilastot" || strings.HasPrefix(path, "/upota/") || strings.HasPrefix(path, "/avoin-data/tilastot.") {
		etag = fmt.Sprintf(`%s-%d"`, strings.TrimSuffix(etag, `"`), c.numbers.Catalogue().ReadingState())
	}
	return etag, up
}

// siteTag names the state of the site.
func (c *pageCache) siteTag() (string, bool) {
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
