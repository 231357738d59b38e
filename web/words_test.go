package web_test

import (
	"fmt"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/attachment/attachmenttest"
	"tekojentori.fi/tori/internal/postgres"
)

// The list names the document that a word stands in when the act itself does
// not have it, and shows the piece.
func TestWordsOfDocuments(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.published(1, func(c *act.Content) { c.Lead = "Aamut ovat rauhallisempia." })
	if err := p.site.Attachments.Import(t.Context(), a.ID, attachmenttest.File("Päivän kulku.pdf", attachmenttest.PDF("Karhuryhmien nukkumalista & muuta")), ""); err != nil {
		t.Fatal(err)
	}
	all, err := p.site.Attachments.Of(t.Context(), a, account.Account{})
	if err != nil || len(all) != 1 {
		t.Fatalf("%d files, %v", len(all), err)
	}
	if err := p.site.Attachments.ReadWords(t.Context(), all[0].ID); err != nil {
		t.Fatal(err)
	}
	body := p.as("visitor", "/tekojen-tori?haku=nukkumalista+aamut", nil).Body.String()
	for _, want := range []string{"Löytyy liitteestä Päivän kulku.pdf", "<mark>Aamut</mark>"} {
		if !strings.Contains(body, want) {
			t.Errorf("a list without %q", want)
		}
	}
	if body := p.as("visitor", "/sv/tekojen-tori?haku=nukkumalista", nil).Body.String(); !strings.Contains(body, "<mark>nukkumalista</mark> &amp; muuta") || !strings.Contains(body, "Finns i bilagan Päivän kulku.pdf") {
		t.Error("the piece of the document is not shown")
	}
	if body := p.as("visitor", "/tekojen-tori?haku=aamut", nil).Body.String(); strings.Contains(body, "liitteestä") {
		t.Error("a document is named that tells nothing more")
	}
}

// An author is told why the search does not find an act by the words of a
// document, in every language; nothing keeps the document from being sent.
func TestAnAuthorIsToldOfWordsThatCouldNotBeRead(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.draft()
	locked := strings.Replace(string(attachmenttest.PDF("Kotihoito")), "/Root", "/Encrypt<</Filter/Standard/V 1/R 2/O(00000000000000000000000000000000)/U(00000000000000000000000000000000)/P 0>>/ID[(a)(b)]/Root", 1)
	p.upload("member", a, contact(a, "upload"), sent{"lukossa.pdf", []byte(locked)}, sent{"rikki.pdf", attachmenttest.PDF("x")[:150]},
		sent{"tyhja.pdf", attachmenttest.PDF("")}, sent{"raskas.pdf", attachmenttest.PDF("y")}, sent{"ohje.pdf", attachmenttest.PDF("Karhuryhmä")})
	step := fmt.Sprintf("/ilmoita-teko/%d/yhteystiedot", int64(a.ID))
	if body := p.as("member", step, nil).Body.String(); strings.Count(body, "data-waiting") != 5 || strings.Contains(body, "haku ei löydä") {
		t.Errorf("%d of 5 documents wait to be read", strings.Count(body, "data-waiting"))
	}
	for _, f := range p.filesOf(a) {
		if err := p.site.Attachments.ReadWords(t.Context(), f.ID); err != nil {
			t.Fatal(err)
		}
		if f.Name == "raskas.pdf" {
			if err := postgres.Exec(t.Context(), p.db, "UPDATE attachment_text SET outcome = 'heavy', body = '' WHERE attachment_id = $1", f.ID); err != nil {
				t.Fatal(err)
			}
		}
	}
	for lang, told := range map[string][]string{
		"":    {"suojattu salasanalla", "ei kuitenkaan pystytty lukemaan", "ei kuitenkaan löytynyt tekstiä", "liian suuri tai raskas", ">Valmis<"},
		"/sv": {"skyddad med lösenord", "gick ändå inte att läsa", "hittades ändå ingen text", "för stor eller tung", ">Klar<"},
		"/en": {"locked with a password", "could not be read", "no text was found", "too large or heavy", ">Ready<"},
	} {
		body := p.as("member", lang+step, nil).Body.String()
		for _, words := range told {
			if strings.Count(body, words) != 1 {
				t.Errorf("%s: %q stands there %d times", lang, words, strings.Count(body, words))
			}
		}
		if strings.Contains(body, "data-waiting") {
			t.Errorf("%s: a document waits though all have been read", lang)
		}
	}
}
