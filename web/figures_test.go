package web_test

import (
	"html"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
)

var regionRow = regexp.MustCompile(`<th scope="row">Pohjois-Pohjanmaa ([^<]*)</th>\s*<td>([^<]*)</td>`)

// embeddedAt is where the comparison of two periods stands alone.
var embeddedAt = regexp.MustCompile(`src="http://tori\.example(/upota/vertailu[^"]*)"`)

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
		for _, want := range []string{"Mukana on 1 kuntaa 308 kunnasta.", "Kartta: 1 kuntaa 308 kunnasta on mukana.", `data-level="1" title="Pohjois-Pohjanmaan hyvinvointialue">P-Pohjan` + "\u00ADmaa <b>1\u00a0/\u00a030</b>", "Koko aika"} {
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
		address := embeddedAt.FindStringSubmatch(html.UnescapeString(html.UnescapeString(body)))
		if address == nil {
			t.Errorf("%s cannot be embedded", query)
			continue
		}
		w := p.as("visitor", address[1], nil)
		if body := w.Body.String(); !strings.Contains(tight.ReplaceAllString(body, "><"), want) || !strings.Contains(body, "/tilastot?") || !strings.Contains(w.Header().Get("Content-Security-Policy"), "frame-ancestors *") {
			t.Errorf("%s embedded as %s: %d, does not say %s", query, address[1], w.Code, want)
		}
	}
	p.says("visitor", "/upota/vertailu?"+period, "Julkaistut kehittämisteot, myös arkistoidut")
	p.says("visitor", "/upota/vertailu?"+period, "Muutos on vertailuajasta tähän aikaan. Käyttöönottoja muualla: Kuinka monta kertaa")
	for query, want := range map[string]int{"": http.StatusNotFound, "?vertailu_alkaen=eilen": http.StatusUnprocessableEntity, "?kampanja=ei-ole&alkaen=2020-01-01": http.StatusNotFound} {
		if w := p.as("visitor", "/upota/vertailu"+query, nil); w.Code != want || strings.Contains(w.Header().Get("Content-Security-Policy"), "frame-ancestors *") {
			t.Errorf("/upota/vertailu%s: %d, want %d", query, w.Code, want)
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

// Numbers are narrowed to an organisation, a sector, a theme or a region: on the page, in the file, in an embedded chart and in the
// API they are the same, and say what they are of.
func TestNumbersAreNarrowed(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	p.manyActs()
	p.inLiminka(50)
	c := p.site.Stats.Catalogue()
	for _, tt := range []struct {
		of         stats.Dimension
		param, api string
	}{
		{stats.Organization, "organisaatio", "organization"},
		{stats.Sector, "toimiala", "sector"},
		{stats.Theme, "teema", "theme"},
		{stats.Region, "maakunta", "region"},
	} {
		t.Run(tt.param, func(t *testing.T) {
			v := c.Count(stats.Filter{}, tt.of).Rows[0]
			want, address, name := v.Count, "?"+tt.param+"="+v.Code, v.Label.To(i18n.FI)
			body := tight.ReplaceAllString(p.as("visitor", "/tilastot"+address, nil).Body.String(), "><")
			for _, words := range []string{stat(want, "kehittämistekoa"), "Rajaus: " + name + ".", `href="/tilastot" aria-label="Poista rajaus: ` + name, "/avoin-data/tilastot.csv" + address, "/upota/vuosi" + address} {
				if !strings.Contains(body, words) {
					t.Errorf("the page does not say %q", words)
				}
			}
			if strings.Contains(body, "/upota/"+tt.param+"?") {
				t.Error("a chart tells that all of them are of one")
			}
			p.says("visitor", "/upota/vuosi"+address, "Rajaus: "+name+".")
			p.says("visitor", "/avoin-data/tilastot.csv"+address, "Rajaus: "+name+".")
			if n := p.table("by=year&" + tt.api + "=" + v.Code); n.Total != want {
				t.Errorf("the API tells of %d acts, want %d", n.Total, want)
			}
			if w := p.as("visitor", "/tilastot?"+tt.param+"=tuntematon", nil); w.Code != http.StatusNotFound {
				t.Errorf("an unknown choice: %d, want 404", w.Code)
			}
		})
	}
}

// inLiminka publishes an act of the municipality.
func (p *portal) inLiminka(n int) {
	p.t.Helper()
	of, ok := p.site.Organizations.Directory().BySlug("limingan-kunta")
	if !ok {
		p.t.Fatal("no such municipality")
	}
	p.published(n, func(c *act.Content) { c.OrganizationID = of.ID })
}

// What is narrowed stays so where the reader goes on: to a campaign, another
// choice or a period.
func TestNarrowedNumbersStaySo(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	p.inLiminka(1)
	p.says("visitor", "/organisaatiot/limingan-kunta", `href="/tilastot?organisaatio=limingan-kunta"`)
	p.says("visitor", "/tilastot?organisaatio=limingan-kunta&alkaen=2020-01-01", `<input type="hidden" name="organisaatio" value="limingan-kunta">`)
	p.says("visitor", "/tilastot?organisaatio=limingan-kunta&alkaen=2020-01-01", `href="/tilastot?alkaen=2020-01-01" aria-label="Poista rajaus:`)
	p.says("visitor", "/sv/tilastot?organisaatio=limingan-kunta&toimiala=&teema=", "Avgränsning: Limingo kommun.")
	p.says("visitor", "/tilastot?organisaatio=limingan-kunta", `href="/tekojen-tori?arkisto=mukana&amp;organisaatio=limingan-kunta"`)
}

var tight = regexp.MustCompile(`>\s+<`)
