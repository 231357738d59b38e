package e2e

import (
	"strings"
	"testing"
)

// A reader who follows an act has got one mail of each event, and ends the
// mails by the link in it, without signing in; what they follow is kept.
func endsTheMails(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		email := map[bool]string{true: "sparraaja@example.fi", false: "toimitus@example.fi"}[scripts]
		link := b.mailed(email, "/viestit/")
		b.until("the mails", func() bool { return len(b.mails(email, "Palaveri lähtee lenkille")) == 2 })
		for _, organization := range []string{"Oulun kaupunki", "Kempeleen kunta"} {
			if got := b.mails(email, organization); len(got) != 1 {
				t.Errorf("of the adoption by %s there are the mails %q", organization, got)
			}
		}
		b.visit(link)
		b.soundInAll("mails-end")
		b.press("Lopeta viestit")
		if !strings.Contains(b.text(), "Viestit on lopetettu") {
			t.Errorf("%s does not say that the mails have ended:\n%s", b.address(), b.text())
		}
		b.soundInAll("mails-ended")
		b.carry(site.session(t, email))
		b.visit("/oma/seuranta")
		if text := b.text(); b.chosen("rhythm") != "none" || !strings.Contains(text, "Palaveri lähtee lenkille") {
			t.Errorf("the rhythm is %s, and what is followed:\n%s", b.chosen("rhythm"), text)
		}
	})
}
