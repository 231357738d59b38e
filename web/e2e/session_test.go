package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
)

// ahead lets the clock of the page be moved. The clock of the portal stays.
const ahead = `{ const now = Date.now; window.ahead = 0; Date.now = () => now() + window.ahead * 60e3; }`

// later moves the clock of the page and has the reader come back to it.
func (b *tab) later(minutes int) {
	b.t.Helper()
	evaluate[bool](b, fmt.Sprintf(`(window.ahead = %d, dispatchEvent(new Event('focus')), true)`, minutes))
}

// asked reports whether the reader is asked to stay.
func (b *tab) asked() bool {
	b.t.Helper()
	return evaluate[bool](b, `document.querySelector('dialog').open`)
}

// Whoever is about to be signed out is told in time and stays by one press;
// the form they were in keeps its text and the focus.
func staysByOnePress(t *testing.T, site *portal) {
	b := open(t, site, usual).carry(site.session(t, member))
	call(b, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: ahead})
	for _, v := range threeTongues[:2] {
		b.look(v)
		b.visit("/ilmoita-teko")
		b.later(11*60 + 45)
		b.until("the question", b.asked)
		b.sound("session-ends")
	}
	b.look(usual)
	b.visit("/ilmoita-teko")
	if !strings.Contains(b.text(), "12 tuntia") {
		t.Error("without scripts nothing tells how long the session lasts")
	}
	evaluate[bool](b, `(document.querySelector('#unit').focus(), true)`)
	b.later(11*60 + 30)
	if b.asked() {
		t.Error("half an hour before the end is too early to ask")
	}
	b.later(11*60 + 45)
	b.until("the question", b.asked)
	b.sound("session-ends")
	if got := evaluate[string](b, `document.activeElement.textContent`); got != "Pysy kirjautuneena" {
		t.Errorf("the focus is at “%s”", got)
	}
	b.key(enterKey)
	b.until("the end of the question", func() bool { return !b.asked() })
	if got := evaluate[string](b, `document.activeElement.id`); got != "unit" {
		t.Errorf("after the question the focus is at “%s”, not where it was", got)
	}
	b.until("the answer", func() bool {
		return strings.Contains(evaluate[string](b, `document.getElementById('said').textContent`), "Kirjautumisesi jatkuu")
	})
}

// Whoever types is not asked, and whoever comes back too late is told that
// nothing is lost.
func typesOrComesLate(t *testing.T, site *portal) {
	cookies := site.session(t, "koordinaattori@example.fi")
	b := open(t, site, usual).carry(cookies)
	call(b, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: ahead})
	b.visit("/ilmoita-teko")
	evaluate[bool](b, `(window.ahead = 11 * 60 + 44, true)`)
	b.fill("unit", "Vesilaitos")
	b.later(11*60 + 45)
	b.later(11*60 + 50)
	if b.asked() {
		t.Error("a writer is asked whether they are there")
	}
	other := open(t, site, usual).carry(cookies)
	other.visit("/oma")
	other.press("Kirjaudu ulos kaikkialta")
	b.later(48 * 60)
	b.until("the word that the session is over", b.asked)
	if text := b.text(); !strings.Contains(text, "kirjoittamasi on yhä tällä sivulla") || !b.has("link", "Kirjaudu uudessa välilehdessä") {
		t.Errorf("the reader is not told what to do:\n%s", text)
	}
	if got := b.value("unit"); got != "Vesilaitos" {
		t.Errorf("the text is %q", got)
	}
}
