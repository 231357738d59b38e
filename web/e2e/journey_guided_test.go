package e2e

import (
	"net/url"
	"strings"
	"testing"
)

// The form helps: an example opens beside each question, the length is told
// while one types, and before sending kind words tell what would make the act
// more useful, each leading to its field. They force nothing.
func isGuided(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		writer := site.person(t, member)
		act := writer.drafts("Uusi toimintamalli", url.Values{"results": {"Kaikki sujuu nyt paremmin."}, "contact_visible_to": {"nobody"}})
		b.carry(writer.cookies)
		b.visit("/ilmoita-teko/" + act + "/tarve")
		const opened = "Samat kolme ihmistä puhuivat"
		if strings.Contains(b.text(), opened) {
			t.Error("the example is open before anybody asks")
		}
		b.unfold("details.disclose:has(.words)")
		if !evaluate[bool](b, `(document.querySelectorAll('details.disclose').forEach(d => d.open = true), document.body.innerText.includes('`+opened+`'))`) {
			t.Error("the example does not open")
		}
		if counter := evaluate[string](b, `document.getElementById('title-counter').textContent`); !scripts && counter != "Enintään 120 merkkiä" {
			t.Errorf("without scripts the counter says %q", counter)
		}
		if scripts {
			b.fill("title", "Uusi toimintamalli")
			b.until("the length", func() bool {
				return evaluate[string](b, `document.getElementById('title-counter').textContent`) == "102 merkkiä jäljellä"
			})
		}
		b.soundInAll("submit-guided")
		b.visit("/ilmoita-teko/" + act + "/tarkista")
		for _, words := range []string{"Voit lähettää teon myös tällaisenaan", "Nimi voisi olla monen muunkin teon", "Yksikin luku kertoo paljon", "Voiko joku näkyä yhteyshenkilönä"} {
			if !strings.Contains(b.text(), words) {
				t.Errorf("the writer is not told %q:\n%s", words, b.text())
			}
		}
		b.soundInAll("submit-advice")
		b.follow("Mitä muuttui?")
		if got := b.address(); got != "/ilmoita-teko/"+act+"/tulokset#results" {
			t.Errorf("the advice leads to %s", got)
		}
		b.visit("/ilmoita-teko/" + act + "/tarkista")
		b.press("Lähetä julkaistavaksi")
		if !strings.HasSuffix(b.address(), "/kiitos") {
			t.Errorf("advice keeps the act from being sent: %s", b.address())
		}
		b.soundInAll("submit-thanks")
	})
}
