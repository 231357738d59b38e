package e2e

import (
	"fmt"
	"strings"
	"testing"
)

// TestSecondOpinion is how moderators ask each other.
func TestSecondOpinion(t *testing.T) {
	t.Parallel()
	together(t, map[string]journey{"a second opinion": secondOpinion})
}

// A moderator asks another one about an act, who is led to it by the queue and
// answers; the first reads the answer, the author nothing.
func secondOpinion(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		title := fmt.Sprintf("Varasto löytyy kartalta %t", scripts)
		b.carry(site.session(t, member)).write(title)
		desk := open(t, site, usual).carry(site.session(t, moderator))
		other := open(t, site, usual).carry(site.session(t, moderator2))
		if !scripts {
			desk.withoutScripts()
			other.withoutScripts()
		}
		desk.visit("/moderointi?rajaus=vapaat")
		desk.follow(title)
		desk.press("Ota käsittelyyn")
		desk.unfold("#mielipiteet details")
		desk.sound("opinion-form")
		desk.press("Pyydä mielipidettä")
		desk.soundInAll("opinion-errors")
		desk.fill("question", "Riittääkö tämä teoksi?")
		desk.press("Pyydä mielipidettä")
		if !strings.Contains(desk.text(), "kysyy muilta moderoijilta: Riittääkö tämä teoksi?") {
			t.Errorf("who is asked is not told:\n%s", desk.text())
		}
		desk.soundInAll("opinion-asked")

		other.visit("/moderointi?rajaus=mielipiteet")
		other.soundInAll("queue-asked")
		other.follow(title)
		way := other.address()
		for _, v := range threeTongues {
			other.look(v)
			other.visit(way)
			other.sound("opinion-answer")
		}
		other.choose("verdict", "support")
		other.fill("answer", "Riittää hyvin.")
		other.press("Anna mielipide")

		path, _, _ := strings.Cut(desk.address(), "#")
		desk.visit(path)
		if text := desk.text(); !strings.Contains(text, "puoltaa") || !strings.Contains(text, "Riittää hyvin.") {
			t.Errorf("the asker reads:\n%s", text)
		}
		desk.soundInAll("opinion-given")
		b.visit("/omat-teot")
		if text := b.text(); strings.Contains(text, "Riittää") {
			t.Errorf("the author reads:\n%s", text)
		}
	})
}
