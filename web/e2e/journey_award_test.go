package e2e

import (
	"bytes"
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
)

// sheets is how many sheets of paper the page takes when it is printed.
func (b *tab) sheets() int {
	b.t.Helper()
	pdf := call(b, page.PrintToPDF, page.PrintToPDFParams{PreferCSSPageSize: new(true)}).Data
	return bytes.Count(pdf, []byte("/Type /Page\n"))
}

// The team corrects an award that is out, first without telling what was wrong;
// everyone reads it with its day, and the certificate is printed anew.
func correctsAnAward(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		name, why := "Kokoukset kestävät 45 minuuttia", "Perustelu oli jäänyt pois."
		if !scripts {
			name, why = "Sijainen kahdella napautuksella", "Perustelu puuttui."
		}
		b.carry(site.session(t, team))
		b.visit("/ohjelma/palkinnot/1")
		b.follow("Oikaise: " + name)
		b.fill("citation_fi", "Pieni teko, josta moni ottaa mallia.")
		b.press("Tallenna oikaisu")
		if b.answered() != http.StatusUnprocessableEntity || !b.summary() || b.value("citation_fi") == "" {
			t.Errorf("corrected in silence: status %d", b.answered())
		}
		for l, words := range map[string]string{"fi": why, "sv": "Motiveringen saknades.", "en": "The citation was missing."} {
			b.fill("erratum_"+l, words)
		}
		b.press("Tallenna oikaisu")
		if text := b.text(); !strings.Contains(text, why) {
			t.Errorf("the prize does not tell of the correction: %.400s", text)
		}
		b.follow("Kunniakirja: " + name)
		if text := b.text(); !strings.Contains(text, name) || !strings.Contains(text, "”Pieni teko, josta moni ottaa mallia.”") || b.sheets() != 1 {
			t.Errorf("the certificate on %d sheets: %.400s", b.sheets(), text)
		}
		b.sound("team-certificate")
		b.follow("Kampanjan kaikki kunniakirjat")
		if all := b.sheets(); all != 50 {
			t.Errorf("50 certificates take %d sheets", all)
		}
		reader := open(t, site, usual)
		reader.visit("/palkitut/2022")
		if text := reader.text(); !strings.Contains(text, why) {
			t.Error("the page of the year does not tell of the correction")
		}
		reader.follow(name)
		if text := reader.text(); !strings.Contains(text, why) {
			t.Errorf("the act does not tell of the correction: %.400s", text)
		}
		reader.follow("Kunniakirja: Vuoden kehittämisteko")
		if text := reader.text(); !strings.Contains(text, "”Pieni teko, josta moni ottaa mallia.”") || reader.sheets() != 1 {
			t.Errorf("the winner's certificate on %d sheets: %.400s", reader.sheets(), text)
		}
		reader.sound("certificate")
		reader.visit("/sv/palkitut/2022")
		if text := reader.text(); !strings.Contains(text, "Motiveringen saknades.") {
			t.Error("the page in Swedish does not tell of the correction")
		}
	})
}
