package web_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/postgres"
)

var cellLink = regexp.MustCompile(`<a href="(/tekojen-tori[^"]*)" aria-label="(\d+): `)

// Every number of the cross table leads to a list of as many acts, whatever
// the table is narrowed to, and the file says the same numbers.
func TestNumbersOfTheCrossTableLeadToTheirActs(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	for n := range 4 {
		p.published(n, func(c *act.Content) {
			if n%2 == 1 {
				c.Language = "sv"
			}
		})
	}
	links := 0
	for _, query := range []string{"", "?rivit=toimiala&sarakkeet=kieli", "?rivit=teema&sarakkeet=&kieli=sv", "?rivit=maakunta&sarakkeet=vaihe&alkaen=2020-01-01&asti=2030-12-31&osuus=rivi"} {
		w := p.as("team", "/ohjelma/tilastot"+query, nil)
		if w.Code != http.StatusOK {
			t.Fatalf("%s: %d", query, w.Code)
		}
		for _, m := range cellLink.FindAllStringSubmatch(w.Body.String(), -1) {
			links++
			list := p.as("visitor", strings.ReplaceAll(m[1], "&amp;", "&"), nil)
			if want := ">" + m[2] + " teko"; list.Code != http.StatusOK || !strings.Contains(list.Body.String(), want) {
				t.Errorf("%s leads %s acts to %s: %d", query, m[2], m[1], list.Code)
			}
		}
	}
	if links < 10 {
		t.Errorf("only %d numbers lead to acts", links)
	}
	var file struct{ Total int }
	if err := json.Unmarshal(p.as("team", "/ohjelma/tilastot.json?kieli=sv", nil).Body.Bytes(), &file); err != nil || file.Total != 2 {
		t.Errorf("the file has %d acts, %v", file.Total, err)
	}
	if w := p.as("team", "/ohjelma/tilastot.jsonl", nil); w.Code != http.StatusNotFound {
		t.Errorf("a table of numbers as lines of acts: %d", w.Code)
	}
	for _, format := range []string{"csv", "xlsx"} {
		if w := p.as("team", "/ohjelma/tilastot."+format, nil); w.Code != http.StatusOK || w.Body.Len() == 0 {
			t.Errorf("%s: %d", format, w.Code)
		}
	}
}

// A table is kept by its address, and a wrong day keeps what was typed.
func TestACrossTableIsKept(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	key := strings.Repeat("0", 31) + "9"
	w := p.as("team", "/ohjelma/tilastot", url.Values{"form_key": {key}, "name": {"Ruotsinkieliset"}, "query": {"rivit=teema&sarakkeet=&kieli=sv&olematon=1"}, "shared": {"true"}})
	if to := w.Header().Get("Location"); w.Code != http.StatusSeeOther || to != "/ohjelma/tilastot?kieli=sv&rivit=teema&sarakkeet=" {
		t.Fatalf("kept: %d to %s", w.Code, to)
	}
	if body := p.as("admin", "/ohjelma/tilastot", nil).Body.String(); !strings.Contains(body, "Ruotsinkieliset</a>") {
		t.Error("what is shared is not seen by another")
	}
	w = p.as("team", "/ohjelma/tilastot?alkaen=eilen&asti=2026-01-01", nil)
	if body := w.Body.String(); w.Code != http.StatusUnprocessableEntity || !strings.Contains(body, `value="eilen"`) || !strings.Contains(body, `value="2026-01-01"`) {
		t.Errorf("a wrong day: %d", w.Code)
	}
}

// The table as on a day, by the older sectors and with mergers says so, is kept
// and taken along so, and each of its numbers leads to as many acts; also when
// one of them is for nobody to read any more.
func TestACrossTableThroughALens(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	for n := range 3 {
		p.published(n, func(*act.Content) {})
	}
	today := time.Now().In(i18n.Helsinki()).Format(time.DateOnly)
	const hidden = "Näistä 1 ei ole enää kaikkien luettavissa"
	query := "luettelo=2020&rivit=toimiala&sarakkeet=&tilanne=" + today + "&yhdistyneet=seuraajat"
	for _, stage := range []string{"all out", "one hidden"} {
		body := p.as("team", "/ohjelma/tilastot?osuus=kaikki&"+query, nil).Body.String()
		for _, want := range []string{"Luvut sellaisina kuin ne olivat", "laskettu sen seuraajalle", "vuoden 2020 luettelon", "Johto, hallinto ja talous; Työllisyyspalvelut", "100\u00a0%"} {
			if !strings.Contains(body, want) {
				t.Fatalf("%s: the page does not say %q", stage, want)
			}
		}
		links := teamLink.FindAllStringSubmatch(body, -1)
		if len(links) < 2 {
			t.Fatalf("%s: %d numbers lead to acts", stage, len(links))
		}
		for _, m := range links {
			acts := p.as("team", strings.ReplaceAll(m[1], "&amp;", "&"), nil)
			if text := acts.Body.String(); acts.Code != http.StatusOK || !strings.Contains(text, ">"+m[2]+" teko") || strings.Contains(text, hidden) != (stage != "all out") && m[2] == "3" {
				t.Errorf("%s: %s leads %s acts to %d: %q", stage, m[1], m[2], acts.Code, acts.Header())
			}
		}
		if stage == "all out" {
			// Nobody notes how it stands then: as when it happens on a later day.
			for _, sql := range []string{"UPDATE site_version SET version = version + 1", "UPDATE act SET status = 'hidden', site_version = (SELECT version FROM site_version) WHERE id = (SELECT min(id) FROM act)"} {
				if err := postgres.Exec(t.Context(), p.db, sql); err != nil {
					t.Fatal(err)
				}
			}
			p.look()
		}
	}
	var file struct {
		Rule, Sectors, Ended string
		AsOn                 string `json:"as_on"`
		Total                int
	}
	if err := json.Unmarshal(p.as("team", "/ohjelma/tilastot.json?"+query, nil).Body.Bytes(), &file); err != nil || file.Total != 3 || file.Sectors != "2020" || file.Ended != "successors" || file.AsOn != today || !strings.Contains(file.Rule, "seuraajalle") {
		t.Errorf("the file: %+v, %v", file, err)
	}
	w := p.as("team", "/ohjelma/tilastot", url.Values{"form_key": {strings.Repeat("0", 31) + "8"}, "name": {"Vanha"}, "query": {query}})
	if to := w.Header().Get("Location"); to != "/ohjelma/tilastot?"+query {
		t.Errorf("kept as %s", to)
	}
	counted, err := p.site.Counted(t.Context(), query)
	if err != nil || counted.Total != 3 || !strings.Contains(counted.Rule, "seuraajalle") {
		t.Errorf("the mail says %+v, %v", counted, err)
	}
	// A sector of the other list is what it is in this one; what it is not, and a day to come, are told.
	for query, want := range map[string]int{
		"?luettelo=2020&toimiala=education-and-upbringing": 200, "?toimiala=technical-services": 200, "?luettelo=2020&toimiala=employment-services": 422,
		"?toimiala=unknown": 400, "?tilanne=2999-01-01": 422, "?tilanne=eilen": 422, "/teot?rivi=unknown": 404, "/teot?sivu=9": 404, "/teot?sivu=x": 400, "/teot?tilanne=eilen": 422,
	} {
		if w := p.as("team", "/ohjelma/tilastot"+query, nil); w.Code != want {
			t.Errorf("%s: %d, want %d", query, w.Code, want)
		}
	}
}

var teamLink = regexp.MustCompile(`<a href="(/ohjelma/tilastot/teot[^"]*)" aria-label="(\d+): `)
