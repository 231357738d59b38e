package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// A juror goes from the mail to the last score with the keyboard alone.
func judgesByKeyboard(t *testing.T, site *portal) {
	once(t)
	b := open(t, site, usual)
	_, link, _ := strings.Cut(b.mailed(juror, "/raati/4"), "/raati/") // the mails of the demo are of another portal
	b.visit("/raati/" + link)
	b.signsIn(juror)
	if at := b.address(); at != "/raati/4" {
		t.Fatalf("after signing in the juror is at %s", at)
	}
	b.to("Elcykelns nyckel hänger närmast dörren")
	b.leads()
	for range 2 { // criteria: from the lowest points up
		b.to("1 heikko")
		b.key(space)
		b.key(kb.ArrowDown)
		b.key(kb.ArrowDown)
	}
	b.to("Tallenna ja siirry seuraavaan")
	b.leads()
	if text := b.text(); !strings.Contains(text, "Olet pisteyttänyt 2 / 2") {
		t.Errorf("not all is scored: %.400s", text)
	}
	b.to("Elcykelns nyckel hänger närmast dörren")
	b.leads()
	if got := evaluate[string](b, `[...document.querySelectorAll('[name^=points-]:checked')].map(e => e.value).join()`); got != "3,3" {
		t.Errorf("the points are %s", got)
	}
}
