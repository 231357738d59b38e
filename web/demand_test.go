package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account/accounttest"
)

// Where a second factor is demanded, who has power takes one into use before
// anything else; others, and whoever has one, go their way.
func TestPowerDemandsASecondFactor(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	p.site.Demand = true
	p.handler = p.site.Handler()
	for who, led := range map[string]bool{"moderator": true, "team": true, "admin": true, "member": false, "editor": false, "coordinator": false} {
		for _, path := range []string{"/", "/oma", "/oma/tiedot", "/moderointi", "/tekojen-tori"} {
			if w := p.as(who, path, nil); (w.Header().Get("Location") == "/oma/vahvistus") != led {
				t.Errorf("%s to %s: %d to %q", who, path, w.Code, w.Header().Get("Location"))
			}
		}
	}
	w := p.as("moderator", "/moderointi/teot/1/otto", url.Values{"version": {"1"}})
	if w.Code != http.StatusForbidden {
		t.Errorf("a deed without a second factor: %d", w.Code)
	}
	p.as("moderator", "/oma/vahvistus", url.Values{})
	body := p.as("moderator", "/oma/vahvistus", nil).Body.String()
	_, rest, _ := strings.Cut(body, `<strong class="num">`)
	secret, _, found := strings.Cut(rest, "<")
	if !found || !strings.Contains(body, "Tehtäväsi torilla vaatii") {
		t.Fatalf("the page does not help to take one into use: %s", body)
	}
	if w := p.as("moderator", "/oma/vahvistus/koodi", url.Values{"code": {accounttest.CodeAt(t, secret, time.Now())}}); w.Code != http.StatusOK {
		t.Fatalf("confirm: %d", w.Code)
	}
	if w := p.as("moderator", "/moderointi", nil); w.Code != http.StatusOK {
		t.Errorf("with a second factor: %d to %q", w.Code, w.Header().Get("Location"))
	}
}
