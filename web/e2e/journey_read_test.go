package e2e

import (
	"fmt"
	"hash/crc32"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/depth"
)

// TestReaders is everything that visitors do, on one portal: it changes
// nothing there.
func TestReaders(t *testing.T) {
	t.Parallel()
	together(t, map[string]journey{
		"narrow the list": narrowsTheList, "search and read": searchesAndReads, "mistype an address": mistypesAnAddress,
		"see every page": seesEveryPage, "fetch little": fetchesLittle, "keep its header": keepsItsHeader,
		"take a suggestion": takesASuggestion, "search without suggestions": searchesWithoutSuggestions,
	})
}

// A journey is what people do on a portal.
type journey func(t *testing.T, site *portal)

// together runs journeys beside each other on one portal.
func together(t *testing.T, journeys map[string]journey) {
	t.Helper()
	needBrowser(t)
	site := newPortal(t)
	for name, run := range journeys {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			run(t, site)
		})
	}
}

// once is for a journey that is no sweep: deep, it is not made again.
func once(t *testing.T) {
	t.Helper()
	if depth.Deep() {
		t.Skip("skipped: make test has it whole")
	}
}

// withAndWithout runs a journey with JavaScript and without: in make test one
// of the two ways, on every other day, and deep what make test leaves out.
func withAndWithout(t *testing.T, site *portal, journey func(t *testing.T, b *tab, scripts bool)) {
	t.Helper()
	const parts = 4
	today, first := depth.Portion(t, "the ways", parts), int(crc32.ChecksumIEEE([]byte(t.Name()))%parts)
	for n, scripts := range []bool{true, false} {
		if !today(first + parts/2*n) {
			continue
		}
		t.Run(fmt.Sprintf("scripts=%t", scripts), func(t *testing.T) {
			t.Parallel()
			b := open(t, site, usual)
			if !scripts {
				b.withoutScripts()
			}
			journey(t, b, scripts)
		})
	}
}

// A reader narrows the list: the number beside a choice is the list's total
// once it is chosen, and a chip takes the choice back.
func narrowsTheList(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		b.visit("/tekojen-tori")
		all := b.total()
		promised := number(evaluate[string](b, `document.querySelector('label:has(#vuosi-2022) .n').textContent`))
		evaluate[bool](b, `window.still = true`)
		b.choose("vuosi", "2022")
		if scripts {
			b.until("the narrowed list", func() bool { return b.total() == promised })
			if !evaluate[bool](b, `window.still === true`) {
				t.Error("the list is not narrowed in place: the whole page was loaded")
			}
		} else {
			b.press("Näytä teot")
		}
		if got := b.total(); got != promised || got == 0 || got >= all {
			t.Errorf("2022 has %d acts of %d, want %d as the filter said", got, all, promised)
		}
		if !strings.Contains(b.address(), "vuosi=2022") {
			t.Errorf("the choice is not in the address: %s", b.address())
		}
		b.accessible(allRules)
		b.fill("haku", "työ") // within what is chosen, in every language
		b.press("Hae")
		if !strings.Contains(b.address(), "vuosi=2022") || b.total() == 0 || b.total() >= promised {
			t.Errorf("a search in the narrowed list leads to %s with %d acts", b.address(), b.total())
		}
		b.visit("/tekojen-tori")
		b.choose("vuosi", "2022")
		if scripts {
			b.until("the narrowed list", func() bool { return b.total() == promised })
		} else {
			b.press("Näytä teot")
		}
		b.follow("Svenska")
		if got := b.total(); got != promised || !strings.HasPrefix(b.address(), "/sv/") {
			t.Errorf("the narrowed list in Swedish is %s with %d acts", b.address(), got)
		}
		b.visit("/tekojen-tori?vuosi=2022")
		b.follow("2022")
		if got := b.total(); got != all || strings.Contains(b.address(), "2022") {
			t.Errorf("without the choice %s has %d acts, want %d", b.address(), got, all)
		}
		b.untroubled()
	})
}

// A reader searches in vain, is helped on, and reads an act.
func searchesAndReads(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, _ bool) {
		b.visit("/tekojen-tori")
		b.fill("haku", "qwxzqwxz")
		b.press("Hae")
		if got := b.total(); got != 0 {
			t.Errorf("a search for nothing finds %d acts", got)
		}
		if !b.has("link", "Ilmoita teko") && !b.has("link", "Kerro") {
			t.Error("an empty result does not say how to tell about an act")
		}
		b.accessible(allRules)
		b.fill("haku", "päiväkodissa")
		b.press("Hae")
		if b.total() == 0 {
			t.Fatal("päiväkodissa finds nothing")
		}
		title := evaluate[string](b, `document.querySelector('#tulokset a[href*="/katso/"]').textContent.trim()`)
		b.follow(title)
		if got := evaluate[string](b, `document.querySelector('h1').textContent.trim()`); got != title {
			t.Errorf("the link “%s” leads to “%s”", title, got)
		}
		b.sound("act-read")
	})
}

// What cannot be said in an address of ours is a page that helps.
func mistypesAnAddress(t *testing.T, site *portal) {
	once(t)
	b := open(t, site, usual)
	for path, want := range map[string]int{
		"/tekojen-tori?sivu=-1": http.StatusBadRequest, "/tekojen-tori?toimiala=ei-ole": http.StatusNotFound, "/katso/ei-ole": http.StatusNotFound,
	} {
		if got := b.visit(path); got != want {
			t.Errorf("%s: status %d, want %d", path, got, want)
		}
		if !b.has("link", "Selaa tekoja") && !b.has("link", "Etusivu") {
			t.Errorf("%s: no way on", path)
		}
	}
}

// total is the number that the list says it has.
func (b *tab) total() int {
	b.t.Helper()
	return number(evaluate[string](b, `document.querySelector('#tulokset h2').textContent`))
}

var notDigit = regexp.MustCompile(`\D`)

// number is the number in a text as people write it: 1 234 tekoa.
func number(text string) int {
	n := 0
	for _, digit := range notDigit.ReplaceAllString(text, "") {
		n = n*10 + int(digit-'0')
	}
	return n
}
