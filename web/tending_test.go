package web_test

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/postgres"
)

// post sends a form as an admin and wants a redirect.
func (p *portal) tend(path string, form url.Values) {
	p.t.Helper()
	if w := p.as("admin", path, form); w.Code != http.StatusSeeOther {
		p.t.Fatalf("POST %s: %d", path, w.Code)
	}
	p.look()
}

// A pinned act is the first of the list, the feed and the API, until it is
// hidden or taken down again.
func TestPinnedActsComeFirst(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	p.manyActs()
	pinned := p.published(91, func(c *act.Content) { c.Title = "Aivan muuta asiaa" })
	before := slugs(p.as("visitor", "/syote/teot.atom?haku=ty%C3%B6vuorot", nil).Body.String())
	p.tend("/yllapito/haku/nostot", url.Values{"query": {" TYÖVUOROT "}, "act": {"http://tori.example/katso/" + pinned.Slug}})
	want := append([]string{pinned.Slug}, before...)
	for _, surface := range []string{"/tekojen-tori?haku=ty%C3%B6vuorot", "/syote/teot.atom?haku=ty%C3%B6vuorot", "/api/v1/acts?q=ty%C3%B6vuorot"} {
		if diff := cmp.Diff(want, slugs(p.as("visitor", surface, nil).Body.String())); diff != "" {
			t.Errorf("%s: %s", surface, diff)
		}
	}
	p.live(pinned.ID, func(a *act.Act) []error { return []error{a.Hide(p.accounts["moderator"], "x", time.Now())} })
	if got := slugs(p.as("visitor", "/tekojen-tori?haku=ty%C3%B6vuorot", nil).Body.String()); slices.Contains(got, pinned.Slug) {
		t.Error("a hidden act is still first")
	}
	if w := p.as("admin", "/yllapito/haku/nostot", url.Values{"query": {"x"}, "act": {pinned.Slug}}); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "Kopioi osoite teon sivulta") {
		t.Errorf("a hidden act is pinned, or nothing is said of it: %d", w.Code)
	}
}

// A synonym shows what it would change, and changes that once it is saved.
func TestSynonymIsTriedThenSaved(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	p.manyActs()
	const vain = "/tekojen-tori?haku=qwxzqwxz"
	if got := slugs(p.as("visitor", vain, nil).Body.String()); len(got) != 0 {
		t.Fatalf("%v found in vain", got)
	}
	try := "/yllapito/haku?" + url.Values{"line": {"qwxzqwxz | työvuorot"}, "koe": {"qwxzqwxz"}}.Encode()
	if body := p.as("admin", try, nil).Body.String(); !strings.Contains(body, "Haku ”qwxzqwxz” löytää nyt 0 tekoa, tämän jälkeen 6.") {
		t.Error("the preview does not say 0 and 6")
	}
	untried := p.as("admin", "/yllapito/haku?line=yksi&koe=", nil)
	for _, want := range []string{"Kirjoita vähintään kaksi", "Kokeile haulla: "} {
		if body := untried.Body.String(); untried.Code != http.StatusUnprocessableEntity || !strings.Contains(body, want) {
			t.Errorf("one word tried on nothing: %d, want 422 and %q", untried.Code, want)
		}
	}
	if got := slugs(p.as("visitor", vain, nil).Body.String()); len(got) != 0 {
		t.Error("trying a synonym changes what is found")
	}
	p.tend("/yllapito/haku/synonyymit", url.Values{"line": {"qwxzqwxz | työvuorot"}})
	if got := slugs(p.as("visitor", vain, nil).Body.String()); len(got) != 6 {
		t.Errorf("with the synonym %d acts are found, want 6", len(got))
	}
	for _, line := range []string{"", "yksi", "a | b\nc | d", strings.Repeat("a | ", 300) + "b"} {
		w := p.as("admin", "/yllapito/haku/synonyymit", url.Values{"line": {line}})
		if want := map[bool]int{true: http.StatusSeeOther, false: http.StatusUnprocessableEntity}[strings.Contains(line, "\n")]; w.Code != want {
			t.Errorf("%.20q: %d, want %d", line, w.Code, want)
		}
	}
}

