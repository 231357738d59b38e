package api

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

// PerMinute is how many answers a client address may have made for it in a
// minute. Those that are kept in memory cost nothing, and do not count.
const PerMinute = 12_000

// Limited tells each client in headers how many requests it has left in this
// minute, and answers 429 when there are none.
func Limited(perMinute int) func(http.Handler) http.Handler {
	return httprate.LimitBy(perMinute, time.Minute, client,
		httprate.WithLimitHandler(func(w http.ResponseWriter, _ *http.Request) {
			page.Problem(w, http.StatusTooManyRequests, fmt.Sprintf("At most %d requests a minute from one address; see Retry-After.", perMinute))
		}),
		httprate.WithErrorHandler(page.Fail))
}

// client is whose requests are counted together: an IPv4 address, or a /64 of
// IPv6, which is one household.
func client(r *http.Request) (string, error) {
	ip := middleware.GetClientIP(r.Context())
	if ip == "" {
		host, _, err := net.SplitHostPort(r.RemoteAddr)
		if err != nil {
			return "", fmt.Errorf("client address: %w", fault.BadRequest)
		}
		ip = host
	}
	return httprate.CanonicalizeIP(ip), nil
}
