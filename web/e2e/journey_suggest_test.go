package e2e

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/chromedp/chromedp/kb"
)

// A box is the search field and the list under it, as a screen reader knows
// them.
type box struct {
	Role, Expanded, Active string
	Focused                bool
	Value                  string
	Caret                  int
	Options                []string // the texts of the options
	Kinds                  []string // what each is
	Chosen                 []string // the ids of the chosen options
	First, Last            string   // ids
	Seen                   bool     // the chosen option is within the list, and nothing lies over it
	Said                   string
}

// box is how the field is now. A list that is hidden has no options.
func (b *tab) box() box {
	b.t.Helper()
	return evaluate[box](b, `(() => {
		const f = document.getElementById('haku'), list = document.getElementById(f.getAttribute('aria-controls'));
		const all = list && !list.hidden ? [...list.children].filter(o => o.getAttribute('role') === 'option') : [];
		const active = document.getElementById(f.getAttribute('aria-activedescendant')), l = list?.getBoundingClientRect(), a = active?.getBoundingClientRect();
		return {
			Role: f.getAttribute('role') ?? '', Expanded: f.getAttribute('aria-expanded') ?? '', Active: f.getAttribute('aria-activedescendant') ?? '',
			Focused: document.activeElement === f, Value: f.value, Caret: f.selectionStart,
			Options: all.map(o => o.firstChild.textContent.trim()), Kinds: all.map(o => o.lastChild.textContent), First: all[0]?.id ?? '', Last: all.at(-1)?.id ?? '',
			Chosen: all.filter(o => o.getAttribute('aria-selected') === 'true').map(o => o.id),
			Seen: !!a && a.top >= l.top - 1 && a.bottom <= l.bottom + 1 && active.contains(document.elementFromPoint((a.left + a.right) / 2, (a.top + a.bottom) / 2)), Said: document.getElementById('said').textContent,
		};
	})()`)
}

// suggested types into the empty search field of a page and waits for what the
// portal suggests.
func (b *tab) suggested(path, text string) box {
	b.t.Helper()
	b.visit(path)
	b.to("Hae tekoja")
	b.types(text)
	var found box
	b.until("suggestions for "+text, func() bool {
		found = b.box()
		return found.Expanded == "true" && slices.ContainsFunc(found.Options, func(o string) bool { return strings.Contains(strings.ToLower(o), text) })
	})
	return found
}

// Whoever types is helped on by a list under the field, which arrows walk
// through; a screen reader hears how much there is and which one it is.
func takesASuggestion(t *testing.T, site *portal) {
	once(t)
	b := open(t, site, usual)
	kinds := map[string]bool{}
	for _, text := range []string{"liming", "turva", "kehit"} {
		found := b.suggested("/", text)
		for _, k := range found.Kinds {
			kinds[k] = true
		}
		if found.Role != "combobox" || !found.Focused || found.Active != "" || number(found.Said) != len(found.Options) {
			t.Errorf("%s: %+v", text, found)
		}
	}
	if len(kinds) != 4 || !kinds["haku"] || !kinds["teko"] || !kinds["organisaatio"] || !kinds["teema"] {
		t.Errorf("the kinds of suggestions are %v", kinds)
	}
	b.walksThroughTheList()
	b.sound("suggestions")
	for _, v := range []view{turned, {"fi", "dark", 1280}, {"fi", "light", 320}} {
		b.look(v)
		if b.box().Expanded != "true" {
			t.Fatalf("%s: the list is gone", v)
		}
		b.sound("suggestions")
	}
	b.look(usual)
	b.leavesTheList()
	b.entersASuggestion()
}

// walksThroughTheList goes through an open list by all keys, and stays in it.
func (b *tab) walksThroughTheList() {
	b.t.Helper()
	at := b.box()
	end := utf8.RuneCountInString(at.Value)
	for _, step := range []struct {
		key, active string
		caret       int
	}{
		{kb.ArrowDown, at.First, end},
		{kb.ArrowUp, "", end},
		{kb.ArrowUp, at.Last, end},
		{kb.ArrowDown, "", end},
		{kb.ArrowDown, at.First, end},
		{kb.Home, "", 0},
		{kb.ArrowUp, at.Last, 0},
		{kb.End, "", end},
		{kb.ArrowDown, at.First, end},
	} {
		b.key(step.key)
		now := b.box()
		chosen := slices.Equal(now.Chosen, []string{step.active}) && now.Seen
		if step.active == "" {
			chosen = len(now.Chosen) == 0
		}
		if !chosen || now.Active != step.active || now.Caret != step.caret || !now.Focused || now.Expanded != "true" || now.Value != at.Value {
			b.t.Errorf("after %q: %+v, want %+v", step.key, now, step)
		}
	}
}

// leavesTheList closes it by Escape, opens it again, and goes on by Tab: what
// was typed stays.
func (b *tab) leavesTheList() {
	b.t.Helper()
	before := b.box()
	b.key(kb.Escape)
	if now := b.box(); now.Expanded != "false" || now.Active != "" || len(now.Options) > 0 || now.Value != before.Value || !now.Focused {
		b.t.Errorf("after Escape: %+v", now)
	}
	b.key(kb.ArrowDown)
	b.until("the list again", func() bool { return b.box().Expanded == "true" })
	b.key(tabKey)
	if now := b.box(); now.Expanded != "false" || now.Active != "" || now.Focused || now.Value != before.Value {
		b.t.Errorf("after Tab: %+v", now)
	}
	if s := evaluate[stop](b, here); s.Name != "Hae" || !s.Ring || !s.Shown {
		b.t.Errorf("Tab leads to %+v, want the button that searches", s)
	}
}

// entersASuggestion takes a word and an act by Enter, and what was typed when
// nothing in the list is chosen.
func (b *tab) entersASuggestion() {
	b.t.Helper()
	for _, kind := range []string{"haku", "teko", ""} {
		found := b.suggested("/tekojen-tori", "kehit")
		want := "kehit"
		if i := slices.Index(found.Kinds, kind); i >= 0 {
			want = found.Options[i]
			for range i + 1 {
				b.key(kb.ArrowDown)
			}
		} else {
			b.key(kb.ArrowDown)
			b.key("t") // goes on typing: what was chosen is so no more
			want += "t"
		}
		b.leads()
		got := evaluate[string](b, `document.querySelector('#haku')?.value ?? document.querySelector('h1').textContent.trim()`)
		if got != want || (kind == "teko") != strings.HasPrefix(b.address(), "/katso/") {
			b.t.Errorf("%q leads to %q at %s, want %q", kind, got, b.address(), want)
		}
	}
}

// Without scripts the field is a field, and searches.
func searchesWithoutSuggestions(t *testing.T, site *portal) {
	once(t)
	b := open(t, site, usual).withoutScripts()
	b.visit("/")
	if b.box().Role != "" {
		t.Error("without scripts the field claims to have a list")
	}
	b.to("Hae tekoja")
	b.types("kehit")
	b.leads()
	if b.value("haku") != "kehit" || b.total() == 0 {
		t.Errorf("%s finds %d acts", b.address(), b.total())
	}
	if got := b.box().Options; len(got) > 0 {
		t.Errorf("without scripts there are suggestions: %v", got)
	}
}
