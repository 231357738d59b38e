package web_test

import (
	"context"
	"fmt"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/postgres"
)

var mapRows = regexp.MustCompile(`<th scope="row"><a href="([^"]+)">([^<]+)</a>[^<]*</th><td class="n">([0-9]+)</td>`)

// Each number on the map is the total of the list that it leads to, and the
// municipalities add up to the map's total.
func TestMapLeadsToTheList(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	p.manyActs()
	p.published(90, func(c *act.Content) { c.MunicipalityCode = "588" }) // Pertunmaa, part of Mäntyharju now
	for _, query := range []string{"", "?vaihe=ongoing", "?haku=ty%C3%B6vuorot&vaihe=kaytossa", "?kunta=837", "?alue=08"} {
		w := p.as("visitor", "/kartta"+query, nil)
		rows := mapRows.FindAllStringSubmatch(w.Body.String(), -1)
		if w.Code != http.StatusOK || len(rows) < 24 {
			t.Fatalf("%q: %d with %d rows", query, w.Code, len(rows))
		}
		sum := 0
		for _, row := range rows {
			list := p.as("visitor", strings.ReplaceAll(row[1], "&amp;", "&"), nil).Body.String()
			if want := `<h2 id="maara">` + row[3] + " "; !strings.Contains(list, want) {
				t.Errorf("%q: the list of %s has not %s acts", query, row[2], row[3])
			}
			n, _ := strconv.Atoi(row[3])
			if strings.Contains(row[1], "kunta=") {
				sum += n
			}
		}
		if said := fmt.Sprintf("Kartalla on %d teko", sum); !strings.Contains(w.Body.String(), said) {
			t.Errorf("%q: the municipalities have %d acts, which the map does not say", query, sum)
		}
	}
	body := p.as("visitor", "/kartta", nil).Body.String()
	if strings.Contains(body, "Pertunmaa") || !strings.Contains(body, ">Mäntyharju</a>") {
		t.Error("an act of a dissolved municipality is not where that belongs now")
	}
}

// The boundaries of an operator are drawn once they are there.
func TestMapWithBoundaries(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	p.manyActs()
	if w := p.as("visitor", "/kartta/rajat.svg", nil); w.Code != http.StatusNotFound {
		t.Errorf("boundaries before there are any: %d", w.Code)
	}
	p.site.Watcher.OnChange(func(ctx context.Context, _ int64) error { return p.site.Boundaries.Refresh(ctx) })
	file := `{"type":"FeatureCollection","features":[{"id":"837","geometry":{"type":"Polygon","coordinates":[[[320000,6800000],[330000,6820000],[340000,6800000]]]}}]}`
	if _, err := p.site.Boundaries.Import(t.Context(), strings.NewReader(file)); err != nil {
		t.Fatal(err)
	}
	p.look()
	body := p.as("visitor", "/kartta", nil).Body.String()
	address := regexp.MustCompile(`/kartta/rajat\.svg\?v=[0-9a-f]+`).FindString(body)
	if w := p.as("visitor", address, nil); address == "" || !strings.Contains(w.Body.String(), `<path id="a08" d="M`) || w.Header().Get("Content-Type") != "image/svg+xml" {
		t.Errorf("%q: %d %s", address, w.Code, w.Body)
	}
}

// The page of a map with acts in every municipality is no heavier than any
// other, and each municipality is found by name.
func TestMapOfEveryMunicipality(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	codes, err := postgres.Values[string](t.Context(), p.db, "SELECT code FROM municipality WHERE valid_to IS NULL ORDER BY code")
	if err != nil || len(codes) < 300 {
		t.Fatalf("%d municipalities, %v", len(codes), err)
	}
	p.atOnce(func() {
		for i, code := range codes {
			p.published(1_000+i, func(c *act.Content) { c.MunicipalityCode = code })
		}
	})
	for _, path := range []string{"/kartta", "/kartta?kaikki=kunta", "/kartta?haku=ei-mitaan-tallaista"} {
		body := p.as("visitor", path, nil).Body.String()
		if n := len(regexp.MustCompile(`<[a-z]`).FindAllString(body, -1)); n > 1_200 {
			t.Errorf("%s has %d elements", path, n)
		}
	}
	body := p.as("visitor", "/kartta", nil).Body.String()
	whole := regexp.MustCompile(`href="(/kartta\?kaikki=kunta)#`).FindStringSubmatch(body)
	if whole == nil || !strings.Contains(body, fmt.Sprintf("Kaikki %d kuntaa", len(codes))) {
		t.Fatal("the map does not lead to all municipalities")
	}
	list := p.as("visitor", whole[1], nil).Body.String()
	for _, code := range codes {
		if !strings.Contains(list, `href="/tekojen-tori?kunta=`+code+`"`) {
			t.Errorf("municipality %s is not in the list of all", code)
		}
	}
}
