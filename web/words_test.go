package web_test

import (
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/attachment/attachmenttest"
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
