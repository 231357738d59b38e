// Package page is how every handler reads a request and answers it: with a
// rendered component, a redirect or an error.
package page

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strconv"
	"strings"
	"sync"

	"github.com/a-h/templ"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/layout"
)

// Handle is a handler whose error becomes an error page.
func Handle(fn func(http.ResponseWriter, *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := fn(w, r); err != nil {
			Fail(w, r, err)
		}
	}
}

// Render answers with a component and a status. It sends nothing unless the
// component renders whole.
func Render(w http.ResponseWriter, r *http.Request, status int, c templ.Component) error {
	buf := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(buf)
	buf.Reset()
	if err := c.Render(r.Context(), buf); err != nil {
		return fmt.Errorf("render: %w", err)
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = buf.WriteTo(w) // an error means that the reader has left
	return nil
}

// buffers are used in turn: a page is fifty kilobytes.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// Redirect answers a form that was accepted. Path is one of ours, without the
// prefix of the language.
func Redirect(w http.ResponseWriter, r *http.Request, path string) error {
	http.Redirect(w, r, i18n.Path(r.Context(), path), http.StatusSeeOther)
	return nil
}

// Moved answers that the page has another address for good.
func Moved(w http.ResponseWriter, r *http.Request, path string) error {
	http.Redirect(w, r, i18n.Path(r.Context(), path), http.StatusMovedPermanently)
	return nil
}

// ID is the number in a path parameter.
func ID[T ~int64](r *http.Request, name string) (T, error) {
	n, err := strconv.ParseInt(r.PathValue(name), 10, 64)
	if err != nil || n < 1 {
		return 0, fmt.Errorf("path value %s=%q: %w", name, r.PathValue(name), fault.NotFound)
	}
	return T(n), nil
}

// Typed is a text of a form, without space around it and with our ends of
// lines.
func Typed(r *http.Request, name string) string {
	return strings.TrimSpace(strings.ReplaceAll(r.PostFormValue(name), "\r\n", "\n"))
}

// Version is the version of a thing that a form was made for. A form without
// one is none of ours.
func Version(r *http.Request) (int, error) {
	n, err := strconv.ParseInt(r.PostFormValue("version"), 10, 32)
	if err != nil || n < 1 {
		return 0, fmt.Errorf("form value version=%q: %w", r.PostFormValue("version"), fault.BadRequest)
	}
	return int(n), nil
}

// RetryAfter is how many seconds a reader of a 503 page should wait.
const RetryAfter = "10"

// Fail answers with the error page of err. Only what no one expected is logged
// as an error.
func Fail(w http.ResponseWriter, r *http.Request, err error) {
	status := Status(err)
	switch status {
	case http.StatusInternalServerError:
		slog.ErrorContext(r.Context(), "request failed", "method", r.Method, "path", r.URL.Path, "error", err)
	case http.StatusServiceUnavailable:
		w.Header().Set("Retry-After", RetryAfter)
		level := slog.LevelWarn
		if errors.Is(r.Context().Err(), context.Canceled) { // the reader has left: a search goes on with every letter
			level = slog.LevelDebug
		}
		slog.Log(r.Context(), level, "request failed for now", "method", r.Method, "path", r.URL.Path, "error", err)
	case http.StatusTooManyRequests:
		w.Header().Set("Retry-After", "60")
	}
	if ForPrograms(r) {
		Problem(w, status, details[status])
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	r = r.WithContext(context.WithoutCancel(r.Context())) // the page helps also when the time is up
	if err := Render(w, r, status, layout.Error(status)); err != nil {
		http.Error(w, http.StatusText(status), status)
	}
}

// Status is the answer that an error stands for.
func Status(err error) int {
	var problems validate.Problems
	var tooLarge *http.MaxBytesError
	switch {
	case errors.Is(err, fault.NotFound):
		return http.StatusNotFound
	case errors.Is(err, fault.Gone):
		return http.StatusGone
	case errors.Is(err, fault.Forbidden):
		return http.StatusForbidden
	case errors.Is(err, fault.Conflict):
		return http.StatusConflict
	case errors.As(err, &problems): // a form shows its own; this is one that did not
		return http.StatusUnprocessableEntity
	case errors.Is(err, fault.BadRequest):
		return http.StatusBadRequest
	case errors.Is(err, fault.TooLarge), errors.As(err, &tooLarge):
		return http.StatusRequestEntityTooLarge
	case errors.Is(err, fault.TooSlow):
		return http.StatusRequestTimeout
	case errors.Is(err, fault.TooMany):
		return http.StatusTooManyRequests
	case errors.Is(err, fault.Unavailable), errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return http.StatusServiceUnavailable
	}
	return http.StatusInternalServerError
}
