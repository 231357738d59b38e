package web

import (
	"log/slog"
	"net/http"
	"strings"

	"github.com/go-chi/chi/v5"

	"tekojentori.fi/tori/internal/i18n"
)

// moved answers a page that was not found with where it is now, when its
// address is one of another time or mistyped, and counts the others.
func (s Site) moved(routes chi.Routes) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.Method != http.MethodGet || strings.HasPrefix(r.URL.Path, "/api/") {
				next.ServeHTTP(w, r)
				return
			}
			if to := s.beforeFront(r); to != "" {
				w.Header().Set("Location", i18n.Path(r.Context(), to))
				w.WriteHeader(http.StatusMovedPermanently)
				return
			}
			next.ServeHTTP(&finder404{ResponseWriter: w, site: s, routes: routes, request: r}, r)
		})
	}
}

// beforeFront is where an address of the first eras leads, which had the front
// page and a number; "" for the front page itself.
func (s Site) beforeFront(r *http.Request) string {
	if r.URL.Path != "/" || r.URL.RawQuery == "" {
		return ""
	}
	to, _, err := s.Redirects.FindByQuery(r.Context(), "/?"+r.URL.RawQuery)
	if err != nil {
		slog.DebugContext(r.Context(), "old address not looked up", "error", err)
	}
	return to
}

// A finder404 looks for another address when a handler has found nothing.
type finder404 struct {
	http.ResponseWriter
	site    Site
	routes  chi.Routes
	request *http.Request
	moved   bool // the answer is given: what the handler writes goes nowhere
	begun   bool
}

// Unwrap lets a handler reach what is below.
func (f *finder404) Unwrap() http.ResponseWriter { return f.ResponseWriter }

func (f *finder404) WriteHeader(status int) {
	if f.begun {
		return
	}
	f.begun = status >= http.StatusOK
	if status != http.StatusNotFound {
		f.ResponseWriter.WriteHeader(status)
		return
	}
	to := f.site.elsewhere(f.routes, f.request)
	if to == "" {
		f.ResponseWriter.WriteHeader(status)
		return
	}
	f.moved = true
	h := f.Header()
	for _, name := range []string{"Content-Type", "Content-Encoding", "Content-Length", "ETag"} {
		h.Del(name)
	}
	h.Set("Location", i18n.Path(f.request.Context(), to))
	f.ResponseWriter.WriteHeader(http.StatusMovedPermanently)
}

func (f *finder404) Write(b []byte) (int, error) {
	if !f.begun {
		f.WriteHeader(http.StatusOK)
	}
	if f.moved {
		return len(b), nil
	}
	return f.ResponseWriter.Write(b)
}

// elsewhere is where a page is now that was not found; "" when nobody knows.
func (s Site) elsewhere(routes chi.Routes, r *http.Request) string {
	old := r.URL.Path
	if r.URL.RawQuery != "" {
		old += "?" + r.URL.RawQuery
	}
	to, ok, err := s.Redirects.Find(r.Context(), old)
	if err != nil {
		slog.DebugContext(r.Context(), "old address not looked up", "error", err)
		return ""
	}
	if !ok {
		to = mistyped(routes, r.URL.Path)
	}
	if path, _, _ := strings.Cut(to, "?"); to == "" || path == r.URL.Path {
		s.Redirects.Miss(old, r.UserAgent())
		return ""
	}
	return to
}

// mistyped is the page of ours that is meant by an address with capitals or a
// slash too many; "" for none. It is not asked whether the page is public: only
// those without parameters are thought of.
func mistyped(routes chi.Routes, path string) string {
	key := strings.ToLower("/" + strings.Trim(path, "/ "))
	if key == path {
		return ""
	}
	match := chi.NewRouteContext()
	if !routes.Match(match, http.MethodGet, key) || strings.ContainsAny(match.RoutePattern(), "{*") {
		return ""
	}
	return key
}
