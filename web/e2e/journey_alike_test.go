package e2e

import (
	"strings"
	"testing"
)

// TestAlike is somebody who tells what others have told already.
func TestAlike(t *testing.T) {
	t.Parallel()
	together(t, map[string]journey{"asked to join instead": joinsInstead})
}

// The form asks whether an act is the same as another: as it is typed with
// scripts, after saving without them. Whoever says yes asks to join it.
func joinsInstead(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		b.carry(site.session(t, member))
		step := b.begins()
		other := "Koululaisten raati pani lautashävikin kuriin"
		b.fill("title", "Ruokahävikki kuriin koulukeittiössä")
		if scripts {
			other = "Palaveri lähtee lenkille"
			b.fill("title", "Kävelykokoukset virastossa")
			b.fill("need", "Kokouksissa istuttiin paljon.")
			evaluate[bool](b, `{ const e = document.querySelector('[name=themes]'); e.focus(); e.scrollIntoView({block: 'end'}); true }`)
			b.until(other, func() bool { return strings.Contains(b.text(), "Onko tämä sama teko?") })
			if s := evaluate[stop](b, here); s.Tag != "input" || !s.Shown {
				t.Errorf("the question has pushed the focus away: %+v", s)
			}
			b.stayAtHand(other)
		} else {
			b.fill("need", "Oppilaat jättivät lautasille paljon tähteitä.")
			b.press("Tallenna luonnos")
			for _, v := range threeTongues {
				b.look(v)
				b.visit(step)
				b.press(map[string]string{"fi": "Tallenna ja jatka", "sv": "Spara och fortsätt", "en": "Save and continue"}[v.lang])
				b.sound("submit-alike")
			}
		}
		b.sound("submit-alike")
		b.follow("Pyydä mukaan tekijäksi: " + other)
		b.fill("greeting", "Teimme tätä yhdessä viime syksynä.")
		b.press("Lähetä pyyntö")
		if text := b.text(); !strings.Contains(text, "Pyyntösi on lähetetty") || !strings.Contains(text, other) {
			t.Errorf("%s does not say that the request is on its way", b.address())
		}
		b.soundInAll("own-acts-wish")
	})
}

// stayAtHand goes to the link of an act in the list of similar ones and saves
// what has others like it: the list stays while somebody is in it.
func (b *tab) stayAtHand(other string) {
	b.t.Helper()
	saved := func() bool { // else a save may show others while the link is sought
		return evaluate[bool](b, `!Object.keys(localStorage).some(k => k.endsWith('/tarve'))`)
	}
	b.until("all is saved", saved)
	evaluate[bool](b, `{ document.querySelector('[data-alike] ul a').focus(); true }`)
	evaluate[bool](b, `{ const e = document.querySelector('[name=need]');
		e.value = 'Oppilaat jättivät lautasille paljon tähteitä.'; e.dispatchEvent(new Event('input', {bubbles: true})) }`)
	b.until("the other need is being saved", func() bool { return !saved() })
	b.until("the other need is saved", saved)
	if at := evaluate[string](b, `document.activeElement.textContent`); at != other {
		b.t.Errorf("the keyboard was at the link of %q, and is at %q once others are like the act", other, at)
	}
}
