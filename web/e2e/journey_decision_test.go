package e2e

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
)

// A moderator makes a canned text and returns an act with it, which no act is
// without a reason; the author reads it in the language of the act. Approved
// for a day to come, the act is not out before it comes. Each step has one mail.
func decidedWithReason(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		title := map[bool]string{true: "Vi lånar ut verktyg på biblioteket", false: "Vi lånar ut skridskor på biblioteket"}[scripts]
		writer := site.person(t, member)
		act := writer.sends(title, url.Values{"language": {"sv"}})
		b.carry(site.session(t, moderator))
		name := fmt.Sprintf("Lisää luku %t", scripts)
		b.visit("/moderointi/tekstit/uusi")
		b.fill("name", name)
		b.fill("body_fi", "Lisää yksi luku.")
		b.fill("body_sv", "Lägg till en siffra.")
		b.fill("body_en", "Add one number.")
		b.press("Tallenna teksti")
		b.soundInAll("canned-texts")
		b.visit("/moderointi?rajaus=vapaat")
		b.follow(title)
		b.press("Ota käsittelyyn")
		b.unfold(`details:has([action$="/palautus?rajaus=vapaat"])`)
		b.press("Palauta täydennettäväksi")
		if b.answered() != http.StatusUnprocessableEntity || !b.summary() {
			t.Errorf("without a reason: status %d", b.answered())
		}
		b.soundInAll("review-reason-errors")
		b.choose("canned", b.option("#canned-palautus", name))
		b.fill("#reason", "Hur många lånade?")
		b.press("Palauta täydennettäväksi")
		own := open(t, site, usual).carry(writer.cookies)
		own.visit("/omat-teot")
		if text := own.text(); !strings.Contains(text, "Lägg till en siffra.") || !strings.Contains(text, "Hur många lånade?") {
			t.Errorf("the author reads:\n%s", text)
		}
		own.soundInAll("own-acts-returned")
		writer.again(act)
		b.embargoes(act, title, own)
		subjects := own.mails(member, title)
		slices.Reverse(subjects)
		if got := strings.ReplaceAll(strings.Join(subjects, " | "), title, "…"); got != "Kiitos, teko on perillä: … | Täydennä vielä tekoa: … | Kiitos, teko on perillä: … | Tekosi on hyväksytty: … | Tekosi on julkaistu: …" {
			t.Errorf("the author has got %q", got)
		}
	})
}

// embargoes approves an act for a day to come, and lets it out before that.
func (b *tab) embargoes(act, title string, own *tab) {
	b.t.Helper()
	b.visit("/moderointi/teot/" + act)
	b.press("Ota käsittelyyn")
	const later = `details:has([action*="/ajastus"])`
	b.unfold(later)
	b.fill("publish_at", "8.12.2020 13.00")
	b.press("Hyväksy ja julkaise myöhemmin")
	if got := b.value("publish_at"); b.answered() != http.StatusUnprocessableEntity || got != "8.12.2020 13.00" {
		b.t.Errorf("a day that is past: status %d, and the field has %q", b.answered(), got)
	}
	b.soundInAll("review-embargo-errors")
	b.fill("publish_at", "8.12.2031 13.00")
	b.press("Hyväksy ja julkaise myöhemmin")
	if !strings.Contains(b.text(), "Julkaistaan 8.12.2031 klo 13.00") {
		b.t.Errorf("the day is not told:\n%s", b.text())
	}
	b.soundInAll("review-embargo")
	own.visit("/omat-teot")
	if !strings.Contains(own.text(), "8.12.2031 klo 13.00") || b.site.lists(b.t, title) {
		b.t.Errorf("out before its day, or the author does not know it:\n%s", own.text())
	}
	own.soundInAll("own-acts-embargo")
	b.press("Julkaise nyt")
	b.until("the act in the list", func() bool { return b.site.lists(b.t, title) })
}
