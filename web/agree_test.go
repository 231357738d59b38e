package web_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"tekojentori.fi/tori/internal/act"
)

// inAPI is what the API calls the parameters of the list.
var inAPI = map[string]string{
	"haku": "q", "toimiala": "sector", "teema": "theme", "organisaatio": "organization", "tyyppi": "organization_type", "maakunta": "region", "vuosi": "year",
	"vaihe": "stage", "palkittu": "awarded", "kieli": "language", "kampanja": "campaign", "kunta": "municipality", "alue": "wellbeing_county",
	"alkaen": "from", "asti": "until", "arkisto": "archived",
}

// dimensions is the facets of the list in which the acts of the test differ, or
// might.
var dimensions = []string{"toimiala", "teema", "organisaatio", "tyyppi", "maakunta", "vuosi", "vaihe", "kieli"}

type apiCounts struct {
	Total  int
	Facets map[string][]struct {
		Code  string
		Count int
	}
}

// api is the answer of the API to an address of the list.
func (p *portal) api(t *rapid.T, list url.Values) apiCounts {
	var a apiCounts
	p.askAPI(t, "/api/v1/acts?", list, &a)
	return a
}

func (p *portal) askAPI(t *rapid.T, path string, list url.Values, into any) {
	values := url.Values{}
	for name, all := range list {
		values[inAPI[name]] = all
	}
	if values.Has("archived") {
		values.Set("archived", "true")
	}
	w := p.as("visitor", path+values.Encode(), nil)
	if err := json.Unmarshal(w.Body.Bytes(), into); err != nil || w.Code != http.StatusOK {
		t.Fatalf("the API: %d, %v: %.200s", w.Code, err, w.Body)
	}
}

// tableAddsUp compares the table by primary sector with the list: both have
// archived acts, and each act once.
func (p *portal) tableAddsUp(t *rapid.T, list url.Values) {
	with := maps.Clone(list)
	with.Set("arkisto", "mukana")
	var table struct {
		Total int
		Rows  []struct{ Count int }
	}
	p.askAPI(t, "/api/v1/statistics?by=sector&", with, &table)
	sum := 0
	for _, r := range table.Rows {
		sum += r.Count
	}
	if all := p.listTotal(t, with); sum != all || table.Total != all {
		t.Errorf("%s: the table by sector adds up to %d and has %d in all, the list %d", with.Encode(), sum, table.Total, all)
	}
}

var tile = regexp.MustCompile(`<dd>\s*<a href="/tekojen-tori">([0-9]+)</a>`)

var found = regexp.MustCompile(`<h2 id="maara">([0-9]+)`)

// listTotal is how many acts the page of the list tells of.
func (p *portal) listTotal(t *rapid.T, list url.Values) int {
	w := p.as("visitor", "/tekojen-tori?"+list.Encode(), nil)
	m := found.FindStringSubmatch(w.Body.String())
	if m == nil {
		if strings.Contains(w.Body.String(), `<h2 id="maara">Ei `) {
			return 0
		}
		t.Fatalf("the list: %d without a total", w.Code)
	}
	n := 0
	_, _ = fmt.Sscan(m[1], &n)
	return n
}

// rows is how many acts a file has.
func (p *portal) rows(t *rapid.T, w *httptest.ResponseRecorder) int {
	var acts []json.RawMessage
	if err := json.Unmarshal(w.Body.Bytes(), &acts); err != nil || w.Code != http.StatusOK {
		t.Fatalf("the file: %d, %v: %.200s", w.Code, err, w.Body)
	}
	return len(acts)
}

// TestCountsAgree: whatever a reader asks for, the list, the API and the files
// have as many acts, and the number at a choice is the total once it is made.
func TestCountsAgree(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	p.manyActs()
	for n := range 6 {
		a := p.published(100+n, func(c *act.Content) { c.MunicipalityCode, c.Title = "091", fmt.Sprintf("Ruokahävikki väheni %d", n) })
		if n%2 == 0 {
			p.live(a.ID, func(a *act.Act) []error { return []error{a.Archive(p.accounts["moderator"], time.Now())} })
		}
	}
	whole := apiCounts{}
	front := tile.FindStringSubmatch(p.as("visitor", "/", nil).Body.String())
	rapid.Check(t, func(t *rapid.T) {
		if whole.Facets == nil {
			whole = p.api(t, url.Values{"arkisto": {"mukana"}})
			if all := p.listTotal(t, url.Values{}); front == nil || front[1] != strconv.Itoa(all) {
				t.Errorf("the front page tells of %v, the list of %d", front, all)
			}
		}
		list := p.asked(t, whole)
		answer, total := p.api(t, list), p.listTotal(t, list)
		if len(list) > 0 && (len(list) > 1 || !list.Has("haku") || strings.TrimSpace(list.Get("haku")) != "") {
			if got := p.rows(t, p.as("visitor", "/avoin-data/teot.json?"+list.Encode(), nil)); got != total {
				t.Errorf("%s: %d rows of open data, the list tells of %d", list.Encode(), got, total)
			}
			if got := p.rows(t, p.as("admin", "/ohjelma/viennit?"+list.Encode(), url.Values{"format": {"json"}})); got != total {
				t.Errorf("%s: %d rows of the export, the list tells of %d", list.Encode(), got, total)
			}
		}
		if answer.Total != total {
			t.Errorf("%s: %d of the API, the list tells of %d", list.Encode(), answer.Total, total)
		}
		p.tableAddsUp(t, list)
		name := rapid.SampledFrom(dimensions).Draw(t, "facet")
		choices := answer.Facets[inAPI[name]]
		if len(choices) == 0 {
			return
		}
		choice := rapid.SampledFrom(choices).Draw(t, "choice of it")
		list[name] = []string{choice.Code}
		if got := p.listTotal(t, list); got != choice.Count {
			t.Errorf("%d at %s of %s, and %d once it is chosen: %s", choice.Count, choice.Code, name, got, list.Encode())
		}
	})
}

// asked is an address of the list as somebody may have it.
func (p *portal) asked(t *rapid.T, whole apiCounts) url.Values {
	list := url.Values{}
	for _, name := range dimensions {
		choices := whole.Facets[inAPI[name]]
		for range rapid.IntRange(-6, 2).Draw(t, name) {
			list.Add(name, choices[rapid.IntRange(0, len(choices)-1).Draw(t, "choice")].Code)
		}
	}
	for _, x := range []struct {
		name   string
		values []string
	}{
		{"haku", []string{"työvuorot", "julkinen", "ruokahävikin -työvuoro", " ", strings.Repeat("ruokahävikki ", 30)}},
		{"kunta", []string{"837", "091"}},
		{"alue", []string{"08", "06", "90"}},
		{"arkisto", []string{"mukana"}},
		{"alkaen", []string{"2020-01-01", "2099-01-01"}},
		{"asti", []string{"2099-12-31"}},
	} {
		if i := rapid.IntRange(-3, len(x.values)-1).Draw(t, x.name); i >= 0 {
			list.Set(x.name, x.values[i])
		}
	}
	return list
}
