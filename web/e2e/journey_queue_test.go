package e2e

import (
	"strings"
	"testing"
)

// A moderator narrows the queue, whose choice stays in the address; the number
// of each view is that of its rows; acts tell their age and by when they are
// to be answered, and the next one is a press away.
func throughTheQueue(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		b.carry(site.session(t, moderator))
		b.visit("/moderointi")
		for _, view := range evaluate[[]string](b, `[...document.querySelectorAll('.tabs a')].map(a => a.getAttribute('href'))`) {
			b.visit(view)
			got := evaluate[[]int](b, `[document.querySelector('.tabs [aria-current] .num').textContent, document.querySelector('.row--apart p').textContent.match(/\d+/)[0], document.querySelectorAll('.queue > li').length].map(Number)`)
			if got[0] != got[1] || got[0] != got[2] {
				t.Errorf("%s: %d at the tab, %d told, %d rows", view, got[0], got[1], got[2])
			}
		}
		b.visit("/moderointi?rajaus=myohassa")
		if text := b.text(); !strings.Contains(text, "päivää sitten") || !strings.Contains(text, "myöhässä\n") && !strings.Contains(text, "myöhässä ") {
			t.Errorf("nothing tells how old and how late the acts are:\n%s", text)
		}
		b.soundInAll("queue-late")
		b.visit("/moderointi?rajaus=vapaat")
		b.choose("kampanja", "hyva-kiertamaan-2026")
		b.press("Rajaa")
		const here = "/moderointi?kampanja=hyva-kiertamaan-2026&rajaus=vapaat"
		titles := evaluate[[]string](b, `[...document.querySelectorAll('.queue h2')].map(h => h.textContent)`)
		if !strings.Contains(b.address(), "rajaus=vapaat") || !strings.Contains(b.address(), "kampanja=hyva-kiertamaan-2026") || len(titles) < 2 {
			t.Fatalf("%s has %v", b.address(), titles)
		}
		b.follow(titles[0])
		b.follow("Seuraava " + titles[1])
		if !strings.Contains(b.text(), "2 / ") || !strings.Contains(b.address(), "kampanja=hyva-kiertamaan-2026") {
			t.Errorf("the next act is at %s", b.address())
		}
		b.soundInAll("review-on-the-way")
		b.follow("Edellinen " + titles[0])
		b.follow("Takaisin jonoon")
		if got := b.address(); got != here {
			t.Errorf("the way back leads to %s, want %s", got, here)
		}
	})
}
