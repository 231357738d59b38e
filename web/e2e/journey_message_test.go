package e2e

import (
	"fmt"
	"strings"
	"testing"
)

// TestMessages is how authors and moderators write to each other.
func TestMessages(t *testing.T) {
	t.Parallel()
	together(t, map[string]journey{"asked and answered": isAnswered})
}

func isAnswered(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		title := fmt.Sprintf("Kyselytunti kerran viikossa %t", scripts)
		b.carry(site.session(t, member)).write(title)
		b.visit("/omat-teot")
		b.follow("Viestit moderoijien kanssa: " + title)
		b.soundInAll("messages-none")
		b.press("Lähetä viesti")
		b.soundInAll("messages-errors")
		b.fill("body", "Voiko tähän vielä lisätä kuvan?")
		b.press("Lähetä viesti")
		desk := open(t, site, usual).carry(site.session(t, moderator))
		desk.visit("/moderointi/viestit")
		desk.soundInAll("messages-waiting")
		desk.follow(title)
		desk.soundInAll("review-message")
		desk.fill("body", "Voi, kun palautamme sen sinulle.")
		desk.press("Lähetä viesti")
		b.visit("/omat-teot")
		b.follow("Viestit moderoijien kanssa (2): " + title)
		b.soundInAll("messages")
		if !strings.Contains(b.text(), "Voi, kun palautamme sen sinulle.") {
			t.Errorf("the author does not read the answer:\n%s", b.text())
		}
		b.visit("/omat-teot")
		b.takeBack("Kyllä, peru teko: "+title, "Et voi lähettää sitä uudelleen")
		b.follow("Lue teksti: " + title)
		b.soundInAll("withdrawn-act")
		if !strings.Contains(b.text(), "tieto jäi paperille") {
			t.Errorf("the text of the act that was taken back is gone:\n%s", b.text())
		}
	})
}
