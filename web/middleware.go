package web

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"runtime/debug"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/go-chi/chi/v5/middleware"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/web/page"
)

// contentPolicy lets a page use nothing but our own files.
const contentPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
	"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'; " +
	"require-trusted-types-for 'script'; trusted-types tori"

// secure adds the headers that every answer has.
func secure(https bool) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			h := w.Header()
			h.Set("Content-Security-Policy", contentPolicy)
			h.Set("X-Content-Type-Options", "nosniff")
			h.Set("Referrer-Policy", "same-origin")
			h.Set("Cross-Origin-Opener-Policy", "same-origin")
			h.Set("Cross-Origin-Resource-Policy", "same-origin")
			h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
			if https {
				h.Set("Strict-Transport-Security", "max-age=63072000; includeSubDomains")
			}
			next.ServeHTTP(w, r)
		})
	}
}

// recovered answers a panic with the page of a failure, logged once.
func recovered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if v := recover(); v != nil {
				if err, ok := v.(error); ok && errors.Is(err, http.ErrAbortHandler) {
					panic(v)
				}
				w.Header().Del("Content-Encoding") // of the page that did not come
				page.Fail(w, r, fmt.Errorf("panic: %v\n%s", v, debug.Stack()))
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// logged counts each request and writes a line for it: no address, no name,
// no query.
func (s Site) logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if s.Metrics == nil && !slog.Default().Enabled(r.Context(), slog.LevelDebug) {
			next.ServeHTTP(w, r)
			return
		}
		ww := middleware.NewWrapResponseWriter(w, r.ProtoMajor)
		begin := time.Now()
		s.Metrics.began()
		defer func() { // also when the reader left in the middle
			took, route := time.Since(begin), routeOf(r)
			if route == "/*" && ww.Status() == http.StatusNotFound {
				route = "none"
			}
			s.Metrics.ended(route, r.Method, max(ww.Status(), http.StatusOK), took)
			slog.DebugContext(r.Context(), "request", "id", middleware.GetReqID(r.Context()), "method", r.Method,
				"path", r.URL.Path, "status", ww.Status(), "bytes", ww.BytesWritten(), "ms", took.Milliseconds())
		}()
		next.ServeHTTP(ww, r)
	})
}

// maxBody is the largest form, in bytes.
const maxBody = limit.Form << 20

// The longest that a form may take to arrive, and the most that arrive at a
// time.
const (
	formTime = 10 * time.Second
	senders  = 200
)

// clean refuses what no browser of ours sends: bytes that are not text, and
// forms without an end.
func clean(next http.Handler) http.Handler {
	reading := newGate(senders)
	return page.Handle(func(w http.ResponseWriter, r *http.Request) error {
		if err := cleanAddress(r); err != nil {
			return err
		}
		if r.Method == http.MethodPost {
			if err := readForm(w, r, reading); err != nil {
				return err
			}
		}
		next.ServeHTTP(w, r)
		return nil
	})
}

func cleanAddress(r *http.Request) error {
	query, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil || !text(query) || !plain(r.URL.Path) {
		return fmt.Errorf("address: %w", fault.BadRequest)
	}
	return nil
}

// readForm reads a form in its time, and not too many of them at once: whoever
// sends slowly holds up neither readers nor, for long, other senders.
func readForm(w http.ResponseWriter, r *http.Request, reading gate) error {
	leave, err := reading.enter(r.Context(), readWait)
	if err != nil {
		return err
	}
	defer leave()
	_ = http.NewResponseController(w).SetReadDeadline(time.Now().Add(formTime)) // a recorder of a test has none
	r.Body = http.MaxBytesReader(w, r.Body, maxBody)
	return parseForm(r)
}

func parseForm(r *http.Request) error {
	var err error
	if strings.HasPrefix(r.Header.Get("Content-Type"), "multipart/form-data") {
		err = r.ParseMultipartForm(maxBody)
	} else {
		err = r.ParseForm()
	}
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return fmt.Errorf("form: %w", fault.TooLarge)
	case errors.Is(err, os.ErrDeadlineExceeded):
		return fmt.Errorf("form: %w", fault.TooSlow)
	case err != nil || !text(r.PostForm):
		return fmt.Errorf("form: %w", fault.BadRequest)
	}
	return nil
}

func text(values url.Values) bool {
	for name, all := range values {
		if !plain(name) {
			return false
		}
		for _, v := range all {
			if !plain(v) {
				return false
			}
		}
	}
	return true
}

// plain reports whether s is text that the database can keep.
func plain(s string) bool { return utf8.ValidString(s) && !strings.ContainsRune(s, 0) }

// spoken takes the language off the front of the address.
func spoken(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		lang, path := i18n.SplitPath(r.URL.Path)
		address := *r.URL
		address.Path = path
		if address.RawPath != "" {
			_, address.RawPath = i18n.SplitPath(address.RawPath)
		}
		r = r.WithContext(i18n.With(r.Context(), lang))
		r.URL = &address
		next.ServeHTTP(w, r)
	})
}

// crossOrigin refuses unsafe requests that come from other sites.
func crossOrigin(next http.Handler) http.Handler {
	guard := http.NewCrossOriginProtection()
	guard.SetDenyHandler(page.Handle(func(http.ResponseWriter, *http.Request) error {
		return fmt.Errorf("a form of another site: %w", fault.Forbidden)
	}))
	return guard.Handler(next)
}

// private keeps pages of signed-in people out of every cache.
func private(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		next.ServeHTTP(w, r)
	})
}
