package e2e

import (
	"net/url"
	"strings"
	"testing"
)

// A moderator is warned of an identity code whose check character is right and
// of copied words, reads the copy beside what it copies, and finds out which
// words have changed since the act was sent first.
func besideAnother(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		word := map[bool]string{true: "Mehiläispesät", false: "Mehiläistarhat"}[scripts]
		const need = "Katolla ei ollut yhtään mitään, ja moni toivoi sinne elämää, hunajaa ja yhteistä tekemistä kesän pitkille päiville."
		writer, judge := site.person(t, member), site.person(t, moderator2)
		told := url.Values{"need": {need}, "approach": {"Ostimme pesät ja koulutimme tarhaajat."}}
		first := site.person(t, coordinator).sends(word+" kirjaston katolla", told)
		judge.decides(first, "otto", "julkaisu")
		told.Set("results", "Asukas 131052-308T söi hunajaa. Numero 131052-308U ei ole kenenkään.")
		act := writer.sends(word+" koulun katolla", told)

		b.carry(site.session(t, moderator))
		b.visit("/moderointi?rajaus=vapaat")
		b.follow(word + " koulun katolla")
		b.press("Ota käsittelyyn")
		if text := b.text(); !strings.Contains(text, "henkilötunnus 131052-308T") || strings.Contains(text, "henkilötunnus 131052-308U") || !strings.Contains(text, "Samoja sanoja") {
			t.Errorf("the moderator is warned by:\n%s", text)
		}
		b.soundInAll("review-signs")
		b.follow(word + " kirjaston katolla")
		if text := b.text(); strings.Count(text, need) != 2 || !strings.Contains(text, "söi hunajaa") {
			t.Errorf("%s does not show both:\n%s", b.address(), text)
		}
		b.soundInAll("beside")
		judge.post("/moderointi/teot/"+act, "/moderointi/teot/"+act+"/palautus", url.Values{"reason": {"Poista tunnus."}})
		at := "/ilmoita-teko/" + act + "/tulokset"
		writer.post(at, at, url.Values{"results": {"Asukkaat söivät hunajaa. Numero 131052-308U ei ole kenenkään."}, "action": {"next"}})
		writer.again(act)
		b.visit("/moderointi/teot/" + act)
		changes := evaluate[string](b, `[...document.querySelectorAll('main del, main ins')].map(e => e.tagName + ' ' + e.textContent.trim()).join(' | ')`)
		if want := "DEL Asukas 131052-308T söi | INS Asukkaat söivät"; changes != want {
			t.Errorf("the changed words are %q, want %q", changes, want)
		}
		b.soundInAll("review-changed-words")
	})
}
