package accountpage

import (
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/go-chi/chi/v5/middleware"
	"github.com/go-chi/httprate"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/web/page"
)

// Limit lets one client address try to sign in so many times a minute. One
// Limit shared by all the ways in counts them together. It comes after the
// middleware that finds the client's address.
func Limit(perMinute int) func(http.Handler) http.Handler { return limited(perMinute, time.Minute) }

// PerDay is Limit for a day.
func PerDay(n int) func(http.Handler) http.Handler { return limited(n, 24*time.Hour) }

func limited(n int, window time.Duration) func(http.Handler) http.Handler {
	return httprate.LimitBy(n, window, clientAddress,
		httprate.WithLimitHandler(page.Handle(func(http.ResponseWriter, *http.Request) error {
			return fmt.Errorf("more than %d requests in %v from one address: %w", n, window, fault.TooMany)
		})),
		httprate.WithErrorHandler(page.Fail),
		httprate.WithResponseHeaders(httprate.ResponseHeaders{})) // none: they count for whoever guesses
}

// Door leads a form of /kirjaudu to where it belongs, each way with a limit of
// its own: with a password to password, without one to link. Who knows the
// password is no guesser: wrong ones have their own limits in account.
func Door(password, link http.Handler) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.PostForm.Has("password") || r.PostFormValue("password") != "" {
			password.ServeHTTP(w, r)
			return
		}
		link.ServeHTTP(w, r)
	}
}

// clientAddress is whose attempts are counted together: an IPv4 address, or a
// /64 of IPv6, which is one household.
func clientAddress(r *http.Request) (string, error) {
	ip := middleware.GetClientIP(r.Context())
	if ip == "" {
		host, _, err := net.SplitHostPort(r.RemoteAddr)
		if err != nil {
			return "", fmt.Errorf("client address: %w", err)
		}
		ip = host
	}
	return httprate.CanonicalizeIP(ip), nil
}
