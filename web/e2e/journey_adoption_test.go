package e2e

import (
	"strings"
	"testing"
)

// TestAdoption is how an act spreads.
func TestAdoption(t *testing.T) {
	t.Parallel()
	together(t, map[string]journey{"taken into use": takenIntoUse})
}

// Who belongs to no organisation is told how to join one. A member tells that
// the own organisation has copied an act, first without saying how far it is;
// readers see it, and it can be taken back.
func takenIntoUse(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		act := "/katso/selkokieliklinikka-korjaa-paatoskirjeet"
		if !scripts {
			act = "/katso/kalustekierto-tyhjensi-kellarit"
		}
		b.visit(act)
		b.follow("Kirjaudu ja kerro, että tämä on käytössä teillä")
		outsider := open(t, site, usual).carry(site.session(t, newcomer))
		outsider.visit(act)
		outsider.sound("adoption-outsider")
		outsider.follow("Pyydä jäsenyyttä")
		if outsider.address() != "/oma/jasenyys" {
			t.Errorf("who wants to join is led to %s", outsider.address())
		}
		b.carry(site.session(t, member))
		b.visit(act)
		b.unfold(".tell")
		b.fill("note", "Kierrämme toimipisteet vuoron perään.")
		b.press("Kerro muille")
		b.soundInAll("adoption-errors")
		if got := b.value("note"); got != "Kierrämme toimipisteet vuoron perään." || !b.summary() {
			t.Errorf("after an error the note is %q, and a summary of problems is there: %t", got, b.summary())
		}
		b.choose("state", "in_use")
		b.press("Kerro muille")
		if text := b.text(); !strings.Contains(text, "Nyt muutkin näkevät") {
			t.Error("nobody thanks for what was told")
		}
		b.soundInAll("adoption-told")
		reader := open(t, site, usual)
		reader.visit(act)
		if text := reader.text(); !strings.Contains(text, "Kierrämme toimipisteet vuoron perään.") || !strings.Contains(text, "Limingan kunta") {
			t.Error("a reader does not see who has copied the act")
		}
		for part, has := range evaluate[map[string]bool](reader, `(s => ({list: s.querySelectorAll('.adopters > li').length > 1, map: s.querySelectorAll('.dots circle').length > 1, timeline: s.querySelectorAll('details.disclose dl dd').length > 1}))(document.getElementById('kaytossa'))`) {
			if !has {
				t.Errorf("where the act has spread is shown by no %s", part)
			}
		}
		title := evaluate[string](reader, `document.querySelector('h1').innerText`)
		reader.visit("/tekojen-tori?jarjestys=kaytetyimmat")
		if at := strings.Index(reader.text(), title); at < 0 {
			t.Error("the act is not among those that most have taken into use")
		}
		desk := open(t, site, usual).carry(site.session(t, coordinator))
		desk.visit("/oma/organisaatio")
		for _, v := range []view{{"fi", "dark", 320}, usual} {
			desk.look(v)
			desk.sound("own-organisation-confirm")
		}
		desk.press("Vahvista: " + title)
		desk.visit("/oma/organisaatio")
		if strings.Contains(desk.text(), title) {
			t.Error("what the coordinator has confirmed still waits")
		}
		b.press("Poista: Limingan kunta")
		if text := b.text(); strings.Contains(text, "Kierrämme toimipisteet") {
			t.Error("what was taken back is still there")
		}
	})
}

// unfold opens a folded part of the page.
func (b *tab) unfold(selector string) {
	b.t.Helper()
	evaluate[bool](b, `document.querySelector('`+selector+`').open = true`)
}
