package e2e

import (
	"context"
	"strings"
	"time"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/cdp/jsonv2"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// found is a thing on the page as assistive tools know it.
type found struct {
	node cdp.BackendNodeID
	name string
}

// all is everything on the page with a role and a name that contains some
// text, in any case: what a reader finds by looking, or by ear.
func (b *tab) all(role, name string) []found {
	b.t.Helper()
	root := call(b, dom.GetDocument, dom.GetDocumentParams{}).Root.BackendNodeID
	tree := call(b, accessibility.QueryAXTree, accessibility.QueryAXTreeParams{BackendNodeID: root, Role: role})
	var things []found
	for _, n := range tree.Nodes {
		if n.Ignored || n.Name == nil {
			continue
		}
		var called string
		if err := jsonv2.Unmarshal(n.Name.Value, &called); err != nil {
			b.t.Fatalf("name of a %s: %v", role, err)
		}
		if strings.Contains(strings.ToLower(called), strings.ToLower(name)) {
			things = append(things, found{n.BackendDOMNodeID, called})
		}
	}
	return things
}

// has reports whether the page has a thing with a role and a name.
func (b *tab) has(role, name string) bool {
	b.t.Helper()
	return len(b.all(role, name)) > 0
}

// the is the first thing with a role and a name, preferring the whole name.
func (b *tab) the(role, name string) found {
	b.t.Helper()
	things := b.all(role, name)
	if len(things) == 0 {
		b.t.Fatalf("%s: no %s “%s”; there are %s", b.address(), role, name, names(b.all(role, "")))
	}
	for _, thing := range things {
		if strings.EqualFold(thing.name, name) {
			return thing
		}
	}
	return things[0]
}

func names(things []found) string {
	var s []string
	for _, thing := range things {
		s = append(s, "“"+thing.name+"”")
	}
	return strings.Join(s, ", ")
}

// press clicks a button and waits for the page that comes.
func (b *tab) press(name string) { b.t.Helper(); b.click("button", name) }

// follow clicks a link and waits for the page that comes.
func (b *tab) follow(name string) { b.t.Helper(); b.click("link", name) }

func (b *tab) click(role, name string) {
	b.t.Helper()
	node := b.the(role, name).node
	b.pressed = role == "button"
	b.seen.forget()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	if _, err := chromedp.Run(ctx, chromedp.WaitEvent(page.LoadEventFired, nil, b.clicking(node))); err != nil {
		b.t.Fatalf("%s: nothing comes of the %s “%s”: %v", b.address(), role, name, err)
	}
}

// answered is the status of the page that is open.
func (b *tab) answered() int {
	b.t.Helper()
	return evaluate[int](b, `performance.getEntriesByType('navigation')[0].responseStatus`)
}

// clicking presses the mouse in the middle of a node.
func (b *tab) clicking(node cdp.BackendNodeID) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		if _, err := cdp.Call(ctx, t, dom.ScrollIntoViewIfNeeded, dom.ScrollIntoViewIfNeededParams{BackendNodeID: node}); err != nil {
			return err
		}
		shape, err := cdp.Call(ctx, t, dom.GetContentQuads, dom.GetContentQuadsParams{BackendNodeID: node})
		if err != nil || len(shape.Quads) == 0 {
			return err
		}
		q := shape.Quads[0]
		_, err = chromedp.MouseClickXY((q[0]+q[4])/2, (q[1]+q[5])/2)(ctx, t)
		return err
	})
}

// until waits until something holds, as after a script has changed the page.
func (b *tab) until(what string, holds func() bool) {
	b.t.Helper()
	b.awaits(what, patience/2, 50*time.Millisecond, holds)
}

// awaits is until for what takes its time.
func (b *tab) awaits(what string, atMost, pause time.Duration, holds func() bool) {
	b.t.Helper()
	for begin := time.Now(); time.Since(begin) < atMost; time.Sleep(pause) {
		if holds() {
			return
		}
	}
	b.t.Fatalf("%s: %s does not come", b.address(), what)
}
