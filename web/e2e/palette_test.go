package e2e

import (
	"sync"
	"testing"
)

// palette lists how the texts of a page are coloured: each with its size and
// weight, on all that lies under it, and links with the text around them too.
const palette = `(() => {
	const lies = new Map([[null, '']]);
	const under = e => {
		if (!lies.has(e)) {
			const c = getComputedStyle(e), own = [c.backgroundColor, c.backgroundImage, c.opacity, c.filter, c.mixBlendMode, c.position].join(' ');
			lies.set(e, (own === 'rgba(0, 0, 0, 0) none 1 none normal static' ? '' : own + '/') + under(e.parentElement));
		}
		return lies.get(e);
	};
	const all = new Set(), seen = new Set();
	const note = e => {
		if (seen.has(e)) return;
		seen.add(e);
		const c = getComputedStyle(e), a = e.closest('a');
		all.add([c.color, c.fontSize, c.fontWeight, c.textShadow, a && a.parentElement ? getComputedStyle(a).textDecorationLine + getComputedStyle(a.parentElement).color : '', under(e)].join(' '));
	};
	const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	while (texts.nextNode()) if (texts.currentNode.data.trim()) note(texts.currentNode.parentElement);
	document.querySelectorAll('input, select, textarea, button').forEach(note);
	return [...all];
})()`

// colours is what has been looked at of the colours in this run, by the theme.
var colours = struct {
	mu    sync.Mutex
	sound map[string]bool
}{sound: map[string]bool{}}

// fresh is those colours of the page that no page of its theme has shown sound.
func (b *tab) fresh() []string {
	b.t.Helper()
	all := evaluate[[]string](b, palette)
	colours.mu.Lock()
	defer colours.mu.Unlock()
	var fresh []string
	for _, c := range all {
		if key := b.view.scheme + " " + c; !colours.sound[key] {
			fresh = append(fresh, key)
		}
	}
	return fresh
}

// coloured looks at the page by rules of colours, unless each of its texts is
// coloured as one that axe has found sound.
func (b *tab) coloured(asked rules) {
	b.t.Helper()
	fresh := b.fresh()
	if asked == rulesOfColours && len(fresh) == 0 {
		b.t.Log(b.address(), "has no colours that have not been looked at")
		return
	}
	if b.accessible(asked) {
		colours.mu.Lock()
		defer colours.mu.Unlock()
		for _, c := range fresh {
			colours.sound[c] = true
		}
	}
}

func TestColoursAreLookedAtOnce(t *testing.T) {
	t.Parallel()
	for _, page := range []string{
		`<table bgcolor="#000000"><tr><td><font color="#00ee01">vihreä</font></table>`,
		`<table bgcolor="#000000"><tr><td><font color="#00ee02">vihreämpi</font></table>`,
		`<table bgcolor="#101010"><tr><td><font color="#00ee02">ja muulla pohjalla</font></table>`,
	} {
		b := open(t, serve(t, page), view{"fi", "dark", 320})
		b.visit("/")
		if len(b.fresh()) == 0 {
			t.Errorf("%s: colours that nobody has seen are not fresh", page)
		}
		b.coloured(rulesOfColours)
		if fresh := b.fresh(); len(fresh) > 0 {
			t.Errorf("%s: colours that were found sound are fresh: %v", page, fresh)
		}
		if b.look(usual); len(b.fresh()) == 0 {
			t.Errorf("%s: what is sound in the dark passes for the light", page)
		}
	}
}
