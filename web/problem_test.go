package web_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"testing"
)

// Programs are told what is wrong in JSON, also at addresses and by methods
// that the API does not have, and scripts of any site may read it.
func TestProgramsAreToldInJSON(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	for _, c := range []struct {
		method, path string
		status       int
	}{
		{http.MethodGet, "/api", http.StatusNotFound},
		{http.MethodGet, "/api/v1", http.StatusNotFound},
		{http.MethodGet, "/api/v2/acts", http.StatusNotFound},
		{http.MethodGet, "/api/v1/ei-ole", http.StatusNotFound},
		{http.MethodGet, "/sv/api/v1/ei-ole", http.StatusNotFound},
		{http.MethodGet, "/api/v1/acts/ei-ole", http.StatusNotFound},
		{http.MethodGet, "/api/v1/acts?q=%00", http.StatusBadRequest},
		{http.MethodGet, "/api/v1/acts?q=%ff", http.StatusBadRequest},
		{http.MethodGet, "/api/v1/acts?q=%zz", http.StatusBadRequest},
		{http.MethodGet, "/api/v1/acts?year=eilen", http.StatusUnprocessableEntity},
		{http.MethodGet, "/api/v1/acts?awarded=ehka", http.StatusUnprocessableEntity},
		{http.MethodPost, "/api/v1/acts", http.StatusMethodNotAllowed},
		{http.MethodDelete, "/api/v1/acts/ei-ole", http.StatusMethodNotAllowed},
	} {
		w := httptest.NewRecorder()
		p.handler.ServeHTTP(w, httptest.NewRequest(c.method, c.path, nil))
		var told struct {
			Title  string
			Status int
		}
		err := json.Unmarshal(w.Body.Bytes(), &told)
		if err != nil || w.Code != c.status || told.Status != c.status || told.Title != http.StatusText(c.status) {
			t.Errorf("%s %s: %d %+v, %v; want %d", c.method, c.path, w.Code, told, err, c.status)
		}
		if kind, open := w.Header().Get("Content-Type"), w.Header().Get("Access-Control-Allow-Origin"); kind != "application/problem+json" || open != "*" {
			t.Errorf("%s %s: %q for %q", c.method, c.path, kind, open)
		}
	}
}

// A script of another site may ask whether what it has is still so: its browser
// asks first whether the script may.
func TestScriptsMayAskWhetherItIsNew(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	r := httptest.NewRequest(http.MethodOptions, "/api/v1/acts", nil)
	r.Header.Set("Origin", "https://liminka.example")
	r.Header.Set("Access-Control-Request-Method", http.MethodGet)
	r.Header.Set("Access-Control-Request-Headers", "if-none-match")
	w := httptest.NewRecorder()
	p.handler.ServeHTTP(w, r)
	if w.Code != http.StatusNoContent || w.Header().Get("Access-Control-Allow-Headers") != "*" || w.Header().Get("Access-Control-Allow-Origin") != "*" {
		t.Errorf("%d %v", w.Code, w.Header())
	}
	read := p.as("visitor", "/api/v1/acts", nil)
	if read.Header().Get("ETag") == "" || read.Header().Get("Access-Control-Expose-Headers") == "" {
		t.Errorf("a script cannot see %v", read.Header())
	}
}
