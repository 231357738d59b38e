package e2e

import (
	"fmt"
	"strings"
	"testing"
)

// TestUpdates is how an act that is out changes.
func TestUpdates(t *testing.T) {
	t.Parallel()
	together(t, map[string]journey{"updated after it came out": updatedLater})
}

// Its owner updates an act that is out. Readers see it as it was until a
// moderator, who sees what has changed, has approved it.
func updatedLater(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		title := fmt.Sprintf("Lounaspöytä yhdistää yksiköt %t", scripts)
		b.carry(site.session(t, member)).write(title)
		desk := open(t, site, usual).carry(site.session(t, moderator)).withoutScripts()
		approve := func() {
			desk.visit("/moderointi")
			desk.follow(title)
			desk.press("Ota käsittelyyn")
			desk.press("Hyväksy ja julkaise")
		}
		approve()
		b.visit("/omat-teot")
		b.press("Päivitä: " + title)
		b.sound("update-form")
		b.fill("need", "Kerromme nyt senkin, miten aloitimme.")
		b.press("Tallenna luonnos")
		for _, v := range threeTongues {
			b.look(v)
			b.visit("/omat-teot")
			b.sound("own-acts-update")
		}
		b.follow("Jatka päivitystä: " + title)
		b.follow("Tarkista ja lähetä")
		b.press("Lähetä julkaistavaksi")
		if !strings.Contains(b.text(), "päivitys odottaa nyt moderoijaa") {
			t.Errorf("%s does not thank for the update", b.address())
		}
		reader := open(t, site, usual)
		reader.visit("/tekojen-tori")
		reader.follow(title)
		if text := reader.text(); strings.Contains(text, "miten aloitimme") || !strings.Contains(text, "tieto jäi paperille") {
			t.Error("a reader does not see the act as it was")
		}
		desk.visit("/moderointi")
		desk.follow(title)
		if text := desk.text(); !strings.Contains(text, "Mitä on muuttunut") || !strings.Contains(text, "miten aloitimme") {
			t.Error("the moderator does not see what has changed")
		}
		desk.soundInAll("review-update")
		approve()
		reader.until("the approved update", func() bool {
			reader.visit(reader.address())
			return strings.Contains(reader.text(), "miten aloitimme")
		})
		b.visit("/omat-teot")
		b.press("Päivitä: " + title)
		b.fill("need", "Tämän kadumme vielä.")
		b.press("Tallenna luonnos")
		b.takeBack("Kyllä, peru päivitys: "+title, "häviävät")
		if b.has("link", "Jatka päivitystä: "+title) || !b.has("button", "Päivitä: "+title) {
			t.Error("the update that was dropped is still there")
		}
	})
}

// takeBack presses a button of the own acts that takes something back: it is
// out of reach until the question is opened, which tells what happens.
func (b *tab) takeBack(button, told string) {
	b.t.Helper()
	if b.has("button", button) {
		b.t.Errorf("%q is not asked first", button)
	}
	b.unfold(fmt.Sprintf(`details:has([aria-label=%q])`, button))
	if !strings.Contains(b.text(), told) {
		b.t.Errorf("%q does not tell that %q", button, told)
	}
	b.soundIn("own-acts-asked")
	b.press(button)
}
