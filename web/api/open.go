package api

import (
	"net/http"

	"tekojentori.fi/tori/web/page"
)

// methods are what the API has.
const methods = "GET, HEAD, OPTIONS"

// Open lets scripts of any site read, and nothing more.
func Open(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Access-Control-Allow-Origin", "*")
		h.Set("Access-Control-Expose-Headers", "ETag, Retry-After, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset")
		h.Set("Cross-Origin-Resource-Policy", "cross-origin")
		next.ServeHTTP(w, r)
	})
}

// OnlyReads answers the methods that an address of the API does not have. A
// browser asks by OPTIONS whether a script may send If-None-Match: it may.
func OnlyReads(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Allow", methods)
	if r.Method != http.MethodOptions {
		page.Problem(w, http.StatusMethodNotAllowed, "The API can only be read: "+methods+".")
		return
	}
	h.Set("Access-Control-Allow-Origin", "*")
	h.Set("Access-Control-Allow-Methods", methods)
	h.Set("Access-Control-Allow-Headers", "*")
	h.Set("Access-Control-Max-Age", "86400")
	w.WriteHeader(http.StatusNoContent)
}
