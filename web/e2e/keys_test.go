package e2e

import (
	"context"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// TestByKeyboard is what people do with the keyboard alone, and how the portal
// waits for them, on one portal.
func TestByKeyboard(t *testing.T) {
	t.Parallel()
	together(t, map[string]journey{"from a search to an export": byKeyboard, "through the queue": singleKeys, "stay signed in": staysByOnePress, "signed out meanwhile": typesOrComesLate})
}

// The keys that the journeys press; a letter is itself.
const (
	tabKey   = "\t"
	enterKey = "\r"
	space    = " "
)

// key presses a key and lets it go.
func (b *tab) key(k string) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	if err := chromedp.Do(ctx, pressing(k)); err != nil {
		b.t.Fatalf("%s: key %q: %v", b.address(), k, err)
	}
}

// pressing is a press of a key. Enter goes down in one piece: in two, its
// second half would land where the first has moved the focus.
func pressing(k string) chromedp.Action[chromedp.Void] {
	if k != enterKey {
		return chromedp.KeyEvent(k)
	}
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		enter := input.DispatchKeyEventParams{Type: "keyDown", Key: "Enter", Code: "Enter", Text: k, WindowsVirtualKeyCode: 13}
		if _, err := cdp.Call(ctx, t, input.DispatchKeyEvent, enter); err != nil {
			return err
		}
		enter.Type, enter.Text = "keyUp", ""
		_, err := cdp.Call(ctx, t, input.DispatchKeyEvent, enter)
		return err
	})
}

// A stop is where the focus is.
type stop struct {
	Name   string `json:"name"`
	Tag    string `json:"tag"`
	Ring   bool   `json:"ring"`   // the focus can be seen
	Shown  bool   `json:"shown"`  // and nothing hides it wholly
	Within bool   `json:"within"` // inside main
}

// here is the focused element. Its ring may be drawn by a card around it.
const here = `(() => {
	const e = document.activeElement, box = e.getBoundingClientRect();
	const name = (e.getAttribute('aria-label') || (e.labels && e.labels[0] || e).textContent || e.name || '').trim().replace(/\s+/g, ' ');
	const ringed = x => { const s = getComputedStyle(x); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 || s.boxShadow !== 'none' && s.boxShadow.includes('3px'); };
	const seen = [e, e.parentElement, e.closest('li'), e.closest('.awning, .card, .stall')].filter(Boolean).some(ringed);
	const points = [[.5, .5], [.1, .5], [.9, .5], [.5, .1], [.5, .9]].map(([x, y]) => document.elementFromPoint(box.left + box.width * x, box.top + box.height * y));
	return {name, tag: e.tagName.toLowerCase(), ring: seen, within: !!e.closest('main'), shown: e === document.body || points.some(p => p && (e === p || e.contains(p) || p.contains(e) || p.closest('label')?.control === e))};
})()`

// to goes on by Tab until the focus is on something of a name, and checks at
// each stop that the reader sees where they are.
func (b *tab) to(name string) stop {
	b.t.Helper()
	for range 150 {
		b.key(tabKey)
		s := evaluate[stop](b, here)
		if s.Tag == "body" {
			continue // the browser's own bar
		}
		if !s.Ring || !s.Shown {
			b.t.Errorf("%s: the focus on %s “%.40s” is visible: %t, not hidden: %t", b.address(), s.Tag, s.Name, s.Ring, s.Shown)
		}
		if s.Name == name {
			return s
		}
	}
	b.t.Fatalf("%s: Tab does not come to “%s” in\n%s", b.address(), name, b.text())
	return stop{}
}

// leads presses a key that opens another page, and waits for it.
func (b *tab) leads() {
	b.t.Helper()
	b.seen.forget()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	if _, err := chromedp.Run(ctx, chromedp.WaitEvent(page.LoadEventFired, nil, pressing(enterKey))); err != nil {
		b.t.Fatalf("%s: nothing comes of Enter: %v", b.address(), err)
	}
}

// types writes into what has the focus, key by key.
func (b *tab) types(text string) {
	b.t.Helper()
	for _, r := range text {
		b.key(string(r))
	}
}

