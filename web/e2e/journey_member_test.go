package e2e

import (
	"strings"
	"testing"
)

// TestMembers is how people come to belong to an organisation, and leave it.
func TestMembers(t *testing.T) {
	t.Parallel()
	together(t, map[string]journey{"asks, is refused, asked anew and taken in": becomesMember})
}

// Somebody asks for a membership, takes it back and asks again; the
// coordinator says yes without a word or no with a reason, and ends it.
func becomesMember(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		const organization = "Limingan kunta"
		email := map[bool]string{true: "kysyja.a@example.fi", false: "kysyja.b@example.fi"}[scripts]
		b.visit("/kirjaudu")
		b.fill("email", email)
		b.press("Lähetä linkki")
		b.visit(b.mailed(email, "/kirjaudu/linkki/"))
		b.press("Kirjaudu")
		b.visit("/oma")
		b.follow("Katso jäsenyyttäsi")
		b.soundInAll("membership-none")
		b.fill("organization", "Ei sellaista kuntaa")
		b.press("Lähetä pyyntö")
		b.soundInAll("membership-errors")
		b.fill("organization", organization)
		b.press("Lähetä pyyntö")
		b.press("Peru pyyntö")
		b.fill("organization", organization)
		b.press("Lähetä pyyntö")
		b.soundInAll("membership-waits")

		desk := open(t, site, usual).carry(site.session(t, coordinator))
		desk.visit("/oma/organisaatio")
		desk.soundInAll("own-organisation-asked")
		desk.follow("Katso ja vastaa: " + email)
		desk.soundInAll("membership-request")
		desk.press("Älä hyväksy")
		desk.soundInAll("membership-request-errors")
		desk.fill("reason", "Emme tunne sinua.")
		desk.press("Älä hyväksy")
		b.visit("/oma/jasenyys")
		if !strings.Contains(b.text(), "Emme tunne sinua.") {
			t.Errorf("the asker does not see why:\n%s", b.text())
		}
		b.soundInAll("membership-refused")

		b.fill("organization", "Vaasa")
		b.press("Lähetä pyyntö")
		boss := open(t, site, usual).carry(site.session(t, admin))
		boss.visit("/yllapito/jasenyydet")
		boss.soundInAll("membership-requests")
		boss.follow(email)
		boss.press("Hyväksy jäseneksi")
		b.visit("/oma/jasenyys")
		b.soundInAll("membership")
		b.follow("Lopeta jäsenyys")
		b.soundInAll("membership-end")
		b.press("Lopeta jäsenyys")
		b.visit("/oma")
		if !strings.Contains(b.text(), "Et ole minkään organisaation jäsen") {
			t.Errorf("who has left still belongs somewhere:\n%s", b.text())
		}
	})
}

// soundIn is sound in both schemes and at both widths.
func (b *tab) soundIn(name string) {
	b.t.Helper()
	for _, v := range []view{{"fi", "dark", 320}, usual} {
		b.look(v)
		b.sound(name)
	}
}
