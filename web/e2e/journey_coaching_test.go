package e2e

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// The tables that the programme has published of its sparrings of 2021 and 2022.
var (
	coachedSectors = []string{
		"Sosiaali- ja terveysala 14", "Opetus ja kasvatus 12", "Talous ja hallinto 8", "Vapaa-aika, kulttuuri ja nuoriso 8", "Elinvoima ja työllisyys 6",
		"Esihenkilötyö 5", "Puhtaus ja ravitsemus 2", "Työsuojeluorganisaatio 2", "Liikenne 1", "Jätehuolto 1",
	}
	coachedThemes = []string{
		"Työyhteisön ja toimintakulttuurin kehittäminen 26", "Työn kuormitus ja työhyvinvointi 17", "Yhdessä kehittäminen ja osallisuus 16",
		"Prosessit, palvelut ja asiakaslähtöisyys 11", "Etätyön ja -palvelujen kehittäminen 1", "Digitalisaatio ja uudet toimintatavat 1",
	}
)

// A reader comes to the figures of sparring from the foot of any page, finds
// the published ones, asks for a year, and takes the file along.
func readsTheCoachings(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, _ bool) {
		b.visit("/")
		b.follow("Sparraus")
		for _, want := range []string{"Hyväksytyt sparraukset\n72", "Organisaatiot\n49", "Sparrauspäivät\n127", "Osallistujat\n1\u00a0690", "Palveluntuottajat\n8", "Sparraajat\n11", "Palaute: 4,7, kun paras on 5", "koko organisaatiota koskevat sparraukset: 13."} {
			if !strings.Contains(b.text(), want) {
				t.Errorf("the page does not say %q", want)
			}
		}
		if got := b.rows("coachings_by_sector"); !slices.Equal(got, coachedSectors) {
			t.Errorf("by sector: %q", got)
		}
		if got := b.rows("coachings_by_theme"); !slices.Equal(got, coachedThemes) {
			t.Errorf("by theme: %q", got)
		}
		b.visit("/sparraus?alkaen=2021-01-01&asti=2021-12-31")
		if got := b.rows("coachings_by_year"); len(got) != 1 || !strings.HasPrefix(got[0], "2021 ") {
			t.Errorf("by year, of one: %q", got)
		}
		b.follow("Näytä koko aika")
		if got := b.rows("coachings_by_year"); len(got) != 2 {
			t.Errorf("by year: %q", got)
		}
		b.sound("coaching")
	})
	var file struct{ Tables []counted }
	_, body := site.get(t.Context(), "/avoin-data/sparraus.json")
	err := json.Unmarshal(body, &file)
	at := slices.IndexFunc(file.Tables, func(c counted) bool { return c.Key == "coachings_by_sector" })
	if err != nil || at < 0 || !slices.Equal(file.Tables[at].lines(), coachedSectors) || file.Tables[at].Basis != "approved" || file.Tables[at].Total != 59 {
		t.Errorf("the file: %v, %+v", err, file.Tables)
	}
}

// A reader comes to the workshops from the foot of any page, and finds the
// published figures of a series.
func readsTheWorkshops(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, _ bool) {
		b.visit("/")
		b.follow("Työpajat")
		b.follow("Kekseliäät kehittäjät")
		for _, want := range []string{"Haastattelut ja työpajat\n30", "Ilmoittautumisen viimeinen päivä: 31.3.2021.", "noin 50 työpajaa", "Sarjan ”Kekseliäät kehittäjät” pidetyt haastattelut ja työpajat, kukin kerran. Koko aika, pitopäivän mukaan."} {
			if !strings.Contains(b.text(), want) {
				t.Errorf("the page does not say %q", want)
			}
		}
		if got := b.rows("workshops_by_kind"); !slices.Equal(got, []string{"Haastattelut 12", "Työpajat 18"}) {
			t.Errorf("by kind: %q", got)
		}
		b.sound("workshop")
	})
	var file struct{ Tables []counted }
	_, body := site.get(t.Context(), "/avoin-data/tyopajat.json")
	if err := json.Unmarshal(body, &file); err != nil || len(file.Tables) != 4 || file.Tables[0].Total != 30 || file.Tables[0].Basis != "held" {
		t.Errorf("the file: %v, %+v", err, file.Tables)
	}
}
