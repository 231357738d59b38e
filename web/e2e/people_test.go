package e2e

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// The demo people of the journeys.
const (
	member      = "ilmoittaja@example.fi"
	newcomer    = "uusi@example.fi" // waits to be a member
	coordinator = "koordinaattori@example.fi"
	moderator   = "moderoija@example.fi"
	moderator2  = "moderoija2@example.fi"
	team        = "ohjelma@example.fi"
	juror       = "raati@example.fi"
	admin       = "yllapito@example.fi"
)

// session is the cookies of a person who has signed in by password, without a
// browser: the tests of signing in itself use one.
func (p *portal) session(t *testing.T, email string) map[string]string {
	t.Helper()
	form := url.Values{"email": {email}, "password": {password}}
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, p.url()+"/kirjaudu", strings.NewReader(form.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	resp, err := http.DefaultTransport.RoundTrip(req) // follows no redirect
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	cookies := map[string]string{}
	for _, c := range resp.Cookies() {
		cookies[c.Name] = c.Value
	}
	if resp.StatusCode != http.StatusSeeOther || len(cookies) == 0 {
		t.Fatalf("sign in as %s: status %d with %d cookies, want 303 with a session", email, resp.StatusCode, len(cookies))
	}
	return cookies
}
