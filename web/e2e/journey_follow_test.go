package e2e

import (
	"strings"
	"testing"
)

// TestFollowing is how readers keep an eye on acts.
func TestFollowing(t *testing.T) {
	t.Parallel()
	together(t, map[string]journey{"saved, followed and let go": savedAndFollowed, "ends the mails": endsTheMails})
}

// A visitor saves a search and is led to sign in; a member saves one, bookmarks
// an act and follows it, chooses how often to hear of them, and lets them go.
func savedAndFollowed(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		list, act, who := "/tekojen-tori?vuosi=2022&tyyppi=municipality", "/katso/kalustekierto-tyhjensi-kellarit", member
		if !scripts { // beside the other
			list, who = "/tekojen-tori?vuosi=2021", "koordinaattori@example.fi"
		}
		b.visit(list)
		b.follow("Tallenna haku ja saat uudet teot sähköpostiin")
		if at := b.address(); !strings.HasPrefix(at, "/kirjaudu") {
			t.Errorf("a visitor is led to %s", at)
		}
		b.carry(site.session(t, who))
		for _, v := range threeTongues {
			b.look(v)
			b.visit(strings.Replace(list, "/tekojen-tori", "/oma/seuranta/uusi", 1))
			b.sound("follow-new")
		}
		b.choose("rhythm", "daily")
		b.press("Seuraa")
		b.visit(act)
		b.press("Lisää kirjanmerkki")
		b.press("Seuraa tekoa")
		b.sound("act-followed")
		for _, v := range threeTongues {
			b.look(v)
			b.visit("/oma/seuranta")
			b.sound("following")
		}
		if text := b.text(); strings.Count(text, "Kalustekierto tyhjensi kellarit") != 2 || b.chosen("rhythm") != "daily" {
			t.Errorf("the rhythm is %s, and the page says:\n%s", b.chosen("rhythm"), text)
		}
		b.press("Lopeta seuraaminen: Kalustekierto tyhjensi kellarit")
		b.press("Poista: Kalustekierto tyhjensi kellarit")
		b.choose("rhythm", "none")
		b.press("Tallenna")
		if text := b.text(); strings.Contains(text, "Kalustekierto") || !strings.Contains(text, "Tallennettu.") || b.chosen("rhythm") != "none" {
			t.Errorf("after letting go the page says:\n%s", text)
		}
	})
}

// chosen is the value of the radio button that is chosen.
func (b *tab) chosen(name string) string {
	b.t.Helper()
	return evaluate[string](b, "document.querySelector('[name="+name+"]:checked').value")
}
