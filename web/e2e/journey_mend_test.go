package e2e

import (
	"fmt"
	"strings"
	"testing"
)

// TestMending is how a moderator mends the language of an act.
func TestMending(t *testing.T) {
	t.Parallel()
	together(t, map[string]journey{"the language is mended": mended})
}

// A moderator mends a slip, approves the act, and its author reads what has
// been mended.
func mended(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		title := fmt.Sprintf("Vuoroista sovitan yhdessä %t", scripts)
		b.carry(site.session(t, member)).write(title)
		desk := open(t, site, usual).carry(site.session(t, moderator))
		if !scripts {
			desk.withoutScripts()
		}
		desk.visit("/moderointi?rajaus=vapaat")
		desk.follow(title)
		desk.press("Ota käsittelyyn")
		desk.follow("Korjaa kieltä")
		desk.soundInAll("mend-form")
		desk.fill("title", "x")
		desk.press("Tallenna korjaukset")
		desk.soundInAll("mend-errors")
		desk.fill("title", strings.Replace(title, "sovitan", "sovitaan", 1))
		desk.press("Tallenna korjaukset")
		desk.sound("mended")
		desk.press("Hyväksy ja julkaise")

		b.visit("/omat-teot")
		b.follow("Moderoijan kielikorjaukset: " + strings.Replace(title, "sovitan", "sovitaan", 1))
		way := b.address()
		for _, v := range threeTongues {
			b.look(v)
			b.visit(way)
			b.sound("own-mended")
		}
		if text := b.text(); !strings.Contains(text, "sovitan") || !strings.Contains(text, "sovitaan") {
			t.Errorf("the author reads:\n%s", text)
		}
	})
}
