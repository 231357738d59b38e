package web

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"sync"
	"time"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/web/page"
)

// requestTime is the longest that a request may take, and shortTime the
// longest while the database is known to be away. The longest statement takes
// 5 s.
const (
	requestTime = 8 * time.Second
	shortTime   = 2 * time.Second
)

// hurried gives each request its time.
func (s Site) hurried(next http.Handler) http.Handler {
	long, short := within(requestTime)(next), within(shortTime)(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, up := s.Watcher.Version(); up {
			long.ServeHTTP(w, r)
			return
		}
		short.ServeHTTP(w, r)
	})
}

func within(d time.Duration) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			ctx, cancel := context.WithTimeout(r.Context(), d)
			defer cancel()
			next.ServeHTTP(w, r.WithContext(ctx))
		})
	}
}

// The most requests that are worked on at a time, and how long one more waits
// for a place before it is told to come again. More at a time would only make
// all of them slow: two processors make some 500 uncached pages a second. Who
// sends a form has done work, and is waited for.
const (
	places    = 64
	readWait  = 300 * time.Millisecond
	writeWait = 3 * time.Second
)

// A gate lets so many in at a time.
type gate chan struct{}

func newGate(n int) gate { return make(gate, n) }

// enter waits for a place, not for long. Leave gives it back.
func (g gate) enter(ctx context.Context, patience time.Duration) (leave func(), err error) {
	select {
	case g <- struct{}{}: // as nearly always, without a timer
		return func() { <-g }, nil
	default:
	}
	wait := time.NewTimer(patience)
	defer wait.Stop()
	select {
	case g <- struct{}{}:
		return func() { <-g }, nil
	case <-wait.C:
		return nil, fmt.Errorf("%d requests at a time: %w", cap(g), fault.Unavailable)
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// limited keeps an overload from taking everybody down. A place is held while
// a page is made, not while it is read: slow readers take no places.
func limited(next http.Handler) http.Handler {
	working := newGate(places)
	return page.Handle(func(w http.ResponseWriter, r *http.Request) error {
		patience := readWait
		if r.Method == http.MethodPost {
			patience = writeWait
		}
		leave, err := working.enter(r.Context(), patience)
		if err != nil {
			return err
		}
		h := &held{ResponseWriter: w, body: bodies.Get().(*bytes.Buffer)}
		func() {
			defer leave() // also when a page panics
			next.ServeHTTP(h, r)
		}()
		h.release()
		if h.body.Reset(); h.body.Cap() <= keptBody {
			bodies.Put(h.body)
		}
		return nil
	})
}

// limitedTo is a limit for what is slow by nature, as files are.
func limitedTo(n int) func(http.Handler) http.Handler {
	working := newGate(n)
	return func(next http.Handler) http.Handler {
		return page.Handle(func(w http.ResponseWriter, r *http.Request) error {
			leave, err := working.enter(r.Context(), readWait)
			if err != nil {
				return err
			}
			defer leave()
			next.ServeHTTP(w, r)
			return nil
		})
	}
}

// maxHeld is the largest answer that is kept until it is whole. A larger one
// is a file, and goes out as it is made.
const maxHeld = 1 << 20

// bodies are used in turn: to let one grow for each page costs as much memory
// as all else on it. A larger one than keptBody is not kept.
var bodies = sync.Pool{New: func() any { return new(bytes.Buffer) }}

const keptBody = 64 << 10

// readTime is the longest that a reader may take to read a page.
const readTime = 30 * time.Second

// held keeps an answer until its place has been given back.
type held struct {
	http.ResponseWriter
	status int
	body   *bytes.Buffer
	open   bool // goes through from now on
}

// WriteHeader notes the status.
func (h *held) WriteHeader(status int) {
	switch {
	case h.open:
		h.ResponseWriter.WriteHeader(status)
	case h.status == 0:
		h.status = status
	}
}

// Write keeps b, or lets it through once there is too much.
func (h *held) Write(b []byte) (int, error) {
	if !h.open && h.body.Len()+len(b) > maxHeld {
		if err := h.let(); err != nil {
			return 0, err
		}
	}
	if h.open {
		return h.ResponseWriter.Write(b)
	}
	return h.body.Write(b)
}

// Unwrap is for http.ResponseController.
func (h *held) Unwrap() http.ResponseWriter { return h.ResponseWriter }

// release sends what was kept.
func (h *held) release() {
	if h.open {
		return
	}
	_ = http.NewResponseController(h.ResponseWriter).SetWriteDeadline(time.Now().Add(readTime)) // a recorder of a test has none
	_ = h.let()                                                                                 // an error means that the reader has left
}

func (h *held) let() error {
	h.open = true
	if h.status != 0 {
		h.ResponseWriter.WriteHeader(h.status)
	}
	_, err := h.body.WriteTo(h.ResponseWriter)
	return err
}
