package e2e

import (
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestFigures is the published figures wherever they stand, and a table of the
// programme team from the first choice to the file.
func TestFigures(t *testing.T) {
	t.Parallel()
	together(t, map[string]journey{"the published figures": readsTheFigures, "of sparring": readsTheCoachings, "of workshops": readsTheWorkshops, "a cross table": countsTheActs, "a monthly report": ordersAReport, "readings": countsReadings, "on paper": printsTheFigures, "of the own organisation": countsTheOwn, "narrowed": narrowsTheFigures})
}

const of2022 = "kampanja=hyva-kiertamaan-2022"

// published is the table that the programme has published of its campaign of 2022.
var published = []string{
	"Opetus ja kasvatus 55", "Sosiaali- ja terveyspalvelut 36", "Koskee useita toimialoja / koko organisaatiota 30", "Johto, hallinto ja talous 18", "Kulttuuri ja vapaa-aika 18",
	"Asuminen, kiinteistö ja ympäristö 11", "Elinkeino- ja yrityspalvelut 8", "Puhtaus- ja ravitsemuspalvelut 4", "Työllisyyspalvelut 3",
}

// A counted is a table of the API and of the files.
type counted struct {
	Key, Basis, Window            string
	Definition                    struct{ Basis, Window string }
	Total, Organizations, Awarded int
	Rows                          []struct {
		Label string
		Count int
	}
}

func (c counted) lines() []string {
	var lines []string
	for _, r := range c.Rows {
		lines = append(lines, r.Label+" "+strconv.Itoa(r.Count))
	}
	return lines
}

// rows is the rows of a chart, as they are read.
func (b *tab) rows(chart string) []string {
	b.t.Helper()
	return evaluate[[]string](b, `[...document.querySelectorAll('[aria-labelledby=`+chart+`] tbody tr')].map(r => r.querySelector('th').innerText.trim() + ' ' + r.querySelector('td').innerText.trim())`)
}

// The figures of 2022 are the published ones on the page, in an embedded chart,
// on the page of the campaign, in the API and in the file, with one rule.
func readsTheFigures(t *testing.T, site *portal) {
	const window = "29.8.2022–31.10.2022, lähetyspäivän mukaan"
	withAndWithout(t, site, func(t *testing.T, b *tab, _ bool) {
		for _, path := range []string{"/upota/toimiala?" + of2022, "/tilastot?" + of2022} {
			b.visit(path)
			if got := b.rows("sector"); !slices.Equal(got, published) {
				t.Errorf("%s: %q", path, got)
			}
			if !strings.Contains(b.text(), window) {
				t.Errorf("%s does not say which time it is of", path)
			}
		}
		for _, want := range []string{"183", "34", "49", "ilmoitettu kampanjaan ”Hyvä kiertämään 2022” ja lähetetty sen aikana"} {
			if !strings.Contains(b.text(), want) {
				t.Errorf("the page does not say %q", want)
			}
		}
		b.follow("Katso nämä teot listana")
		if !strings.Contains(b.text(), "183 tekoa") {
			t.Errorf("the list has not the acts: %s", b.address())
		}
		b.visit("/kampanjat/hyva-kiertamaan-2022")
		if text := b.text(); !strings.Contains(text, "183") || !strings.Contains(text, window) || !strings.Contains(b.rows("karki")[0], "Limingan kunta") {
			t.Errorf("the campaign: %.600s", text)
		}
		b.visit("/palkitut/2022")
		if text := b.text(); !strings.Contains(text, "49 palkittua tekoa") || !strings.Contains(text, "Suomen kekseliäin kunta\n") || !strings.Contains(text, "Limingan kunta") {
			t.Errorf("the awarded: %.300s", text)
		}
		b.visit("/tilastot?alkaen=2022-01-01&asti=2022-12-31&vertailu_alkaen=2021-01-01&vertailu_asti=2021-12-31")
		if got := b.rows("vertailu"); len(got) < 8 || got[0] != "Kehittämistekoja\nmuutos +177 (+2\u00a0950\u00a0%) 183" {
			t.Errorf("two periods: %q", got)
		}
		b.sound("statistics-compared")
	})
	var one counted
	if _, body := site.get(t.Context(), "/api/v1/statistics?by=sector&campaign=hyva-kiertamaan-2022"); json.Unmarshal(body, &one) != nil || !slices.Equal(one.lines(), published) ||
		one.Total != 183 || one.Organizations != 34 || one.Awarded != 49 || one.Definition.Basis != "submitted" || one.Definition.Window != window {
		t.Errorf("the API: %+v", one)
	}
	var file struct{ Tables []counted }
	_, body := site.get(t.Context(), "/avoin-data/tilastot.json?"+of2022)
	err := json.Unmarshal(body, &file)
	at := slices.IndexFunc(file.Tables, func(c counted) bool { return c.Key == "acts_by_sector" })
	if err != nil || at < 0 || !slices.Equal(file.Tables[at].lines(), published) || file.Tables[at].Basis != "submitted" || file.Tables[at].Window != window {
		t.Errorf("the file: %v, %+v", err, file.Tables)
	}
}

// The team counts by two things, sees the acts behind a number, keeps the table
// and takes it along with its percentages.
func countsTheActs(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		name := "Alueet ja tyypit"
		if !scripts {
			name = "Alueet ja tyypit ilman komentoja"
		}
		b.carry(site.session(t, team))
		b.visit("/ohjelma/tilastot?" + of2022)
		b.choose("rivit", "maakunta")
		b.choose("sarakkeet", "tyyppi")
		b.choose("osuus", "kaikki")
		if !scripts {
			b.press("Näytä taulukko")
		}
		b.until("the table", func() bool {
			return strings.Contains(b.text(), "Maakunta / Organisaatiotyyppi") && strings.Contains(b.text(), "100\u00a0%")
		})
		b.fill("name", name)
		b.press("Tallenna")
		if b.answered() != http.StatusOK || !b.has("link", name) {
			t.Fatalf("the table is not kept: %d at %s", b.answered(), b.address())
		}
		b.follow(name)
		b.follow("183: Yhteensä")
		if text := b.text(); !strings.Contains(text, "183 tekoa") {
			t.Errorf("behind 183: %.300s", text)
		}
	})
	cookies := site.session(t, team)
	if sheet := string(site.getAs(t, cookies, "/ohjelma/kampanjat/1/tiedote")); !strings.Contains(sheet, "183") || !strings.Contains(sheet, "34") || !strings.Contains(sheet, "lähetyspäivän mukaan") {
		t.Error("the press sheet has other figures")
	}
	file := string(site.getAs(t, cookies, "/ohjelma/tilastot.csv?rivit=maakunta&sarakkeet=&osuus=kaikki&"+of2022))
	if !strings.Contains(file, "Yhteensä;183\r\n") || !strings.Contains(file, "Yhteensä;100,0%\r\n") || !strings.Contains(file, "lähetyspäivän mukaan") {
		t.Errorf("the file: %s", file)
	}
}
