package e2e

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"github.com/chromedp/chromedp"
)

// wide lists what sticks out of a page to the right.
const wide = `(() => {
	const room = document.documentElement.clientWidth;
	if (document.documentElement.scrollWidth <= room) return [];
	return [...document.querySelectorAll('body *')]
		.filter(e => e.getBoundingClientRect().right > room + 1)
		.map(e => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + (e.className && e.className.baseVal === undefined ? '.' + e.className : '') +
			' to ' + Math.round(e.getBoundingClientRect().right))
		.slice(-5).concat('page is ' + document.documentElement.scrollWidth + ' of ' + room);
})()`

// noHorizontalScroll fails the test if the page is wider than the window.
func (b *tab) noHorizontalScroll() {
	b.t.Helper()
	if out := evaluate[[]string](b, wide); len(out) > 0 {
		b.t.Errorf("%s (%s): the page scrolls sideways:\n\t%s", b.address(), b.view, strings.Join(out, "\n\t"))
	}
}

// wellFormed checks what every page has.
func (b *tab) wellFormed() {
	b.t.Helper()
	got := evaluate[struct {
		Lang  string `json:"lang"`
		Title string `json:"title"`
		H1    int    `json:"h1"`
		Main  int    `json:"main"`
		Skip  bool   `json:"skip"`
	}](b, `({lang: document.documentElement.lang, title: document.title,
		h1: document.querySelectorAll('h1').length, main: document.querySelectorAll('main').length,
		skip: [...document.querySelectorAll('a[href^="#"]')].some(a => a.hash && document.querySelector(a.hash)?.closest('main') !== undefined)})`)
	if got.Lang != b.view.lang || got.Title == "" || got.H1 != 1 || got.Main != 1 || !got.Skip {
		b.t.Errorf("%s (%s): want lang %s, a title, one h1, one main and a link that skips to it, got %+v", b.address(), b.view, b.view.lang, got)
	}
}

// untroubled fails the test for each error of a script, refusal of the content
// policy and request to another site.
func (b *tab) untroubled() {
	b.t.Helper()
	for _, wrong := range b.seen.wrong() {
		b.t.Errorf("%s (%s): %s", b.address(), b.view, wrong)
	}
}

// sound is every check that each page must pass. Without JavaScript the page
// is what the server sends, which the same journey with JavaScript has had
// looked through by axe.
//
// What has been sound by all rules in one view is, in another of the same
// reader, looked at by the rules that the other view can break.
func (b *tab) sound(name string) {
	b.t.Helper()
	first, again := b.sounded[name]
	switch {
	case b.mute:
		b.soundBy(noRules, name)
		return
	case !again || first == b.view:
		if b.sounded == nil {
			b.sounded = map[string]view{}
		}
		b.sounded[name] = b.view
		b.soundBy(allRules, name)
		return
	}
	b.soundBy(rulesOfLooks, name)
	if first.lang != b.view.lang {
		b.accessible(rulesOfWords)
	}
}

// soundBy is sound with some rules of axe, or none.
func (b *tab) soundBy(asked rules, name string) {
	b.t.Helper()
	b.screenshot(name)
	b.wellFormed()
	b.noHorizontalScroll()
	if asked != noRules {
		b.accessible(asked)
	}
	b.untroubled()
}

// soundToo checks the page that is open in another width and other colours, by
// the rules to which they matter.
func (b *tab) soundToo(name string, v view, asked rules) {
	b.t.Helper()
	b.look(v)
	b.screenshot(name)
	b.noHorizontalScroll()
	b.accessible(asked)
}

// screenshot keeps a picture of the whole page, if somebody wants to see it.
func (b *tab) screenshot(name string) {
	b.t.Helper()
	folder := os.Getenv("TORI_SCREENSHOTS")
	if folder == "" {
		return
	}
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	picture, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
	if err != nil {
		b.t.Fatalf("picture of %s: %v", b.address(), err)
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		b.t.Fatal(err)
	}
	file := filepath.Join(folder, strings.ReplaceAll(name, "/", "-")+"-"+b.view.String()+".png")
	if err := os.WriteFile(file, picture, 0o600); err != nil {
		b.t.Fatal(err)
	}
}
