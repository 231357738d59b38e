package e2e

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// TestPowerNeedsTwoSteps is a portal as in production, where who has power over
// others' acts takes a second factor before anything else; who has none is not
// asked for it.
func TestPowerNeedsTwoSteps(t *testing.T) {
	t.Parallel()
	needBrowser(t)
	site := newPortal(t, "SECOND_FACTOR=required")
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		email := map[bool]string{true: moderator, false: moderator2}[scripts]
		b.visit("/kirjaudu?next=/moderointi")
		b.fill("#sign-in-email", email)
		b.fill("#password", password)
		b.press("Kirjaudu")
		if text := b.text(); b.address() != "/oma/vahvistus" || !strings.Contains(text, "niin pääset jatkamaan") {
			t.Fatalf("signed in, %s comes to %s:\n%s", email, b.address(), text)
		}
		b.soundInAll("second-factor-demanded")
		for _, path := range []string{"/moderointi", "/omat-teot", "/"} {
			if b.visit(path); b.address() != "/oma/vahvistus" {
				t.Errorf("without a second factor %s is open", b.address())
			}
		}
		if status, _ := site.posted(t, b.kept(), "/moderointi/joukko", url.Values{}); status != http.StatusForbidden {
			t.Errorf("without a second factor a deed is answered with %d, want 403", status)
		}
		b.takesAnApp()
		b.follow("Koodit ovat tallessa")
		if b.visit("/moderointi"); b.address() != "/moderointi" {
			t.Errorf("with a second factor the moderator comes to %s:\n%s", b.address(), b.text())
		}
		other := open(t, site, usual).carry(site.session(t, member))
		if other.visit("/omat-teot"); other.address() != "/omat-teot" {
			t.Errorf("a member comes to %s", other.address())
		}
	})
}
