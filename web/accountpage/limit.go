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
func Limit(perMinute int) func(http.Handler) http.Handler {
	return httprate.LimitBy(perMinute, time.Minute, clientAddress,
		httprate.WithLimitHandler(page.Handle(func(http.ResponseWriter, *http.Request) error {
			return fmt.Errorf("more than %d sign-ins a minute from one address: %w", perMinute, fault.TooMany)
		})),
		httprate.WithErrorHandler(page.Fail),
		httprate.WithResponseHeaders(httprate.ResponseHeaders{})) // none: they count for whoever guesses
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
