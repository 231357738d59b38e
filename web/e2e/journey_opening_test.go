package e2e

import (
	"strings"
	"testing"
)

// TestOpening is how a coordinator helps with a draft, and only as long as its
// owner wants that.
func TestOpening(t *testing.T) {
	t.Parallel()
	together(t, map[string]journey{"opened, helped with and closed": isHelped})
}

func isHelped(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		title := map[bool]string{true: "Avattu luonnos skriptein", false: "Avattu luonnos ilman skriptejä"}[scripts]
		b.carry(site.session(t, member))
		b.visit("/ilmoita-teko")
		b.fill("organization", "Limingan kunta")
		b.press("Tallenna ja jatka")
		b.fill("title", title)
		b.fill("need", "Palavereissa istuttiin.")
		b.press("Tallenna luonnos")
		desk := open(t, site, usual).carry(site.session(t, coordinator))
		desk.visit("/oma/organisaatio")
		if strings.Contains(desk.text(), title) {
			t.Fatal("a draft that is not open is shown")
		}
		b.visit("/omat-teot")
		b.soundInAll("own-acts-closed")
		b.press("Avaa koordinaattorille: " + title)
		b.soundIn("opening-open")
		b.press("Salli myös korjaaminen")

		desk.visit("/oma/organisaatio")
		desk.soundInAll("own-organisation-opened")
		desk.follow(title)
		desk.soundInAll("opened-draft")
		desk.press("Lähetä kommentti")
		desk.soundInAll("opened-draft-errors")
		desk.choose("section", "need")
		desk.fill("body", "Kuka istui?")
		desk.press("Lähetä kommentti")
		desk.follow("Korjaa tekstiä")
		desk.soundInAll("opened-draft-words")
		desk.fill("need", "Palavereissa istuttiin liikaa.")
		desk.press("Tallenna korjaukset")
		if !strings.Contains(desk.text(), "Palavereissa istuttiin liikaa.") {
			t.Errorf("what was mended is not there:\n%s", desk.text())
		}

		b.visit("/omat-teot")
		b.follow("Mitä koordinaattori näkee?: " + title)
		b.soundInAll("opening-helped")
		for _, words := range []string{"Kalle Koordinaattori katsoi luonnosta", "Kuka istui?", "Kalle Koordinaattori korjasi tekstiä"} {
			if !strings.Contains(b.text(), words) {
				t.Errorf("the owner does not read %q:\n%s", words, b.text())
			}
		}
		b.follow("Jatka kirjoittamista")
		b.soundInAll("step-with-hint")
		if !strings.Contains(b.text(), "Kuka istui?") {
			t.Error("the comment is not at its step")
		}
		b.visit("/omat-teot")
		b.press("Sulje koordinaattorilta: " + title)
		desk.visit("/oma/organisaatio")
		if strings.Contains(desk.text(), title) {
			t.Error("what was closed is still shown")
		}
	})
}
