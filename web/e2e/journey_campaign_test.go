package e2e

import (
	"net/http"
	"strings"
	"testing"
	"time"
)

// TestCampaign is a campaign from its announcement to its entries.
func TestCampaign(t *testing.T) {
	t.Parallel()
	together(t, map[string]journey{"a campaign": runsACampaign, "awards": givesAwards, "a correction": correctsAnAward})
}

// The team announces a campaign, first wrongly; a submitter enters an act that
// was sent before with a click, and takes it out again.
func runsACampaign(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		name, act := "Syksyn koe", "Iltasiivous muuttui päivätyöksi"
		if !scripts {
			name, act = "Talven koe", "Helleviikon vuorot tehdään keväällä"
		}
		b.carry(site.session(t, team))
		b.visit("/ohjelma/kampanjat/uusi")
		b.fill("name_fi", name)
		b.press("Tallenna kampanja")
		if b.answered() != http.StatusUnprocessableEntity || b.value("name_fi") != name || !b.summary() {
			t.Errorf("status %d, the name is %q", b.answered(), b.value("name_fi"))
		}
		for _, l := range []string{"fi", "sv", "en"} {
			b.fill("name_"+l, name)
			b.fill("pitch_"+l, "Kerro, mitä teitte.")
		}
		b.fill("opens_on", time.Now().AddDate(-10, 0, 0).Format("2.1.2006"))
		b.fill("closes_on", time.Now().AddDate(0, 0, 3).Format("2.1.2006"))
		b.fill("goal", "5")
		b.choose("public", "true")
		b.press("Tallenna kampanja")
		if b.answered() != http.StatusOK {
			t.Fatalf("saving: status %d: %s", b.answered(), b.text())
		}
		path := "/kampanjat/" + strings.ReplaceAll(strings.ToLower(name), " ", "-")
		if status := b.visit(path); status != http.StatusOK || !strings.Contains(b.text(), "Tavoite on 5") {
			t.Fatalf("%s: status %d: %s", path, status, b.text())
		}
		b.sound("campaign-new")
		b.carry(site.session(t, member))
		b.visit("/omat-teot")
		b.press("Lisää kampanjaan " + name + ": " + act)
		if text := b.text(); !strings.Contains(text, "Mukana kampanjassa "+name) {
			t.Errorf("the act is not in the campaign: %s", text)
		}
		b.sound("own-acts-entered")
		b.press("Poista kampanjasta: " + act)
	})
}

// The team gives a prize in secret, first to an act that is not there; at the
// gala, which is put into the past here, everyone sees it.
func givesAwards(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		campaign, name := "Hyvä kiertämään 2024", "Vuoden oivallus"
		if !scripts {
			campaign, name = "Hyvä kiertämään 2023", "Vuoden kokeilu"
		}
		b.carry(site.session(t, team))
		b.visit("/ohjelma/kampanjat")
		b.follow("Palkinnot: " + campaign)
		for _, l := range []string{"fi", "sv", "en"} {
			b.fill("name_"+l, name)
		}
		b.press("Lisää palkinto")
		b.fill("winner", "tallaista-ei-ole")
		b.press("Kirjaa voittaja")
		if b.answered() != http.StatusUnprocessableEntity || !b.summary() {
			t.Errorf("an act that is not there wins: status %d", b.answered())
		}
		b.fill("winner", "https://example.fi/katso/kalustekierto-tyhjensi-kellarit")
		b.fill("citation_fi", "Mainio "+name)
		b.press("Kirjaa voittaja")
		if text := b.text(); !strings.Contains(text, "salassa gaalaan asti") {
			t.Errorf("the award is not under embargo: %s", text)
		}
		b.sound("team-prize-secret")
		reader := open(t, site, usual)
		reader.visit("/katso/kalustekierto-tyhjensi-kellarit")
		if strings.Contains(reader.text(), name) {
			t.Error("a reader sees an award before the gala")
		}
		b.visit("/ohjelma/kampanjat")
		b.follow(campaign)
		b.fill("gala_at", "1.12.2025 13.00")
		b.press("Tallenna kampanja")
		b.until("the award on the page of the year", func() bool {
			reader.visit("/palkitut/2025")
			return strings.Contains(reader.text(), "Mainio "+name)
		})
	})
}
