package e2e

import (
	"net/http"
	"strings"
	"testing"
)

// An administrator connects the provider of an organisation; its people sign in
// there and come back as its members, without roles. An address that the
// provider has not verified is refused.
func byOrganization(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		organization, domain := "Vaasan kaupunki", "vaasa.example"
		if !scripts {
			organization, domain = "Oulun kaupunki", "oulu.example"
		}
		there := newProvider(t)
		there.knows("vilma@"+domain, true)
		there.knows("ville@"+domain, false)
		boss := open(t, site, usual).carry(site.session(t, admin))
		boss.visit("/yllapito/kirjautuminen")
		for field, text := range map[string]string{"organization": organization, "issuer": there.url, "client_id": "tori", "client_secret": "salaisuus", "domains": domain} {
			boss.fill(field, text)
		}
		boss.choose("enabled", "true")
		boss.press("Tarkista ja tallenna")
		boss.visit("/yllapito/kirjautuminen")
		boss.follow(organization)
		boss.soundInAll("sign-on-of-one")
		there.comesBack(evaluate[string](boss, `document.querySelector('main dd code').textContent`))

		signsIn := func(email string) {
			b.visit("/kirjaudu?next=/oma")
			b.fill("#email", email)
			b.press("Lähetä linkki")
			b.sound("sign-on-door")
			b.follow("Siirry kirjautumaan")
			b.fill("username", email)
			b.fill("password", "x")
			b.press("Login")
		}
		signsIn("ville@" + domain)
		if b.answered() != http.StatusForbidden || !strings.Contains(b.text(), "vahvistettua sähköpostiosoitetta") {
			t.Errorf("an address that is not verified: %d\n%s", b.answered(), b.text())
		}
		signsIn("vilma@" + domain)
		if text := b.text(); b.address() != "/oma" || !strings.Contains(text, "vilma@"+domain) || !strings.Contains(text, organization) {
			t.Errorf("signed in there, %s says:\n%s", b.address(), text)
		}
		b.soundInAll("account-of-organisation")
		if status := b.visit("/yllapito"); status != http.StatusForbidden {
			t.Errorf("who is an administrator there gets %d here", status)
		}
	})
}
