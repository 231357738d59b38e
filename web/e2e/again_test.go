package e2e

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// noting has the page keep what its forms post, so that it can be posted again
// in another language.
const noting = `addEventListener('submit', e => {
	const f = e.target, s = e.submitter, to = s?.getAttribute('formaction') ?? f.getAttribute('action') ?? location.href;
	sessionStorage.setItem('posted', JSON.stringify(f.getAttribute('method')?.toLowerCase() !== 'post' ? {} : {
		action: new URL(to, location).href.slice(location.origin.length), kind: f.enctype,
		fields: [...new FormData(f, s)].filter(([, v]) => typeof v === 'string')}));
}, true);`

// posting sends a form of some fields.
const posting = `(({kind, fields}, action) => {
	const f = document.createElement('form');
	Object.assign(f, {method: 'post', enctype: kind, action});
	for (const [name, value] of fields) {
		const e = document.createElement('textarea');
		Object.assign(e, {name, value});
		f.append(e);
	}
	document.body.append(f);
	f.requestSubmit();
})(JSON.parse(sessionStorage.getItem('posted')), %q)`

// A sent is a form that the reader has posted last.
type sent struct {
	Action string      `json:"action"`
	Kind   string      `json:"kind"`
	Fields [][2]string `json:"fields"`
}

// posted is the form that has brought the page that is open, if one did.
func (b *tab) posted() (s sent, ok bool) {
	b.t.Helper()
	if !b.pressed {
		return sent{}, false
	}
	s = evaluate[sent](b, `JSON.parse(sessionStorage.getItem('posted')) ?? {}`)
	return s, s.Action != ""
}

// foreign is what addresses in another language begin with.
var foreign = regexp.MustCompile(`^/(sv|en)(/|$)`)

// again brings the page that is open in another view, also one on which a form
// was refused, and is its status.
func (b *tab) again(v view) int {
	b.t.Helper()
	b.look(v)
	s, ok := b.posted()
	if !ok || b.answered() < http.StatusBadRequest {
		path, _, _ := strings.Cut(b.address(), "#")
		return b.visit(foreign.ReplaceAllString(path, "/"))
	}
	b.seen.forget()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	submit := chromedp.Evaluate[chromedp.Void](fmt.Sprintf(posting, b.localized(foreign.ReplaceAllString(s.Action, "/"))))
	if _, err := chromedp.Run(ctx, chromedp.WaitEvent(page.LoadEventFired, nil, submit)); err != nil {
		b.t.Fatalf("%s: nothing comes of %s in %s: %v", b.address(), s.Action, v.lang, err)
	}
	return b.answered()
}

// answers is the pages that forms are answered with, to be checked as HTML.
type answers struct {
	mu    sync.Mutex
	pages map[string][]byte
}

// take keeps the answer that is open, asked for once more.
func (a *answers) take(b *tab, name string) {
	b.t.Helper()
	s, ok := b.posted()
	if !ok || s.Kind != "application/x-www-form-urlencoded" {
		return
	}
	form := url.Values{}
	for _, f := range s.Fields {
		form.Add(f[0], f[1])
	}
	status, body := b.site.posted(b.t, b.kept(), s.Action, form)
	if status < http.StatusBadRequest {
		b.t.Errorf("%s (%s): posted again it is answered with %d", name, b.view, status)
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.pages == nil {
		a.pages = map[string][]byte{}
	}
	a.pages[name+" "+b.view.lang] = []byte(body)
}

// sound fails the test for each answer that is no sound HTML.
func (a *answers) sound(t *testing.T) {
	if len(a.pages) == 0 {
		t.Skip("skipped: no form has its turn")
	}
	for _, wrong := range needChecker(t).errors(t, a.pages) {
		t.Error(wrong)
	}
}
