package e2e

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
)

// TestRemoval is how an act that is out is deleted.
func TestRemoval(t *testing.T) {
	t.Parallel()
	together(t, map[string]journey{"deleted at its owner's wish": deletedAtWish})
}

// An owner asks for an act to be deleted, is refused with a reason, asks again;
// the moderator is told what goes and what stays, and the address of the act
// answers that it is gone.
func deletedAtWish(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		title := fmt.Sprintf("Teko poistuu torilta %t", scripts)
		b.carry(site.session(t, member)).write(title)
		desk := open(t, site, usual).carry(site.session(t, moderator))
		if !scripts {
			desk.withoutScripts()
		}
		desk.visit("/moderointi?rajaus=vapaat")
		desk.follow(title)
		desk.press("Ota käsittelyyn")
		desk.press("Hyväksy ja julkaise")

		b.visit("/omat-teot")
		b.follow("Pyydä poistamista: " + title)
		way := b.address()
		b.press("Lähetä pyyntö")
		b.soundInAll("removal-errors")
		b.fill("reason", "Olemme lopettaneet tämän.")
		b.press("Lähetä pyyntö")
		b.sound("removal-asked")

		decide := func(decision string) {
			desk.visit("/moderointi/poistopyynnot")
			if !strings.Contains(desk.text(), "Olemme lopettaneet tämän.") {
				t.Fatal("the moderator does not read why")
			}
			desk.press(decision + ": " + title)
		}
		decide("Älä poista")
		desk.soundInAll("removals-errors")
		desk.fill("#"+evaluate[string](desk, fmt.Sprintf(`[...document.querySelectorAll('main li')].find(e => e.textContent.includes(%q)).querySelector('textarea').id`, title)), "Muut käyttävät tätä yhä.")
		desk.press("Älä poista: " + title)
		b.visit(way)
		if !strings.Contains(b.text(), "Muut käyttävät tätä yhä.") {
			t.Error("the owner does not read why the act stays")
		}
		b.sound("removal-refused")
		b.fill("reason", "Olemme lopettaneet tämän. Pyydämme uudestaan.")
		b.press("Lähetä pyyntö")

		reader := open(t, site, usual)
		reader.visit("/tekojen-tori")
		reader.follow(title)
		address := reader.address()
		desk.visit("/moderointi/poistopyynnot")
		desk.follow("Poista teko… " + title)
		for _, words := range []string{"1 lähetetty versio", "vastaa, että teko on poistettu", "Lokiin jää"} {
			if !strings.Contains(desk.text(), words) {
				t.Errorf("the moderator is not told %q", words)
			}
		}
		desk.soundInAll("removal-confirm")
		desk.press("Poista teko lopullisesti")
		for _, v := range threeTongues {
			reader.look(v)
			if got := reader.visit(address); got != http.StatusGone {
				t.Errorf("the address of a deleted act is %d", got)
			}
			reader.sound("gone")
		}
	})
}
