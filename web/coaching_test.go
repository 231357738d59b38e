package web_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tekojentori.fi/tori/internal/coaching"
)

const coachings = "ref,organization,sector,theme,approved_on,provider,coach,days,participants,grades\n" +
	"s-1,Limingan kunta,transport,leadership,2021-12-31,Malli Oy,Salainen Sparraaja,2,1200,5|4|5\n" +
	"s-2,Limingan kunta,,digitalisation,2022-01-01,Malli Oy,Toinen,1,34,5\n" +
	"s-3,Oulun kaupunki,transport,digitalisation,2022-06-01,Toinen Oy,Toinen,3,6,\n"

// The page of sparring has every number with its rule, of all time and of a
// period, at once after an import; the files have the same. Nobody is named.
func TestSparringInNumbers(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	p.says("visitor", "/sparraus", "Sparrauksia ei ole vielä.")
	report, err := coaching.New(p.db, p.site.Organizations, p.site.Terms).Import(t.Context(), strings.NewReader(coachings))
	if err != nil || len(report.Problems) > 0 {
		t.Fatalf("%+v, %v", report, err)
	}
	if err := p.site.Watcher.Look(t.Context()); err != nil {
		t.Fatal(err)
	}
	for path, words := range map[string][]string{
		"/sparraus": {
			stat(3, "Hyväksytyt sparraukset"), stat(2, "Organisaatiot"), stat(6, "Sparrauspäivät"), stat(1240, "Osallistujat"), stat(2, "Palveluntuottajat"), stat(3, "Sparraajat"),
			"Palaute: 4,8, kun paras on 5 (vastauksia 4).", "Sparraushakemukset, jotka ohjelma on hyväksynyt.", "Koko aika, hyväksymispäivän mukaan", "koko organisaatiota koskevat sparraukset: 1.", "Liikenne", "Digitalisaatio ja uudet toimintatavat",
		},
		"/sparraus?alkaen=2022-01-01&asti=2022-05-31": {stat(1, "Hyväksytyt sparraukset"), stat(34, "Osallistujat"), "1.1.2022–31.5.2022, hyväksymispäivän mukaan", "Näytä koko aika", "/avoin-data/sparraus.csv?alkaen=2022-01-01&amp;asti=2022-05-31"},
		"/sparraus?alkaen=2030-01-01":                 {"Tältä ajalta ei ole sparrauksia.", "Näytä koko aika"},
		"/sv/sparraus":                                {"Godkända sparringar", "Hela tiden, enligt dagen för godkännandet", "Respons: 4,8"},
		"/en/sparraus":                                {"Approved coachings", "All time, by the day of approval", "Feedback: 4.8"},
		"/avoin-data/sparraus.csv":                    {"coachings;coachings;Hyväksytyt sparraukset;3;3;", "coachings_by_sector;transport;Liikenne;2;2;", "coachings_by_year;2022;2022;2;3;", "coaching_answers_by_grade;5;5;3;4;", ";approved"},
		"/avoin-data/sparraus.csv?alkaen=2022-01-01":  {"coachings;coachings;Hyväksytyt sparraukset;2;2;", "1.1.2022–, hyväksymispäivän mukaan"},
		"/avoin-data":                                 {"/avoin-data/sparraus.xlsx"},
		"/avoin-data/dcat.jsonld":                     {"/avoin-data/sparraus.json"},
	} {
		for _, w := range words {
			p.says("visitor", path, w)
		}
		if body := p.as("visitor", path, nil).Body.String(); strings.Contains(body, "Salainen") || strings.Contains(body, "Malli Oy") {
			t.Errorf("%s names a coach or a provider", path)
		}
	}
}

// The files of sparring can be read by what they say they are.
func TestSparringAsFiles(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	if _, err := coaching.New(p.db, p.site.Organizations, p.site.Terms).Import(t.Context(), strings.NewReader(coachings)); err != nil {
		t.Fatal(err)
	}
	var file struct {
		Tables []struct {
			Key, Basis string
			Total      int
		}
	}
	if err := json.Unmarshal(p.as("visitor", "/avoin-data/sparraus.json", nil).Body.Bytes(), &file); err != nil || len(file.Tables) != 10 || file.Tables[0].Total != 3 || file.Tables[0].Basis != "approved" {
		t.Errorf("%v, %+v", err, file)
	}
	book, err := excelize.OpenReader(bytes.NewReader(p.as("visitor", "/avoin-data/sparraus.xlsx", nil).Body.Bytes()))
	if err != nil || len(book.GetSheetList()) != 11 {
		t.Fatalf("%v, %v", err, book.GetSheetList())
	}
	if n, err := book.GetCellValue(book.GetSheetList()[4], "C2"); err != nil || n != "1240" {
		t.Errorf("participants: %q, %v", n, err)
	}
	for path, want := range map[string]int{
		"/avoin-data/sparraus.exe": http.StatusNotFound, "/avoin-data/sparraus.jsonl": http.StatusNotFound,
		"/avoin-data/sparraus.csv?alkaen=eilen": http.StatusUnprocessableEntity, "/sparraus?alkaen=2022-02-02&asti=2022-02-01": http.StatusUnprocessableEntity,
	} {
		if got := p.as("visitor", path, nil).Code; got != want {
			t.Errorf("%s: %d, want %d", path, got, want)
		}
	}
}
