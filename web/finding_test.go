package web_test

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
)

// published makes an act that everyone may see.
func (p *portal) published(n int, change func(*act.Content)) act.Act {
	p.t.Helper()
	owner, moderator, now := p.accounts["coach"], p.accounts["moderator"], time.Now().Add(-time.Hour).Add(time.Duration(n)*time.Second)
	c := acttest.Content()
	c.Title = fmt.Sprintf("Julkinen teko numero %d", n)
	change(&c)
	a, err := p.site.Acts.Begin(p.t.Context(), owner, fmt.Sprintf("0198b1f2-0000-7000-8001-%012d", n), c)
	if err != nil {
		p.t.Fatal(err)
	}
	return p.live(a.ID, func(a *act.Act) []error {
		return []error{a.Submit(owner, now), a.Take(moderator, now), a.Approve(moderator, nil, now), a.Publish(moderator, now)}
	})
}

// manyActs is acts that differ in what the list can be narrowed by.
func (p *portal) manyActs() {
	p.atOnce(func() {
		for n := range 27 {
			p.published(n, func(c *act.Content) {
				if n%3 == 0 {
					c.Stage = act.Ongoing
				}
				if n%2 == 0 {
					c.MunicipalityCode = "837"
				}
				if n%5 == 0 {
					c.Lead = "Työvuorot suunnitellaan yhdessä."
				}
			})
		}
	})
}

var linkToAct = regexp.MustCompile(`/katso/([a-z0-9-]+)`)

// slugs is the acts that a page links to, in order, each once.
func slugs(body string) []string {
	var all []string
	for _, m := range linkToAct.FindAllStringSubmatch(body, -1) {
		if !slices.Contains(all, m[1]) {
			all = append(all, m[1])
		}
	}
	return all
}

// The feed has the acts of the list's page, whatever the address asks for.
func TestFeedIsTheList(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	p.manyActs()
	for _, query := range []string{
		"", "?sivu=2", "?vaihe=ongoing", "?jarjestys=vanhimmat", "?haku=ty%C3%B6vuorot", "?haku=ty%C3%B6vuorot&jarjestys=uusimmat&vaihe=kesken",
		"?kunta=837", "?alue=08&vaihe=ongoing", "?kieli=sv",
	} {
		list, feed := p.as("visitor", "/tekojen-tori"+query, nil), p.as("visitor", "/syote/teot.atom"+query, nil)
		if list.Code != http.StatusOK || feed.Code != http.StatusOK {
			t.Fatalf("%q: list %d, feed %d", query, list.Code, feed.Code)
		}
		if diff := cmp.Diff(slugs(list.Body.String()), slugs(feed.Body.String())); diff != "" {
			t.Errorf("%q: the feed differs from the list: %s", query, diff)
		}
	}
	if got := len(slugs(p.as("visitor", "/syote/teot.atom?kunta=837", nil).Body.String())); got != 14 {
		t.Errorf("%d acts of Tampere, want 14", got)
	}
	for _, query := range []string{"?kunta=x", "?alue=99", "?toimiala=x"} {
		if got := p.as("visitor", "/syote/teot.atom"+query, nil).Code; got != http.StatusNotFound {
			t.Errorf("%s: %d, want 404", query, got)
		}
	}
}

