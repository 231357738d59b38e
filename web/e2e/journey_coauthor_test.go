package e2e

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// TestTwoPeople is an act that two write, on one portal.
func TestTwoPeople(t *testing.T) {
	t.Parallel()
	together(t, map[string]journey{"one draft of two": oneDraftOfTwo, "archived by its owner": archivedByOwner, "counted readers": countedReaders, "too much at once": tooMuch})
}

// The owner and a co-author write the same draft: the second to save is shown
// both texts, chooses of each, and neither is lost.
func oneDraftOfTwo(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		email := map[bool]string{true: coordinator, false: newcomer}[scripts]
		owner, mate := site.person(t, member), site.person(t, email)
		act := owner.drafts("Yhteinen luonnos", nil)
		owner.post("/omat-teot/"+act+"/tekijat", "/omat-teot/"+act+"/tekijat", url.Values{"email": {email}})
		_, token, _ := strings.Cut(b.mailed(email, "/kutsut/"), "/kutsut/")
		mate.post("/omat-teot", "/kutsut/"+token, url.Values{"answer": {"yes"}})
		step := "/ilmoita-teko/" + act + "/tarve"
		other := open(t, site, usual).carry(owner.cookies).withoutScripts()
		b.carry(mate.cookies)
		b.visit(step)
		other.visit(step)
		other.fill("title", "Omistajan nimi teolle")
		other.fill("need", "Omistajan tarve.")
		other.press("Tallenna luonnos")
		b.fill("title", "Kaverin nimi teolle")
		b.fill("need", "Kaverin tarve.")
		if scripts {
			b.says("on muutettu muualla")
			b.press("Vertaa ja valitse")
		} else {
			b.press("Tallenna luonnos")
		}
		text := b.text()
		for _, words := range []string{"Omistajan nimi teolle", "Omistajan tarve.", "Kaverin nimi teolle", "Kaverin tarve."} {
			if b.answered() != http.StatusConflict || !strings.Contains(text, words) {
				t.Fatalf("status %d, want 409 with %q:\n%s", b.answered(), words, text)
			}
		}
		b.soundInAll("clash-of-two")
		b.choose("take-title", "stored")
		b.choose("take-need", "typed")
		b.press("Tallenna valitut")
		other.visit(step)
		if title, need := other.value("title"), other.value("need"); title != "Omistajan nimi teolle" || need != "Kaverin tarve." {
			t.Errorf("the owner finds %q and %q", title, need)
		}
	})
}

// An owner archives an act: its page stays, and says so in every language; the
// list, the search and the feed have it no more, nor may the owner archive it
// twice.
func archivedByOwner(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		title, slug := "Varastoon viety kahvikuppi", "varastoon-viety-kahvikuppi"
		if !scripts {
			title, slug = "Varastoon viety teekannu", "varastoon-viety-teekannu"
		}
		writer := site.person(t, member)
		site.person(t, moderator).decides(writer.sends(title, nil), "otto", "julkaisu")
		b.until("the act in the list", func() bool { return site.lists(t, title) })
		b.carry(writer.cookies)
		b.visit("/omat-teot")
		b.unfold(`details:has([aria-label="Arkistoi teko: ` + title + `"])`)
		b.soundInAll("own-acts-archiving")
		b.unfold(`details:has([aria-label="Arkistoi teko: ` + title + `"])`)
		b.press("Arkistoi teko: " + title)
		if b.visit("/omat-teot"); b.has("button", "Arkistoi teko: "+title) {
			t.Error("what is archived may be archived again")
		}
		reader := open(t, site, usual)
		if got := reader.visit("/katso/" + slug); got != http.StatusOK {
			t.Errorf("the page of an archived act is %d", got)
		}
		reader.tellsInAll("act-archived-by-owner", "Tämä teko on arkistoitu.", "Den här gärningen är arkiverad.", "This act has been archived.")
		reader.until("the list without the act", func() bool { return !site.lists(t, title) })
		for _, path := range []string{"/syote/teot.atom", "/sitemap.xml", "/api/v1/acts?q=" + url.QueryEscape(title)} {
			if status, body := site.get(t.Context(), path); status != http.StatusOK || strings.Contains(string(body), slug) {
				t.Errorf("%s answers %d, and has the archived act: %t", path, status, strings.Contains(string(body), slug))
			}
		}
	})
}

// Who sends more than there is room for, or more often than a person would, is
// told so in every language; a text that is too long goes nowhere else.
func tooMuch(t *testing.T, site *portal) {
	once(t)
	writer := site.person(t, member)
	b := open(t, site, usual).carry(writer.cookies)
	b.visit("/ilmoita-teko/" + writer.drafts("Liian pitkä tarina", nil) + "/tarve")
	evaluate[bool](b, `(document.querySelector('[name=need]').value = 'ä'.repeat(6e5), true)`)
	b.press("Tallenna luonnos")
	if got := b.answered(); got != http.StatusRequestEntityTooLarge {
		t.Errorf("a form of more than a megabyte is answered with %d:\n%.300s", got, b.text())
	}
	b.soundInAll("too-large")
	b.visit("/palaute")
	for range 10 {
		site.posted(t, nil, "/palaute", nil)
	}
	b.press("Lähetä palaute")
	if got := b.answered(); got != http.StatusTooManyRequests {
		t.Errorf("the eleventh form of a minute is answered with %d", got)
	}
	b.soundInAll("too-many")
}