// Queries are counted without who asked, and never those that may tell of a
// person.
func TestQueriesAreCounted(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	p.manyActs()
	for _, q := range []string{"Työvuorot", " työvuorot ", "qwxzqwxz", "a", "maija.testi@example.fi", "040 123 4567", "131052-308T"} {
		p.get("/tekojen-tori?haku=" + url.QueryEscape(q))
	}
	p.get("/tekojen-tori?haku=ty%C3%B6vuorot&sivu=1") // another page is no other search
	p.as("visitor", "/tekojen-tori?haku=robotin+haku", nil)
	if err := p.site.Curation.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	rows, err := postgres.All[struct {
		Text  string
		Times int
		Hits  int
	}](t.Context(), p.db, "SELECT text, times, hits FROM search_query ORDER BY text")
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 2 || rows[0].Text != "qwxzqwxz" || rows[0].Hits != 0 || rows[1].Text != "työvuorot" || rows[1].Times != 2 || rows[1].Hits != 6 {
		t.Errorf("counted %+v", rows)
	}
	body := p.as("admin", "/yllapito/haku", nil).Body.String()
	if !strings.Contains(body, "/yllapito/haku?sana=qwxzqwxz#synonyymit") {
		t.Error("a query in vain has no button for a synonym")
	}
	if err := postgres.Exec(t.Context(), p.db, "UPDATE search_query SET day = day - 400"); err != nil {
		t.Fatal(err)
	}
	if err := p.site.Curation.Sweep(t.Context()); err != nil {
		t.Fatal(err)
	}
	if n, _ := postgres.Value[int](t.Context(), p.db, "SELECT count(*)::integer FROM search_query"); n != 0 {
		t.Errorf("%d old queries are kept", n)
	}
}

// An admin points an address that people ask for to an act, and never outside.
func TestAdminPointsAddresses(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.published(1, func(*act.Content) {})
	p.get("/vanha/teko")
	if err := p.site.Redirects.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	if body := p.as("admin", "/yllapito/osoitteet", nil).Body.String(); !strings.Contains(body, `<th scope="row">/vanha/teko</th>`) {
		t.Error("the address is not in the report")
	}
	p.tend("/yllapito/osoitteet", url.Values{"address": {"https://kunteko.fi/Vanha/Teko"}, "target": {"http://tori.example/katso/" + a.Slug}})
	if got := p.get("/vanha/teko").Header().Get("Location"); got != "/katso/"+a.Slug {
		t.Errorf("leads to %q", got)
	}
	for _, target := range []string{"https://paha.example/", "//paha.example/", "/\\paha.example", "javascript:alert(1)", "/katso/ei-ole", "", "/vanha/teko"} {
		if w := p.as("admin", "/yllapito/osoitteet", url.Values{"address": {"/vanha/teko"}, "target": {target}}); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "Kopioi osoite sivulta") {
			t.Errorf("target %q: %d, want 422 and what to type", target, w.Code)
		}
	}
	p.live(a.ID, func(a *act.Act) []error { return []error{a.Hide(p.accounts["moderator"], "x", time.Now())} })
	if got := p.get("/vanha/teko"); got.Code != http.StatusNotFound {
		t.Errorf("leads to a hidden act: %d", got.Code)
	}
}

// After the dictionary has come or gone, a job brings the index over.
func TestStaleActsAreIndexedAnew(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	p.manyActs()
	if err := postgres.Exec(t.Context(), p.db, "UPDATE act_search SET analyzer_version = 'old'"); err != nil {
		t.Fatal(err)
	}
	if body := p.as("admin", "/yllapito", nil).Body.String(); !strings.Contains(body, "27 tekoa odottaa uudelleen indeksointia") {
		t.Error("the front of the admins does not say how many acts wait")
	}
	for _, want := range []int{20, 7, 0} {
		if n, err := p.site.Acts.ReindexStale(t.Context(), 20); n != want || err != nil {
			t.Errorf("%d acts indexed anew, %v; want %d", n, err, want)
		}
	}
	if err := p.site.Acts.Reindex(t.Context(), nil); err != nil {
		t.Error(err)
	}
}

// Without its dictionary, as here, the search can be taught nothing: it says so
// and keeps what was typed.
func TestWhatCannotBeTaughtIsTold(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	if body := p.as("admin", "/yllapito/haku?lemma=Hoppulointi&model=arviointi", nil).Body.String(); !strings.Contains(body, "Näin sanaa ei voi opettaa") {
		t.Error("trying does not tell that it cannot be taught")
	}
	w := p.as("admin", "/yllapito/haku/sanat", url.Values{"lemma": {"hoppulointi"}, "model": {"arviointi"}})
	if body := w.Body.String(); w.Code != http.StatusUnprocessableEntity || !strings.Contains(body, "Sanaa ei voi opettaa näin") || !strings.Contains(body, `value="hoppulointi"`) {
		t.Errorf("teaching: %d", w.Code)
	}
}