// A feed reader keeps its entries by id and comes again with the ETag.
func TestFeedIsForReaders(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.published(1, func(c *act.Content) { c.Title, c.Language = `<b>Teko & "toinen"</b> ]]>`, "sv" })
	w := p.as("visitor", "/sv/syote/teot.atom?vaihe=kaytossa", nil)
	var feed struct {
		XMLName     xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
		Lang        string   `xml:"lang,attr"`
		ID, Updated string
		Links       []struct {
			Rel  string `xml:"rel,attr"`
			Href string `xml:"href,attr"`
		} `xml:"link"`
		Entries []struct {
			ID        string `xml:"id"`
			Lang      string `xml:"lang,attr"`
			Title     string `xml:"title"`
			Published string `xml:"published"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal(w.Body.Bytes(), &feed); err != nil {
		t.Fatalf("%v in %s", err, w.Body)
	}
	if len(feed.Entries) != 1 || feed.Entries[0].ID != "tag:tekojentori.fi,2015:teko/"+a.Slug || feed.Entries[0].Title != a.Title || feed.Entries[0].Lang != "sv" {
		t.Errorf("entries %+v, want the act %q", feed.Entries, a.Title)
	}
	if len(feed.Links) != 2 || feed.Links[1].Href != "http://tori.example/sv/tekojen-tori?vaihe=in_use" || feed.Lang != "sv" {
		t.Errorf("the feed is in %q with the links %+v", feed.Lang, feed.Links)
	}
	list := p.as("visitor", "/sv/tekojen-tori?vaihe=kaytossa", nil).Body.String()
	if !strings.Contains(list, `href="/sv/syote/teot.atom?vaihe=in_use"`) {
		t.Error("the list does not tell of its feed")
	}
	r := httptest.NewRequest("GET", "/sv/syote/teot.atom?vaihe=kaytossa", nil)
	r.Header.Set("If-None-Match", w.Header().Get("ETag"))
	again := httptest.NewRecorder()
	p.handler.ServeHTTP(again, r)
	if again.Code != http.StatusNotModified {
		t.Errorf("again: %d, want 304", again.Code)
	}
}

// The sitemap has the published acts in every language, and no others.
func TestSitemap(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.published(1, func(*act.Content) {})
	old := p.published(2, func(*act.Content) {})
	p.live(old.ID, func(a *act.Act) []error { return []error{a.Archive(p.accounts["moderator"], time.Now())} })
	body := p.as("visitor", "/sitemap.xml", nil).Body.String()
	var set struct {
		URLs []struct {
			Loc     string `xml:"loc"`
			Lastmod string `xml:"lastmod"`
			Links   []struct {
				Lang string `xml:"hreflang,attr"`
				Href string `xml:"href,attr"`
			} `xml:"http://www.w3.org/1999/xhtml link"`
		} `xml:"url"`
	}
	if err := xml.Unmarshal([]byte(body), &set); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, u := range set.URLs {
		seen[u.Loc] = true
		if len(u.Links) != 3 {
			t.Errorf("%s has %d sisters", u.Loc, len(u.Links))
		}
		if status := p.as("visitor", strings.TrimPrefix(u.Loc, "http://tori.example"), nil).Code; status != http.StatusOK {
			t.Errorf("%s: %d", u.Loc, status)
		}
	}
	for _, want := range []string{"/katso/" + a.Slug, "/sv/katso/" + a.Slug, "/en", "/toimialat/opetus-ja-kasvatus", "/organisaatiot", "/sv/toimialat", "/en/teemat", "/maakunnat", "/tietosuoja"} {
		if !seen["http://tori.example"+want] {
			t.Errorf("%s is not there", want)
		}
	}
	if strings.Contains(body, old.Slug) {
		t.Error("an archived act is there")
	}
	if strings.Count(body, "/organisaatiot/") != 3*4 {
		t.Errorf("%d addresses of organisations, want those of the one that has an act", strings.Count(body, "/organisaatiot/"))
	}
}

func TestRobotsAndSearchDescription(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	for path, wants := range map[string][]string{
		"/robots.txt":              {"Disallow: /moderointi", "Disallow: /sv/yllapito", "Sitemap: http://tori.example/sitemap.xml"},
		"/sv/opensearch.xml":       {"<ShortName>Framstegsarenan</ShortName>", "http://tori.example/sv/tekojen-tori?haku={searchTerms}"},
		"/en/manifest.webmanifest": {`"start_url":"/en"`, `"lang":"en"`},
		"/en":                      {`href="/en/opensearch.xml"`, `href="/en/manifest.webmanifest"`},
	} {
		w := p.as("visitor", path, nil)
		for _, want := range wants {
			if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), want) {
				t.Errorf("%s: %d without %s", path, w.Code, want)
			}
		}
	}
}

// Structured data is JSON, tells of what the page shows, and cannot be ended by
// a title.
func TestStructuredData(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.published(1, func(c *act.Content) { c.Title = `Teko </script><script>alert(1)</script>` })
	organization := regexp.MustCompile(`/organisaatiot/[a-z0-9-]+`).FindString(p.as("visitor", "/katso/"+a.Slug, nil).Body.String())
	for path, kinds := range map[string][]string{
		"/katso/" + a.Slug: {"Article", "BreadcrumbList"}, "/sv/tekojen-tori": {"ItemList", "BreadcrumbList"},
		organization: {"Organization", "ItemList", "BreadcrumbList"}, "/toimialat/opetus-ja-kasvatus": {"CollectionPage", "ItemList", "BreadcrumbList"},
	} {
		body := p.as("visitor", path, nil).Body.String()
		_, rest, _ := strings.Cut(body, `<script type="application/ld+json">`)
		text, _, _ := strings.Cut(rest, "</script>")
		var data struct {
			Graph []struct {
				Type string `json:"@type"`
			} `json:"@graph"`
		}
		if err := json.Unmarshal([]byte(text), &data); err != nil {
			t.Errorf("%s: %v in %s", path, err, text)
		}
		var got []string
		for _, g := range data.Graph {
			got = append(got, g.Type)
		}
		if diff := cmp.Diff(kinds, got); diff != "" {
			t.Errorf("%s: %s", path, diff)
		}
	}
}

// What finds nothing has nothing to be narrowed by, unless a choice is made:
// that can be taken back.
func TestNothingToNarrow(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	p.manyActs()
	for query, narrows := range map[string]bool{"": true, "?haku=qwxzqwxz": false, "?haku=qwxzqwxz&vaihe=kesken": true} {
		body := p.as("visitor", "/tekojen-tori"+query, nil).Body.String()
		if strings.Contains(body, `class="facets"`) != narrows || !strings.Contains(body, `id="rajaus"`) {
			t.Errorf("%q: there is something to narrow by: %t", query, !narrows)
		}
	}
}
