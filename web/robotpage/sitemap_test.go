package robotpage_test

import (
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/organization/referencetest"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/taxonomy"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/robotpage"
)

// Where the pages are too many for one file, the files that the index lists
// have each page once.
func TestSitemapIsSplit(t *testing.T) {
	t.Parallel()
	db := referencetest.New(t)
	terms, orgs := taxonomy.New(db), organization.New(db)
	for _, err := range []error{terms.Refresh(t.Context()), orgs.Refresh(t.Context())} {
		if err != nil {
			t.Fatal(err)
		}
	}
	pages := robotpage.Pages{
		Acts: acttest.ServiceOf(t, db, orgs), Organizations: orgs, Terms: terms, Stats: stats.New(db, terms, time.Now),
		Information: func() []string { return []string{"/tietosuoja"} }, BaseURL: "https://tori.example", Most: 10,
	}
	locations := regexp.MustCompile(`<loc>([^<]*)</loc>`)
	get := func(n string, handle func(http.ResponseWriter, *http.Request) error) []string {
		r := httptest.NewRequest("GET", "/", nil)
		r.SetPathValue("n", n)
		w := httptest.NewRecorder()
		page.Handle(handle)(w, r)
		var found []string
		for _, m := range locations.FindAllStringSubmatch(w.Body.String(), -1) {
			found = append(found, m[1])
		}
		return found
	}
	parts, seen := get("", pages.Sitemap), map[string]bool{}
	if len(parts) < 2 || parts[0] != "https://tori.example/sitemap-1.xml" {
		t.Fatalf("the parts are %v", parts)
	}
	for _, part := range parts {
		n := strings.TrimSuffix(strings.TrimPrefix(part, "https://tori.example/sitemap-"), ".xml")
		for _, loc := range get(n, pages.Part) {
			if seen[loc] {
				t.Errorf("%s is there twice", loc)
			}
			seen[loc] = true
		}
	}
	if want := 3 * (9 + len(terms.Lists().Sectors()) + len(terms.Lists().Themes())); len(seen) != want {
		t.Errorf("%d addresses, want %d", len(seen), want)
	}
	if got := get("99", pages.Part); len(got) != 0 {
		t.Errorf("a part that is none has %v", got)
	}
}
