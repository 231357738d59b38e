package e2e

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/storage"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// A view is how a reader looks at the pages.
type view struct {
	lang   string // fi, sv or en
	scheme string // light or dark
	width  int64
}

func (v view) String() string {
	width := "wide"
	if v.width < 800 {
		width = "narrow"
	}
	return v.lang + "-" + v.scheme + "-" + width
}

// usual is the view of most readers.
var usual = view{"fi", "light", 1280}

// patience is how long a single step in the browser may take.
const patience = 20 * time.Second

// A tab is one reader with a browser of its own: no cookies and no cache of
// anybody else.
type tab struct {
	t    *testing.T
	ctx  context.Context
	site *portal
	view view
	seen *sightings
	mute bool // JavaScript is off
	// pressed is that a button has brought the page that is open
	pressed bool
	// sounded is the view in which each state has been looked at by all rules
	sounded map[string]view
	// world is where axe runs, and the document that it sees
	world struct {
		document cdp.LoaderID
		id       runtime.ExecutionContextID
	}
}

// open gives a reader a browser in which nobody has left anything: if possible
// one whose reader has gone, which costs a third of a new one.
func open(t *testing.T, site *portal, v view) *tab {
	t.Helper()
	return openIn(t, site, v, left.take())
}

// openNew gives a reader a browser that has never been used.
func openNew(t *testing.T, site *portal, v view) *tab {
	t.Helper()
	return openIn(t, site, v, "")
}

func openIn(t *testing.T, site *portal, v view, used target.ID) *tab {
	t.Helper()
	seen, whose := newSightings(site.url()), chromedp.WithNewBrowserContext()
	if used != "" {
		whose = chromedp.WithTargetID(used)
	}
	ctx, cancel := chromedp.NewContext(needBrowser(t), whose, chromedp.WithListener(seen.notice), chromedp.WithDetachOnCancel())
	b := &tab{t: t, ctx: ctx, site: site, seen: seen}
	t.Cleanup(func() {
		id := b.leave()
		cancel() // what the session has changed in the browser goes with it
		left.put(id)
	})
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal(err)
	}
	call(b, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: noting})
	b.look(v)
	return b
}

// leave empties the tab and is what the next reader takes it by, or "" when
// something may be left in it: then it is closed. The checker of accessibility
// stays, and the form that was posted last; no page of the portal reads these.
func (b *tab) leave() target.ID {
	t := chromedp.FromContext(b.ctx).Target
	if t == nil {
		return ""
	}
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	_, away := chromedp.Run(ctx, chromedp.Navigate(b.site.url()+"/robots.txt"))
	_, history := chromedp.Call(ctx, page.ResetNavigationHistory, cdp.Empty{})
	_, stored := chromedp.Call(ctx, storage.ClearDataForOrigin, storage.ClearDataForOriginParams{Origin: b.site.url(), StorageTypes: "all"})
	_, cookies := chromedp.Call(ctx, network.ClearBrowserCookies, cdp.Empty{})
	_, cache := chromedp.Call(ctx, network.ClearBrowserCache, cdp.Empty{})
	if err := errors.Join(away, history, stored, cookies, cache); err != nil || b.t.Failed() {
		_, _ = chromedp.CallBrowser(b.ctx, target.CloseTarget, target.CloseTargetParams{TargetID: t.TargetID}) // it ends with the browser at the latest
		return ""
	}
	return t.TargetID
}

// by is the tab in another part of the test.
func (b *tab) by(t *testing.T) *tab {
	b.t = t
	return b
}

// look changes how the reader looks at the pages.
func (b *tab) look(v view) {
	b.t.Helper()
	b.view = v
	var height int64 = 900
	if v.width < 800 {
		height = 640
	}
	call(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: v.width, Height: height, DeviceScaleFactor: 1})
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: v.scheme}, {Name: "prefers-reduced-motion", Value: "reduce"},
	}})
}

// withoutScripts turns JavaScript off.
func (b *tab) withoutScripts() *tab {
	b.t.Helper()
	b.mute = true
	b.allowScripts(false)
	return b
}

func (b *tab) allowScripts(yes bool) {
	b.t.Helper()
	call(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !yes})
}

// visit opens a page in the reader's language and is its status.
func (b *tab) visit(path string) int {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	b.seen.forget()
	b.pressed = false
	address := path
	if !strings.HasPrefix(path, "http") {
		address = b.site.url() + b.localized(path)
	}
	resp, err := chromedp.Run(ctx, chromedp.NavigateResponse(address))
	if err != nil {
		b.t.Fatalf("open %s: %v", path, err)
	}
	if resp == nil {
		b.t.Fatalf("open %s: no answer", path)
	}
	return int(resp.Status)
}

// localized is the address of a page in the reader's language.
func (b *tab) localized(path string) string {
	if b.view.lang == "fi" {
		return path
	}
	return strings.TrimSuffix("/"+b.view.lang+path, "/")
}

// address is where the reader is, without the host.
func (b *tab) address() string {
	b.t.Helper()
	at, err := chromedp.Run(b.ctx, chromedp.Location())
	if err != nil {
		b.t.Fatal(err)
	}
	return strings.TrimPrefix(at, b.site.url())
}

// text is what the reader sees of the page.
func (b *tab) text() string {
	b.t.Helper()
	return evaluate[string](b, `document.body?.innerText ?? ""`) // between two pages there is none
}

// evaluate is the value of a script in the page.
func evaluate[T any](b *tab, script string) T {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	for err != nil && strings.Contains(err.Error(), "navigated") { // the next page has come meanwhile: ask that
		time.Sleep(20 * time.Millisecond)
		v, err = chromedp.Run(ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	}
	if err != nil {
		b.t.Fatalf("script %.80s: %v", script, err)
	}
	return v
}

// call runs a command of the browser's protocol.
func call[P, R any](b *tab, command cdp.Command[P, R], params P) R {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	result, err := chromedp.Call(ctx, command, params)
	if err != nil {
		b.t.Fatalf("%s: %v", command.Method, err)
	}
	return result
}

// carry gives the reader the cookies of somebody who has signed in.
func (b *tab) carry(cookies map[string]string) *tab {
	b.t.Helper()
	for name, value := range cookies {
		call(b, network.SetCookie, network.SetCookieParams{Name: name, Value: value, URL: b.site.url(), HTTPOnly: new(true)})
	}
	return b
}
