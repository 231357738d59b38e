package e2e

import (
	"fmt"
	"strings"
	"testing"
)

// TestJointActs is what the partner of an act says to being named.
func TestJointActs(t *testing.T) {
	t.Parallel()
	together(t, map[string]journey{"named as a partner, and none": isNoPartner})
}

// The coordinator of a partner says that the organisation takes no part, which
// the owner reads, and takes that back.
func isNoPartner(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		title, note := fmt.Sprintf("Yhteinen varasto kahdelle kunnalle %t", scripts), fmt.Sprintf("Me vasta harkitsemme tätä: %t.", scripts)
		b.carry(site.session(t, member))
		b.visit("/ilmoita-teko")
		b.fill("organization", "Vaasan kaupunki")
		b.fill("partners", "Limingan kunta")
		b.press("Tallenna ja jatka")
		b.writeRest(title)
		desk := open(t, site, usual).carry(site.session(t, coordinator))
		desk.visit("/oma/organisaatio")
		desk.soundIn("own-organisation-joint")
		desk.follow("Emme ole mukana: " + title)
		desk.soundInAll("joint-act")
		desk.fill("note", note)
		desk.press("Emme ole mukana")
		desk.soundIn("own-organisation-no-partner")
		b.visit("/omat-teot")
		if text := b.text(); !strings.Contains(text, "Limingan kunta on kertonut, ettei se ole mukana") || !strings.Contains(text, note) {
			t.Errorf("the owner does not read of it:\n%s", text)
		}
		b.soundInAll("own-acts-no-partner")
		if file := string(site.getAs(t, desk.kept(), "/oma/organisaatio/teot.csv")); !desk.has("link", "CSV") || !strings.HasPrefix(file, "\ufeff") {
			t.Errorf("the file of the organisation begins with %.200q", file)
		}
		desk.follow("Peru: " + title)
		desk.soundIn("joint-act-denied")
		desk.press("Olemme sittenkin mukana")
		b.visit("/omat-teot")
		if strings.Contains(b.text(), note) {
			t.Error("what was taken back is still there")
		}
	})
}
