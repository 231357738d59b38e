package e2e

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
)

// TestPeople is how an act gets more people than the one who began it.
func TestPeople(t *testing.T) {
	t.Parallel()
	together(t, map[string]journey{"invited along": invitedAlong, "handed over": handedOver})
}

// The owner invites a colleague, who signs in by the mail and writes the act
// too; the link works once.
func invitedAlong(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		email := fmt.Sprintf("mukana.%t@kunta.example", scripts)
		b.carry(site.session(t, member))
		people := "/omat-teot/" + strings.Split(b.begins(), "/")[2] + "/tekijat"
		b.visit(people)
		b.press("Lähetä kutsu")
		if !b.summary() {
			t.Error("an invitation to nobody is not refused")
		}
		b.fill("email", email)
		b.press("Lähetä kutsu")
		for _, v := range threeTongues {
			b.look(v)
			b.visit(people)
			b.sound("authors-invited")
		}
		invitation := b.mailed(email, "/kutsut/")
		b.visit(invitation) // as somebody else
		b.soundInAll("invitation-of-another")
		if b.has("button", "Tulen mukaan") {
			t.Error("another than the invited person may accept")
		}
		guest := open(t, site, usual)
		if !scripts {
			guest.withoutScripts()
		}
		guest.visit(invitation)
		guest.soundInAll("invitation")
		guest.follow("Kirjaudu ja vastaa")
		guest.fill("#email", email)
		guest.press("Lähetä linkki")
		guest.visit(guest.mailed(email, "/kirjaudu/linkki/"))
		guest.press("Kirjaudu")
		guest.soundInAll("invitation-to-answer")
		guest.press("Tulen mukaan")
		if text := guest.text(); !strings.Contains(text, "Tervetuloa mukaan") || !strings.Contains(text, "Olet mukana tekijänä") {
			t.Errorf("%s does not show the act among the own ones", guest.address())
		}
		if status := guest.visit(invitation); status != http.StatusNotFound {
			t.Errorf("the link answers %d once it has been used, want 404", status)
		}
		guest.soundInAll("invitation-over")
	})
}
