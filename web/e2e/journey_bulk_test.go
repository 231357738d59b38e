package e2e

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
)

// A moderator gives acts away, sorts, times and archives them at once: the
// counts come first, one act that has changed stops them all, and the log
// tells of each act.
func manyAtOnce(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		word := map[bool]string{true: "Nippuhomma", false: "Nippuasia"}[scripts]
		writer, other := site.person(t, member), site.person(t, moderator2)
		first, second := writer.sends(word+" kahvihuoneessa", nil), writer.sends(word+" varastossa", nil)
		site.person(t, moderator).sends(word+" moderoijalla", nil)
		b.carry(site.session(t, moderator))
		list := "/moderointi/teot?haku=" + word
		bulk := func(deed, counts string) {
			b.visit(list)
			b.choose("kaikki", "on")
			b.choose("toimi", deed)
			b.press("Jatka")
			if text := b.text(); !strings.Contains(text, counts) {
				t.Errorf("%s does not tell first %q:\n%s", deed, counts, text)
			}
		}
		bulk("anna", "Tämä tehdään 2 teolle")
		b.soundInAll("bulk-assign")
		if text := b.text(); !strings.Contains(text, "1 teko jää ennalleen") || !strings.Contains(text, "Oma tekosi") {
			t.Errorf("it is not told what stays, and why:\n%s", text)
		}
		b.choose("moderator", b.option("moderator", "Mikko"))
		b.press("Vahvista 2 teolle")
		if text := b.text(); !strings.Contains(text, "Valmista: 2 tekoa.") || !strings.HasPrefix(b.address(), list) || strings.Count(text, "Käsittelyssä") < 2 {
			t.Errorf("%s does not have the acts with a moderator:\n%s", b.address(), text)
		}
		bulk("ajasta", "Tämä tehdään 2 teolle")
		b.press("Vahvista 2 teolle")
		b.soundInAll("bulk-errors")
		b.fill("publish_at", "8.12.2031 13.00")
		other.decides(first, "julkaisu")
		b.press("Vahvista 2 teolle")
		if b.answered() != http.StatusConflict || !strings.Contains(b.text(), "joten mitään ei tehty") || b.value("publish_at") != "8.12.2031 13.00" {
			t.Errorf("status %d after one act has changed:\n%s", b.answered(), b.text())
		}
		b.soundInAll("bulk-stale")
		b.press("Vahvista 1 teolle")
		bulk("lajittele", "Tämä tehdään 2 teolle")
		b.choose("sector", "employment-services")
		b.press("Vahvista 2 teolle")
		bulk("arkistoi", "Tämä tehdään 1 teolle")
		b.press("Vahvista 1 teolle")
		if text := b.text(); !strings.Contains(text, "Arkistoitu") || !strings.Contains(text, "Hyväksytty") || strings.Count(text, "Työllisyyspalvelut") < 3 { // one of the filter
			t.Errorf("in the end the list has:\n%s", text)
		}
		boss := open(t, site, usual).carry(site.session(t, admin))
		for act, deeds := range map[string][]string{
			first:  {"Antoi käsiteltäväksi", "Vaihtoi toimialan tai teeman", "Arkistoi"},
			second: {"Antoi käsiteltäväksi", "Vaihtoi toimialan tai teeman", "Hyväksyi"},
		} {
			boss.visit("/yllapito/loki?laji=act&kohde=" + act)
			for _, deed := range deeds {
				if !strings.Contains(boss.text(), deed) {
					t.Errorf("the log of act %s lacks %q:\n%s", act, deed, boss.text())
				}
			}
		}
	})
}

// option is the value of the choice that has some words.
func (b *tab) option(name, words string) string {
	b.t.Helper()
	b.need(name)
	return evaluate[string](b, fmt.Sprintf(`[...document.querySelector(%q).options].find(o => o.text.includes(%q))?.value ?? ''`, selector(name), words))
}
