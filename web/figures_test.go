package web_test

import (
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
)

var regionRow = regexp.MustCompile(`<th scope="row">Pohjois-Pohjanmaa ([^<]*)</th>\s*<td>([^<]*)</td>`)

// The dots of municipalities that take part, and of the others.
var (
	largePoint = regexp.MustCompile(`M(\d+) (\d+)a14 14 0 1 1-.1 0z`)
	smallPoint = regexp.MustCompile(`M\d+ \d+h0`)
)

// The statistics tell which municipalities take part and which do not yet, on
// maps and by name, and the file has the same numbers.
func TestWhoTakesPartAndWhoDoesNotYet(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	liminka, ok := p.site.Organizations.Directory().Find("Limingan kunta")
	if !ok {
		t.Fatal("no Liminka")
	}
	p.published(1, func(c *act.Content) { c.OrganizationID, c.PartnerIDs = liminka.ID, nil })
	for _, path := range []string{"/tilastot", "/upota/kattavuus"} {
		body := p.as("visitor", path, nil).Body.String()
		m := regionRow.FindStringSubmatch(body)
		if m == nil || m[1] != "1\u00a0/\u00a030" || !strings.Contains(m[2], "Oulu, ") || strings.Contains(m[2], "Liminka") || strings.Count(m[2], ",") != 28 {
			t.Errorf("%s: the region %q", path, m)
		}
		for _, want := range []string{"Mukana on 1 kuntaa 308 kunnasta.", "Kartta: 1 kuntaa 308 kunnasta on mukana.", `data-level="1" title="Pohjois-Pohjanmaan hyvinvointialue">P-Pohjanmaa <b>` + "1\u00a0/\u00a030</b>", "Koko aika"} {
			if !strings.Contains(body, want) {
				t.Errorf("%s does not say %q", path, want)
			}
		}
		place, _ := p.site.Organizations.Directory().Place("425")
		large, small := largePoint.FindAllStringSubmatch(body, -1), smallPoint.FindAllString(body, -1)
		if len(large) != 1 || large[0][1] != strconv.Itoa(place.X) || large[0][2] != strconv.Itoa(place.Y-14) || len(small) != 307 {
			t.Errorf("%s: the map has %v and %d others, Liminka is at %d, %d", path, large, len(small), place.X, place.Y)
		}
	}
	file := p.as("visitor", "/avoin-data/tilastot.csv", nil).Body.String()
	for _, want := range []string{"coverage_by_region;pohjois-pohjanmaa;Pohjois-Pohjanmaa (kuntia 30);1;1;", "median_days_to_publication;days;Päiviä (mediaani);0;1;", "adoptions;adoptions;Käyttöönottoja muualla;0;0;"} {
		if !strings.Contains(file, want) {
			t.Errorf("the file has not %q", want)
		}
	}
}

// Two periods stand side by side: the one before unless another is asked for.
func TestTwoPeriodsAreCompared(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	p.published(1, func(*act.Content) {})
	day := func(n int) string {
		return time.Now().In(i18n.Helsinki()).AddDate(0, 0, n).Format(time.DateOnly)
	}
	period := "alkaen=" + day(-2) + "&asti=" + day(1)
	acts := func(change, this, other string) string {
		return `<th scope="row">Kehittämistekoja<div class="muted">` + change + `</div></th><td class="n">` + this + `</td><td class="n">` + other + `</td>`
	}
	for query, want := range map[string]string{
		period: acts("muutos +1", "1", "0"),
		period + "&vertailu_alkaen=2001-01-01&vertailu_asti=2001-12-31": acts("muutos +1", "1", "0"),
		"vertailu_alkaen=" + day(-2):                                    acts("ei muutosta", "1", "1"),
		"alkaen=2001-01-01&asti=2001-12-31&vertailu_alkaen=" + day(-2):  acts("muutos −1 (−100\u00a0%)", "0", "1"),
		"alkaen=2001-01-01&asti=2002-12-31":                             `<th scope="col" class="n">2001–2002</th><th scope="col" class="n">1999–2000</th>`,
		"alkaen=2001-01-01&asti=2001-12-31":                             `<th scope="col" class="n">2001</th><th scope="col" class="n">2000</th>`,
	} {
		body := p.as("visitor", "/tilastot?"+query, nil).Body.String()
		if !strings.Contains(tight.ReplaceAllString(body, "><"), want) {
			t.Errorf("%s does not say %s", query, want)
		}
	}
	if body := p.as("visitor", "/tilastot", nil).Body.String(); strings.Contains(body, `id="vertailu"`) {
		t.Error("something is compared with nothing")
	}
	w := p.as("visitor", "/tilastot?vertailu_alkaen=eilen", nil)
	if body := w.Body.String(); w.Code != http.StatusUnprocessableEntity || !strings.Contains(body, `value="eilen"`) || !strings.Contains(body, `href="#vertailu_alkaen"`) {
		t.Errorf("a wrong day: %d", w.Code)
	}
	if body := p.as("visitor", "/sv/tilastot?"+period+"&vertailu_alkaen=2001-01-01", nil).Body.String(); !strings.Contains(body, "vertailu_alkaen=2001-01-01") || strings.Contains(body, "/upota/toimiala?"+period+"&amp;vertailu") {
		t.Error("the address does not lead to the comparison")
	}
}

var tight = regexp.MustCompile(`>\s+<`)
