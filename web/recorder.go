package web

import (
	"bytes"
	"net/http"
	"sync"
)

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
