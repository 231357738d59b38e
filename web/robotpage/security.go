package robotpage

import (
	"fmt"
	"net/http"
	"time"

	"tekojentori.fi/tori/internal/i18n"
)

// securityFor is how long security.txt says that it is good for. It is made
// anew every day.
const securityFor = 180 * 24 * time.Hour

// Security is whom to tell of a weakness (RFC 9116).
func (p Pages) Security(w http.ResponseWriter, _ *http.Request) error {
	expires := p.Now().In(i18n.Helsinki()).Truncate(24 * time.Hour).Add(securityFor).UTC()
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, err := fmt.Fprintf(w, "Contact: %s\nExpires: %s\nPreferred-Languages: fi, sv, en\nCanonical: %s/.well-known/security.txt\n",
		p.SecurityContact, expires.Format(time.RFC3339), p.BaseURL)
	return err
}
