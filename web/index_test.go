package web_test

import (
	"html"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/stats"
)

// A line of an index: a name that leads to its acts, and how many there are.
var (
	nameLine = regexp.MustCompile(`<li><a href="([^"]+)">([^<]+)</a>\s*<span class="muted">(\d+) `)
	barLine  = regexp.MustCompile(`<span class="bar">\s*<a href="([^"]+)"[^>]*>([^<]+)</a>[\s\S]*?<td>(\d+)</td>`)
	firstNum = regexp.MustCompile(`<dd[^>]*>(\d+)</dd>`)
)

// Every kind of collection has a page with all of them, each with the number of
// acts that its own page has, in every language, and is led back to from there.
func TestIndexesLeadToEveryCollection(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	dir := p.site.Organizations.Directory()
	liminka, _ := dir.Find("Limingan kunta")
	oulu, _ := dir.Find("Oulun kaupunki")
	akaa, _ := dir.Find("Akaan kaupunki")
	p.published(1, func(c *act.Content) { c.OrganizationID, c.PartnerIDs = liminka.ID, []organization.ID{oulu.ID} })
	p.published(2, func(c *act.Content) { c.OrganizationID, c.PartnerIDs = oulu.ID, nil })
	p.published(3, func(c *act.Content) { c.OrganizationID, c.PartnerIDs = akaa.ID, nil })
	c := p.site.Stats.Catalogue()
	for path, want := range map[string]struct {
		line  *regexp.Regexp
		d     stats.Dimension
		names int
	}{
		"/organisaatiot": {nameLine, stats.Organization, 3}, "/toimialat": {barLine, stats.Sector, len(c.Values(stats.Sector))},
		"/teemat": {barLine, stats.Theme, len(c.Values(stats.Theme))}, "/maakunnat": {barLine, stats.Region, len(c.Values(stats.Region))},
	} {
		counts := map[string]int{}
		for _, v := range c.Select(stats.Filter{}).Facet(want.d) {
			for _, lang := range []string{v.Label.To("fi"), v.Label.To("sv"), v.Label.To("en")} {
				counts[lang] = v.Count
			}
		}
		for _, lang := range []string{"", "/sv", "/en"} {
			w := p.as("visitor", lang+path, nil)
			body := w.Body.String()
			lines := want.line.FindAllStringSubmatch(body, -1)
			if w.Code != http.StatusOK || len(lines) != want.names {
				t.Errorf("%s%s: %d with %d names, want %d", lang, path, w.Code, len(lines), want.names)
			}
			for _, l := range lines {
				if n, _ := strconv.Atoi(l[3]); n != counts[html.UnescapeString(l[2])] || !strings.HasPrefix(l[1], lang+path+"/") {
					t.Errorf("%s%s: %s has %d acts, counted %d, at %s", lang, path, l[2], n, counts[html.UnescapeString(l[2])], l[1])
				}
				own := p.as("visitor", l[1], nil)
				page := own.Body.String()
				if m := firstNum.FindStringSubmatch(page); own.Code != http.StatusOK || m == nil || m[1] != l[3] || !strings.Contains(page, `<a href="`+lang+path+`">`) {
					t.Errorf("%s: %d, says %v of %s acts, or does not lead back", l[1], own.Code, m, l[3])
				}
			}
			for _, want := range []string{`<link rel="canonical" href="http://tori.example` + lang + path + `"`, `<meta name="description" content="`, `aria-current="page"`} {
				if !strings.Contains(body, want) {
					t.Errorf("%s%s has not %s", lang, path, want)
				}
			}
		}
	}
	body := p.as("visitor", "/organisaatiot", nil).Body.String()
	if !strings.Contains(body, `<h2 id="alku-a">A</h2>`) || !strings.Contains(body, `href="#alku-o"`) || strings.Contains(body, "alku-h") {
		t.Error("the letters are not those of the names")
	}
	if code := p.as("visitor", "/organisaatiot?sivu=2", nil).Code; code != http.StatusNotFound {
		t.Errorf("a page that is not there: %d", code)
	}
}
