package e2e

import (
	"fmt"
	"strings"
	"testing"
)

// TestModerating is what moderators do, on one portal.
func TestModerating(t *testing.T) {
	t.Parallel()
	together(t, map[string]journey{
		"comments beside the sections": commentsInPlace, "many at once": manyAtOnce, "the log": readsTheLog,
		"merged into another": mergedIntoAnother, "beside another": besideAnother, "through the queue": throughTheQueue, "decided with a reason": decidedWithReason,
	})
}

// A moderator comments on a section and writes a note. The author finds the
// comment beside the field, and the note nowhere; another moderator finds both
// when the act comes back.
func commentsInPlace(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		title := fmt.Sprintf("Ruokalista syntyy yhdessä %t", scripts)
		b.carry(site.session(t, member)).write(title)
		desk := open(t, site, usual).carry(site.session(t, moderator))
		if !scripts {
			desk.withoutScripts()
		}
		desk.visit("/moderointi?rajaus=vapaat")
		desk.follow(title)
		desk.press("Ota käsittelyyn")
		desk.unfold("#huomio-results details")
		desk.sound("review-comment-form")
		desk.fill("#body-huomio-results", "Montako asiaa unohtui ennen?")
		desk.press("Tallenna huomautus")
		desk.unfold("#muistiinpano details")
		desk.fill("#body-muistiinpano", "Sovittu Ollin kanssa.")
		desk.press("Tallenna muistiinpano")
		path, _, _ := strings.Cut(desk.address(), "#")
		for _, v := range threeTongues {
			desk.look(v)
			desk.visit(path)
			desk.sound("review-commented")
		}
		desk.unfold(`details:has([action$="/palautus?rajaus=vapaat"])`)
		desk.fill("#reason-palautus", "Hyvä teko, vielä yksi luku.")
		desk.press("Palauta täydennettäväksi")

		b.visit("/omat-teot")
		b.follow("Jatka: " + title)
		if text := b.text(); !strings.Contains(text, "Montako asiaa unohtui ennen?") || !strings.Contains(text, "Hyvä teko, vielä yksi luku.") || strings.Contains(text, "Sovittu Ollin kanssa") {
			t.Errorf("the author reads on %s:\n%s", b.address(), text)
		}
		b.sound("submit-commented")
		b.fill("results", "Kymmenestä unohtuneesta jäi viisi. Kysy numerosta 040 123 4567.")
		b.press("Tallenna ja jatka")
		b.follow("Tarkista ja lähetä")
		b.sound("submit-check-commented")
		b.press("Lähetä julkaistavaksi")

		second := open(t, site, usual).carry(site.session(t, moderator2))
		second.visit("/moderointi?rajaus=vapaat")
		second.follow(title)
		if text := second.text(); !strings.Contains(text, "Montako asiaa unohtui ennen?") || !strings.Contains(text, "Sovittu Ollin kanssa") || !strings.Contains(text, "versiosta 1") || !strings.Contains(text, "puhelinnumero 040 123 4567") {
			t.Errorf("the other moderator reads:\n%s", text)
		}
		second.soundInAll("review-again")
	})
}