// From a search to an export without a mouse: a reader finds and reads, a
// member signs in and tells, a moderator publishes, the programme team exports.
func byKeyboard(t *testing.T, site *portal) {
	reader := open(t, site, usual)
	reader.visit("/")
	reader.to("Siirry sisältöön")
	reader.key(enterKey)
	if s := reader.to("Hae tekoja"); !s.Within {
		t.Error("the link that skips to the content does not")
	}
	reader.types("kävely")
	reader.leads()
	reader.to("Palaveri lähtee lenkille")
	reader.leads()
	if got := reader.address(); got != "/katso/palaveri-lahtee-lenkille" {
		t.Errorf("the reader comes to %s", got)
	}
	const title = "Näppäimistö riittää torilla"
	writer := open(t, site, usual)
	writer.enters(member)
	writer.tells(title)
	judge := open(t, site, usual)
	judge.enters(moderator)
	judge.visit("/moderointi")
	judge.to(title)
	judge.leads()
	judge.to("Ota käsittelyyn")
	judge.leads()
	judge.to("Hyväksy ja julkaise")
	judge.leads()
	judge.until("the act in the list", func() bool { return site.lists(t, title) })
	staff := open(t, site, usual)
	staff.enters(team)
	staff.visit("/ohjelma/viennit")
	staff.to("Lataa tiedosto")
	if got := evaluate[string](staff, `document.activeElement.form.method`); got != "post" {
		t.Errorf("the button that exports sends by %s", got)
	}
}

// enters signs in by password.
func (b *tab) enters(email string) {
	b.t.Helper()
	b.visit("/kirjaudu")
	b.signsIn(email)
	if !b.has("button", "") || b.address() == "/kirjaudu" {
		b.t.Fatalf("%s is not let in", email)
	}
}

// signsIn is enters where the page asks for it.
func (b *tab) signsIn(email string) {
	b.t.Helper()
	b.to("Sähköpostiosoite")
	b.to("Sähköpostiosoite") // the first one asks for a link
	b.types(email)
	b.to("Salasana")
	b.types(password)
	b.leads()
}

// tells goes through the guided form.
func (b *tab) tells(title string) {
	b.t.Helper()
	b.visit("/ilmoita-teko")
	b.to("Tallenna ja jatka")
	b.leads()
	b.to("Tallenna ja jatka")
	b.leads()
	if got := evaluate[bool](b, `document.activeElement.hasAttribute('data-error-summary')`); !got {
		b.t.Errorf("%s: after an error the focus is not on the summary", b.address())
	}
	b.key(tabKey)
	b.key(enterKey)
	if got := evaluate[string](b, `document.activeElement.name`); got != "title" {
		b.t.Errorf("the first line of the summary leads to %q", got)
	}
	b.types(title)
	for _, f := range []struct{ name, text string }{{"Miksi jotain piti muuttaa?", "Hiiri hukkui."}, {"Toimiala", "O"}} {
		b.to(f.name)
		b.types(f.text)
	}
	b.to("Turvallisuus")
	b.key(space)
	b.to("Tallenna ja jatka")
	b.leads()
	b.to("Mitä teitte?")
	b.types("Kokeilimme kaiken sarkaimella.")
	b.to("Suunnitteilla") // the first of a group that has none chosen
	b.key(space)
	b.to("Tallenna ja jatka")
	b.leads()
	b.to("Mitä muuttui?")
	b.types("Kaikki onnistui.")
	b.to("Tallenna ja jatka")
	b.leads()
	b.to("Nimi")
	b.types("Testi")
	b.to("Henkilö on antanut luvan näyttää tietonsa näin")
	b.key(space)
	b.to("Tallenna ja jatka")
	b.leads()
	b.to("Lähetä julkaistavaksi")
	b.leads()
	if got := evaluate[string](b, `document.querySelector('h1').textContent`); b.answered() != 200 || got == "" {
		b.t.Errorf("%s: %d %s", b.address(), b.answered(), got)
	}
}
