package e2e

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
)

// TestAutosave is what becomes of words that nobody has sent.
func TestAutosave(t *testing.T) {
	t.Parallel()
	together(t, map[string]journey{
		"kept as it is typed": keptAsTyped, "two tabs": twoTabs, "the session ends": sessionEnds, "the service is away": serviceAway,
	})
}

// begins is the address of the step with the need of a new act.
func (b *tab) begins() string {
	b.t.Helper()
	b.visit("/ilmoita-teko")
	b.fill("organization", "Limingan kunta")
	b.press("Tallenna ja jatka")
	return b.address()
}

// says waits until the form says something of how far the text is.
func (b *tab) says(words string) {
	b.t.Helper()
	b.until(words, func() bool {
		return strings.Contains(evaluate[string](b, `document.querySelector('[data-saving]').innerText`), words)
	})
}

// What is typed is stored without a button, from the first field on.
func keptAsTyped(t *testing.T, site *portal) {
	once(t)
	b := open(t, site, usual).carry(site.session(t, member))
	b.visit("/ilmoita-teko")
	b.fill("organization", "Uusi tuntematon yhti")
	b.fill("unit", "Keittiö")
	b.says("Uusi organisaatio tallentuu")
	b.sound("submit-autosaved-partly")
	b.fill("organization", "Limingan kunta")
	b.says("Tallennettu")
	b.until("the draft's own address", func() bool { return strings.Contains(b.address(), "/tyopaikka") })
	b.visit(b.address())
	if b.value("unit") != "Keittiö" || b.value("organization") != "Limingan kunta" {
		t.Errorf("after a reload: %q in %q", b.value("unit"), b.value("organization"))
	}
	b.press("Tallenna ja jatka")
	b.fill("title", "Keittiö säästää vettä")
	b.fill("need", "Vettä kului.")
	b.choose("themes", "developing-together")
	b.says("Tallennettu")
	b.until("an empty browser", func() bool { return evaluate[int](b, `localStorage.length`) == 0 })
	b.visit(b.address())
	if b.value("title") != "Keittiö säästää vettä" || b.value("need") != "Vettä kului." || !evaluate[bool](b, `document.querySelector('[value="developing-together"]').checked`) {
		t.Error("what was typed is not there after a reload")
	}
	b.soundInAll("submit-autosaved")
}

// Of two tabs the second is shown both texts, and chooses.
func twoTabs(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		session := site.session(t, member)
		b.carry(session)
		step := b.begins()
		other := open(t, site, usual).carry(session).withoutScripts()
		other.visit(step)
		other.fill("title", "Toisen ikkunan nimi")
		other.press("Tallenna luonnos")
		b.fill("title", "Tämän ikkunan nimi")
		if scripts {
			b.says("on muutettu muualla")
			b.sound("submit-clash-noticed")
			b.press("Vertaa ja valitse")
		} else {
			b.press("Tallenna luonnos")
		}
		if text := b.text(); b.answered() != http.StatusConflict || !strings.Contains(text, "Toisen ikkunan nimi") || !strings.Contains(text, "Tämän ikkunan nimi") {
			t.Fatalf("status %d, want 409 with both texts:\n%s", b.answered(), text)
		}
		for _, v := range []view{{"fi", "dark", 320}, usual} {
			b.look(v)
			b.sound(fmt.Sprintf("submit-clash-%t", scripts))
		}
		b.choose("take-title", "stored")
		b.press("Tallenna valitut")
		b.visit(step)
		if got := b.value("title"); got != "Toisen ikkunan nimi" {
			t.Errorf("the title chosen is %q", got)
		}
	})
}

// A session that ends in the middle loses nothing.
func sessionEnds(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		b.carry(site.session(t, member))
		step := b.begins()
		call(b, network.ClearBrowserCookies, cdp.Empty{})
		b.fill("need", "Ennen vuoronvaihtoa tieto hukkui.")
		if scripts {
			b.says("Kirjautumisesi on vanhentunut")
			b.sound("submit-signed-out")
			b.follow("Kirjaudu uudelleen")
			b.carry(site.session(t, member))
			b.visit(step)
			b.says("Tallennettu")
		} else {
			b.press("Tallenna luonnos")
			if !strings.Contains(b.text(), "kirjoittamasi on tallessa") {
				t.Errorf("%s does not say that nothing is lost", b.address())
			}
			b.soundInAll("sign-in-text-kept")
			b.carry(site.session(t, member))
			b.visit(evaluate[string](b, `new URLSearchParams(location.search).get('next')`))
			b.press("Jatka")
			b.visit(step)
		}
		if got := b.value("need"); got != "Ennen vuoronvaihtoa tieto hukkui." {
			t.Errorf("the text is %q", got)
		}
	})
}

// While the service is away the text stays in the browser, and goes when it
// can; a reload in between loses nothing.
func serviceAway(t *testing.T, site *portal) {
	once(t)
	b := open(t, site, usual).carry(site.session(t, member))
	step := b.begins()
	away := func(yes bool) {
		call(b, network.SetBlockedURLs, network.SetBlockedURLsParams{URLPatterns: []*network.BlockPattern{{URLPattern: "*://*:*/*/tallennus", Block: yes}}})
	}
	away(true)
	b.fill("need", "Kirjoitettu ilman yhteyttä.")
	b.says("Palveluun ei juuri nyt saada yhteyttä")
	b.sound("submit-away")
	b.visit(step)
	if got := b.value("need"); got != "Kirjoitettu ilman yhteyttä." {
		t.Errorf("after a reload the text is %q", got)
	}
	away(false)
	b.says("Tallennettu")
	fresh := open(t, site, usual).carry(site.session(t, member)).withoutScripts()
	fresh.visit(step)
	if got := fresh.value("need"); got != "Kirjoitettu ilman yhteyttä." {
		t.Errorf("the server has %q", got)
	}
}
