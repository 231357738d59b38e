package e2e

import (
	"strings"
	"time"

	"github.com/chromedp/cdproto/network"
)

// A budget is the most that a page may cost on a first visit.
const (
	kB          = 1000
	maxHTML     = 20 * kB
	maxCSS      = 25 * kB
	maxScript   = 6 * kB
	maxFont     = 56 * kB // 36, and 20 of latin-ext
	maxImage    = 60 * kB
	maxRequests = 6
	maxNodes    = 1200
	maxShift    = 0.01
)

// layoutShift is how much of the page has moved while it and its fonts loaded.
const layoutShift = `document.fonts.ready.then(() => new Promise(done => {
	let sum = 0;
	new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput) sum += e.value; })
		.observe({type: 'layout-shift', buffered: true});
	setTimeout(() => done(sum), 250);
}))`

// standIn is whether the machine has the face that is read until ours has come.
const standIn = `new FontFace('x', 'local("Arial"), local("Liberation Sans"), local("Arimo")').load().then(() => true, () => false)`

// lateFonts holds fonts back until the page has been painted without them, as on
// a slow line: what moves when they come is counted.
func (b *tab) lateFonts() {
	b.t.Helper()
	if !evaluate[bool](b, standIn) {
		if inCI() {
			b.t.Fatal("neither Arial nor Liberation Sans is on this machine")
		}
		b.t.Log("neither Arial nor Liberation Sans is on this machine: fonts come when they come")
		return
	}
	call(b, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{MatchedNetworkConditions: []*network.Conditions{
		{URLPattern: "http://*:*/*.woff2", Latency: 1000, DownloadThroughput: -1, UploadThroughput: -1},
	}})
}

// withinBudget fails the test for each thing that the page, just opened by a
// new reader, has too much of.
func (b *tab) withinBudget() {
	b.t.Helper()
	shift, nodes := evaluate[float64](b, layoutShift), evaluate[int](b, "document.querySelectorAll('*').length")
	sizes, requests := b.seen.cost()
	for _, part := range []struct {
		name string
		kind network.ResourceType
		most float64
	}{
		{"HTML", network.ResourceTypeDocument, maxHTML},
		{"CSS", network.ResourceTypeStylesheet, maxCSS},
		{"script", network.ResourceTypeScript, maxScript},
		{"fonts", network.ResourceTypeFont, maxFont},
		{"pictures", network.ResourceTypeImage, maxImage},
	} {
		if sizes[part.kind] > part.most {
			b.t.Errorf("%s: %.0f bytes of %s, at most %.0f", b.address(), sizes[part.kind], part.name, part.most)
		}
	}
	if len(requests) > maxRequests {
		b.t.Errorf("%s: %d requests, at most %d:\n\t%s", b.address(), len(requests), maxRequests, strings.Join(requests, "\n\t"))
	}
	if nodes > maxNodes {
		b.t.Errorf("%s: %d elements, at most %d", b.address(), nodes, maxNodes)
	}
	if shift > maxShift {
		b.t.Errorf("%s: the layout shifts by %.3f, at most %.2f", b.address(), shift, maxShift)
	}
	b.t.Logf("%s: %.1f kB HTML, %.1f CSS, %.1f script, %.1f fonts, %.1f pictures, %d requests, %d elements, shift %.4f", b.address(),
		sizes[network.ResourceTypeDocument]/kB, sizes[network.ResourceTypeStylesheet]/kB, sizes[network.ResourceTypeScript]/kB,
		sizes[network.ResourceTypeFont]/kB, sizes[network.ResourceTypeImage]/kB, len(requests), nodes, shift)
}

// cost is what the page fetched, once nothing more comes.
func (s *sightings) cost() (map[network.ResourceType]float64, []string) {
	for before := -1; ; time.Sleep(100 * time.Millisecond) {
		s.mu.Lock()
		now, sizes, requests := len(s.requests), s.bytes, s.requests
		s.mu.Unlock()
		if now == before {
			return sizes, requests
		}
		before = now
	}
}
