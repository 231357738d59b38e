package web

import (
	"net/http"
	"strings"

	"github.com/go-chi/chi/v5/middleware"

	"tekojentori.fi/tori/internal/personal"
	"tekojentori.fi/tori/web/page"
)

// count notes that a page was opened, unless a program did it, or a page of
// another site that shows a piece of ours. That a browser still had the page
// makes no difference: each page is asked for whenever it is opened.
func (c *pageCache) count(r *http.Request, path string) {
	if path != "" && c.readings != nil && opened(r) {
		c.readings.Count(path)
	}
}

// opened reports whether a person seems to open a page of its own.
func opened(r *http.Request) bool {
	h := r.Header
	for _, name := range []string{"Sec-Purpose", "Purpose", "X-Moz"} {
		if strings.Contains(strings.ToLower(h.Get(name)), "prefetch") {
			return false
		}
	}
	dest := h.Get("Sec-Fetch-Dest") // an older browser does not tell
	return r.Method == http.MethodGet && (dest == "" || dest == "document") && !personal.Robot(h.Get("User-Agent"))
}

// readable is the path that an answer is counted under; "" when it is no page.
func readable(header http.Header, path string) string {
	if strings.HasPrefix(header.Get("Content-Type"), "text/html") {
		return path
	}
	return ""
}

// members counts what those with a session read. The pages say who belongs to
// the house: they do not count.
func (c *pageCache) members(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, counts := page.Counting(r.Context())
		ww := middleware.NewWrapResponseWriter(w, r.ProtoMajor)
		next.ServeHTTP(ww, r.WithContext(ctx))
		if ww.Status() == http.StatusOK && counts() {
			c.count(r, readable(ww.Header(), r.URL.Path))
		}
	})
}
