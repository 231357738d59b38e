package e2e

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
)

// TestJury is a prize from its nominees to the decision.
func TestJury(t *testing.T) {
	t.Parallel()
	together(t, map[string]journey{"a jury": judgesAPrize, "by keyboard": judgesByKeyboard})
}

// A moderator nominates, the team sets the rules and calls a juror, who scores,
// and the team records the decision. Nobody else hears of it.
func judgesAPrize(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		name := "Vuoden kurkistus"
		if !scripts {
			name = "Vuoden vilkaisu"
		}
		b.carry(site.session(t, team))
		b.visit("/ohjelma/kampanjat")
		b.follow("Palkinnot: Hyvä kiertämään 2025")
		for _, l := range []string{"fi", "sv", "en"} {
			b.fill("name_"+l, name)
		}
		b.press("Lisää palkinto")
		b.follow("Raati ja ehdokkaat")
		panel := b.address()
		for n, criterion := range []string{"Uutuus", "Hyöty"} {
			for _, l := range []string{"fi", "sv", "en"} {
				b.fill("name_"+l+"-"+string(rune('1'+n)), criterion)
			}
			b.fill("weight-"+string(rune('1'+n)), "50")
		}
		b.press("Tallenna perusteet")
		b.fill("email", juror)
		b.press("Lisää raatiin")
		if text := b.text(); !strings.Contains(text, "Raija Raati") {
			t.Fatalf("the juror is not on the jury: %s", text)
		}
		nominates(t, b, site, name)
		scores(t, b, site, name, scripts)
		b.carry(site.session(t, team))
		b.visit(panel)
		if text := b.text(); !strings.Contains(text, "1 / 1") || strings.Contains(text, "Painotettu keskiarvo") {
			t.Errorf("while it scores: %s", text)
		}
		b.press("Päätä pisteytys")
		if text := b.text(); !strings.Contains(text, "4,50") {
			t.Errorf("no result: %s", text)
		}
		b.press("Jatka perusteluihin")
		if b.answered() != http.StatusUnprocessableEntity || !b.summary() {
			t.Errorf("nobody is chosen: status %d", b.answered())
		}
		b.choose("voittaja", b.value("voittaja"))
		b.press("Jatka perusteluihin")
		b.sound("team-decision")
		b.press("Kirjaa päätös")
		if b.answered() != http.StatusUnprocessableEntity || !b.summary() {
			t.Errorf("decided without a citation: status %d", b.answered())
		}
		b.fill(b.called(`[name^="citation_fi"]`), "Uskalsi kurkistaa.")
		b.press("Kirjaa päätös")
		if text := b.text(); !strings.Contains(text, "Päätös on tehty") {
			t.Errorf("no decision: %s", text)
		}
		reader := open(t, site, usual)
		if reader.visit("/katso/maanantain-halytinkierros"); strings.Contains(reader.text(), name) {
			t.Error("a reader sees the award before the gala")
		}
	})
}

// called is the name of the first field of a selector.
func (b *tab) called(css string) string {
	b.t.Helper()
	return evaluate[string](b, fmt.Sprintf(`document.querySelector(%q).name`, css))
}

func nominates(t *testing.T, b *tab, site *portal, name string) {
	t.Helper()
	b.carry(site.session(t, moderator))
	b.visit("/ehdotukset")
	b.follow(name)
	b.fill("winner", "tallaista-ei-ole")
	b.fill("reason", "Uskalsi kokeilla.")
	b.press("Ehdota")
	if b.answered() != http.StatusUnprocessableEntity || !b.summary() {
		t.Errorf("what takes no part is nominated: status %d", b.answered())
	}
	b.fill("winner", "maanantain-halytinkierros")
	b.press("Ehdota")
	if text := b.text(); !strings.Contains(text, "Maanantain hälytinkierros") {
		t.Fatalf("not nominated: %s", text)
	}
}

func scores(t *testing.T, b *tab, site *portal, name string, scripts bool) {
	t.Helper()
	b.carry(site.session(t, juror))
	b.visit("/raati")
	b.follow(name)
	b.follow("Maanantain hälytinkierros")
	b.choose(b.called(`[name^="points-"]`), "5")
	if scripts { // it keeps itself
		b.says("Tallennettu")
	}
	b.press("Tallenna")
	if text := b.text(); !strings.Contains(text, "Kesken") {
		t.Errorf("half a ballot is not kept: %s", text)
	}
	b.follow("Maanantain hälytinkierros")
	b.choose(b.called(`fieldset:last-of-type [name^="points-"]`), "4")
	b.press("Tallenna ja siirry seuraavaan")
	if text := b.text(); !strings.Contains(text, "Olet pisteyttänyt 1 / 1") {
		t.Errorf("not scored: %s", text)
	}
}
