package web_test

import (
	"net/http"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/workshop"
)

// The pages of workshops say when there is nothing yet, and count what has been
// held at once after an import; the file has the same.
func TestWorkshopsInNumbers(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	service := workshop.New(p.db, p.site.Organizations)
	look := func() {
		t.Helper()
		if err := p.site.Watcher.Look(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	p.says("visitor", "/tyopajat", "Työpajasarjoja ei ole vielä.")
	if err := service.Load(t.Context()); err != nil {
		t.Fatal(err)
	}
	const series = "/tyopajat/kekseliaat-kehittajat"
	p.says("visitor", series, "Yhtään ei ole vielä pidetty.")
	file := "ref,series,organization,kind,held_on\nw-1,kekseliaat-kehittajat,Limingan kunta,interview,2021-02-01\nw-2,kekseliaat-kehittajat,Limingan kunta,workshop,2021-03-03\nw-3,kekseliaat-kehittajat,Oulun kaupunki,workshop,2021-03-30\n"
	if report, err := service.Import(t.Context(), strings.NewReader(file)); err != nil || report.Created != 3 {
		t.Fatalf("%+v, %v", report, err)
	}
	look()
	for path, words := range map[string][]string{
		"/tyopajat":                {"Kekseliäät kehittäjät", "Ilmoittautumisen viimeinen päivä: 31.3.2021.", "Haastatteluja ja työpajoja pidetty: 3"},
		series:                     {stat(3, "Haastattelut ja työpajat"), stat(2, "Organisaatiot"), "noin 50 työpajaa", "Koko aika, pitopäivän mukaan", "3/2021"},
		"/sv" + series:             {"Påhittiga utvecklare", "Sista anmälningsdag: 31.3.2021.", "Intervjuer och verkstäder"},
		"/en" + series:             {"Inventive developers", "The last day to sign up: 31 March 2021."},
		"/avoin-data/tyopajat.csv": {"workshops_held;kekseliaat-kehittajat;Haastattelut ja työpajat;3;3;", "workshops_by_kind;workshop;Työpajat;2;3;", "workshops_by_month;2021-03;3/2021;2;3;", ";held"},
		"/avoin-data":              {"/avoin-data/tyopajat.xlsx"},
		"/sitemap.xml":             {"tori.example" + series + "<", "tori.example/sv" + series + "<", "tori.example/en" + series + "<"},
	} {
		for _, w := range words {
			p.says("visitor", path, w)
		}
	}
	for _, path := range []string{"/tyopajat/ei-ole", "/avoin-data/tyopajat.exe"} {
		if got := p.as("visitor", path, nil).Code; got != http.StatusNotFound {
			t.Errorf("%s: %d", path, got)
		}
	}
}
