package web

import (
	"context"
	"net/http"
	"time"
)

// lookTime is how long the answer to a form waits for what it has changed.
const lookTime = 3 * time.Second

// looked shows whoever has changed something the change at once: before the
// answer to a form goes out, the portal has looked what is new. Other portals
// look by the clock.
func (s Site) looked(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodPost {
			w = &lookingWriter{ResponseWriter: w, look: func() {
				ctx, cancel := context.WithTimeout(context.WithoutCancel(r.Context()), lookTime) // also when the reader has left
				defer cancel()
				_ = s.Watcher.Look(ctx) // the clock tries again
			}}
		}
		next.ServeHTTP(w, r)
	})
}

// lookingWriter looks before a form that was taken is answered, once.
type lookingWriter struct {
	http.ResponseWriter
	look func()
	done bool
}

func (w *lookingWriter) WriteHeader(status int) {
	if !w.done && status < http.StatusBadRequest {
		w.look()
	}
	w.done = true
	w.ResponseWriter.WriteHeader(status)
}

func (w *lookingWriter) Write(b []byte) (int, error) {
	if !w.done {
		w.WriteHeader(http.StatusOK)
	}
	return w.ResponseWriter.Write(b)
}

// Unwrap is for http.ResponseController.
func (w *lookingWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }
