package web_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/act"
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
