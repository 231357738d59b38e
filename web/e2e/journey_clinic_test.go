package e2e

import (
	"strings"
	"testing"
)

// TestClinic is how somebody is helped to tell of an act.
func TestClinic(t *testing.T) {
	t.Parallel()
	together(t, map[string]journey{"six answers become a text": answersBecomeText, "guided to more": isGuided})
}

// Six answers become a text that the writer edits; coming back, both texts are
// shown, and the writer chooses.
func answersBecomeText(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		b.carry(site.session(t, member))
		b.visit("/ilmoita-teko")
		b.fill("organization", "Limingan kunta")
		b.press("Vastaa kuuteen kysymykseen")
		clinic := b.address()
		b.soundInAll("clinic")
		b.fill("before", "no, vuoron vaihtuessa tieto hukkui")
		b.fill("wish", "että kukaan ei jää ilman tietoa")
		b.fill("deed", "alettiin kävellä kierros yhdessä")
		b.fill("how", "lähtevä ja tuleva hoitaja kulkevat kierroksen")
		b.fill("change", "unohtuneet asiat vähenivät puoleen, 12:sta 6:een")
		if scripts {
			b.until("the answers at the server", func() bool {
				return evaluate[bool](b, `!Object.keys(localStorage).some(k => k.endsWith('/klinikka'))`)
			})
			b.says("Tallennettu")
			b.visit(clinic)
			if got := b.value("change"); !strings.Contains(got, "puoleen") {
				t.Errorf("after a reload the answer is %q", got)
			}
		}
		b.press("Kokoa tekstiksi")
		const need = "Vuoron vaihtuessa tieto hukkui. Toivoimme, että kukaan ei jää ilman tietoa."
		for _, words := range []string{need, "Alettiin kävellä kierros yhdessä. Unohtuneet asiat vähenivät puoleen, 12:sta 6:een."} {
			if !strings.Contains(b.text(), words) {
				t.Errorf("the text lacks %q:\n%s", words, b.text())
			}
		}
		for _, v := range []view{{"fi", "dark", 320}, usual} {
			b.look(v)
			b.sound("clinic-composed")
		}
		b.press("Vie lomakkeelle")
		if got := b.value("need"); got != need {
			t.Errorf("the need of the form is %q", got)
		}
		b.fill("need", "Kirjoitin tämän itse.")
		b.press("Tallenna luonnos")

		b.visit(clinic)
		if got := b.value("before"); got != "no, vuoron vaihtuessa tieto hukkui" {
			t.Errorf("the answer is %q now", got)
		}
		b.press("Kokoa tekstiksi")
		if text := b.text(); !strings.Contains(text, "Kirjoitin tämän itse.") || !strings.Contains(text, need) {
			t.Errorf("both texts are not shown:\n%s", text)
		}
		for _, v := range []view{{"fi", "dark", 320}, usual} {
			b.look(v)
			b.sound("clinic-composed-again")
		}
		b.press("Vie lomakkeelle")
		if got := b.value("need"); got != "Kirjoitin tämän itse." {
			t.Errorf("unasked the need has become %q", got)
		}
		b.press("Palaa vastauksiin")
		b.press("Kokoa tekstiksi")
		b.choose("take-need", "both")
		b.press("Vie lomakkeelle")
		if got := b.value("need"); !strings.HasPrefix(got, "Kirjoitin tämän itse.") || !strings.HasSuffix(got, need) {
			t.Errorf("both chosen, the need is %q", got)
		}
	})
}
