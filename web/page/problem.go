package page

import (
	"encoding/json"
	"net/http"
	"strings"
)

// ForPrograms reports whether the answer to a request is read by a program: all
// of /api is, also the addresses that it does not have.
func ForPrograms(r *http.Request) bool {
	return r.URL.Path == "/api" || strings.HasPrefix(r.URL.Path, "/api/")
}

// Problem tells a program what went wrong, as RFC 9457 has it. Scripts of any
// site may read it, as they may what goes right.
func Problem(w http.ResponseWriter, status int, detail string) {
	h := w.Header()
	h.Set("Content-Type", "application/problem+json")
	h.Set("Cache-Control", "no-store")
	h.Set("Access-Control-Allow-Origin", "*")
	h.Set("Cross-Origin-Resource-Policy", "cross-origin")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(struct { // an error means that the reader has left
		Title  string `json:"title"`
		Status int    `json:"status"`
		Detail string `json:"detail,omitempty"`
	}{http.StatusText(status), status, detail})
}

// details says to programs what they can do about a status.
var details = map[int]string{
	http.StatusBadRequest:         "The address has bytes that are not text in UTF-8, or a % that is not followed by two hexadecimal digits.",
	http.StatusNotFound:           "There is nothing at this address; /api/v1/openapi.json lists what there is.",
	http.StatusServiceUnavailable: "The service cannot answer just now; see Retry-After.",
}
