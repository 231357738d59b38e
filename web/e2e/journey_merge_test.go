package e2e

import (
	"strings"
	"testing"
)

// A moderator finds that two acts are one, reads them side by side and merges
// them: the address of the one leads to the other, which names it and whose it
// was, and its author reads where it went.
func mergedIntoAnother(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		word := map[bool]string{true: "Kaksoset", false: "Kaksikko"}[scripts]
		writer, judge := site.person(t, member), site.person(t, moderator2)
		one := writer.sends(word+" kirjastossa", map[string][]string{"organization": {"Oulu"}})
		other := site.person(t, coordinator).sends(word+" uimahallissa", nil)
		judge.decides(one, "otto", "julkaisu")
		judge.decides(other, "otto", "julkaisu")
		reader := open(t, site, usual)
		reader.visit("/tekojen-tori?haku=" + word)
		reader.follow(word + " kirjastossa")
		address := reader.address()

		b.carry(site.session(t, moderator))
		b.visit("/moderointi/teot/" + one)
		b.follow("Yhdistä toiseen tekoon")
		b.fill("haku", word)
		b.press("Etsi")
		b.soundInAll("merge-found")
		b.follow(word + " uimahallissa")
		b.soundInAll("merge-beside")
		b.press("Yhdistä: " + word)
		if text := b.text(); !strings.Contains(text, "Teot on yhdistetty.") || !strings.Contains(text, word+" uimahallissa") {
			t.Errorf("%s does not tell of the merging:\n%s", b.address(), text)
		}
		b.sound("merged")
		reader.visit(address)
		if text := reader.text(); !strings.HasSuffix(reader.address(), "uimahallissa") || !strings.Contains(text, "Tähän on yhdistetty") || !strings.Contains(text, word+" kirjastossa") || !strings.Contains(text, "Oulun kaupunki") {
			t.Errorf("the address leads to %s, which says:\n%s", reader.address(), text)
		}
		reader.soundInAll("act-with-merged")
		if status := site.status(t, address); status != 301 {
			t.Errorf("the address answers %d, want 301", status)
		}
		own := open(t, site, usual).carry(writer.cookies)
		own.visit("/omat-teot")
		if text := own.text(); !strings.Contains(text, "yhdistetty toiseen, ja linkki vie sinne") {
			t.Errorf("the author does not read where the act went:\n%s", text)
		}
	})
}
