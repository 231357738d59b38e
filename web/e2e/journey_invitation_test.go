package e2e

import (
	"fmt"
	"strings"
	"testing"
)

// An administrator asks somebody to edit the portal. They come, choose a
// password, forget it, and choose another once an administrator has sent the
// link: for staff without a second factor a mailbox alone is not enough.
func isInvited(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		email := fmt.Sprintf("kutsuttu.%t@example.fi", scripts)
		boss := open(t, site, usual).carry(site.session(t, admin))
		boss.visit("/kutsu")
		boss.fill("email", email)
		boss.fill("organization", "Limingan kunta")
		boss.choose("roles", "editor")
		boss.press("Lähetä kutsu")
		if !strings.Contains(boss.text(), "Kutsu on lähetetty osoitteeseen "+email) {
			t.Fatalf("no word of the invitation:\n%s", boss.text())
		}
		boss.soundInAll("invite-open")
		b.visit(b.mailed(email, "/kirjaudu/kutsu/"))
		b.soundInAll("invitation")
		b.press("Tule mukaan")
		b.soundInAll("invitation-errors")
		b.fill("name", "Kutsuttu Kirjoittaja")
		b.fill("password", "neljä sanaa riittää hyvin")
		b.press("Tule mukaan")
		b.visit("/oma")
		if text := b.text(); !strings.Contains(text, email) || !strings.Contains(text, "toimittaja") {
			t.Fatalf("the person has not come in:\n%s", text)
		}
		b.press("Kirjaudu ulos")
		b.visit("/kirjaudu")
		b.follow("Unohtuiko salasana?")
		b.fill("email", email)
		b.press("Lähetä linkki")
		boss.visit("/yllapito/henkilot?haku=" + email)
		boss.follow("Kutsuttu Kirjoittaja")
		boss.press("Lähetä linkki salasanan vaihtoon")
		b.visit(b.mailed(email, "/kirjaudu/salasana/"))
		b.soundInAll("new-password")
		b.fill("password", "lyhyt")
		b.press("Vaihda salasana")
		b.soundInAll("new-password-errors")
		b.fill("password", "aivan toinen hyvä lause")
		b.press("Vaihda salasana")
		if got := b.address(); got != "/oma" {
			t.Errorf("with a new password the person comes to %s:\n%s", got, b.text())
		}
	})
}
