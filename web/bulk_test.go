package web_test

import (
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/postgres"
)

var bulkActs = regexp.MustCompile(`name="acts" value="([^"]*)"`)

// Three hundred acts of the queue are given to a moderator from one page that
// tells it first; the same press again changes nothing and says so.
func TestManyActsAreGivenAtOnce(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	p.manyWait(310)
	path := "/moderointi/joukko?rajaus=vapaat&toimi=anna&kaikki=on"
	w := p.as("admin", path, nil)
	m := bulkActs.FindStringSubmatch(w.Body.String())
	if w.Code != http.StatusOK || m == nil || len(strings.Fields(m[1])) != 233 || !strings.Contains(w.Body.String(), "Tämä tehdään 233 teolle") {
		t.Fatalf("%d", w.Code)
	}
	if body := p.as("admin", "/moderointi/joukko?toimi=anna&kaikki=on", nil).Body.String(); !strings.Contains(body, "enintään 300 tekoa") || !strings.Contains(body, "Vahvista 300 teolle") {
		t.Error("of more than 300 acts it is not told how many are taken")
	}
	admin := fmt.Sprint(int64(p.accounts["admin"].ID))
	form := url.Values{"deed": {"anna"}, "acts": {m[1]}, "moderator": {admin}}
	if w := p.as("admin", "/moderointi/joukko?rajaus=vapaat", form); w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/moderointi?rajaus=vapaat" {
		t.Fatalf("given: %d to %s", w.Code, w.Header().Get("Location"))
	}
	given := func() int {
		n, err := postgres.Value[int](t.Context(), p.db, "SELECT count(*) FROM review JOIN act ON act.id = act_id WHERE moderator_id = $1 AND status = 'in_review'", p.accounts["admin"].ID)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	if n := given(); n != 233 {
		t.Errorf("%d acts are with the administrator", n)
	}
	if w := p.as("admin", "/moderointi/joukko", form); w.Code != http.StatusConflict || !strings.Contains(w.Body.String(), "mitään ei tehty") || given() != 233 {
		t.Errorf("again: %d, %d acts are with the administrator", w.Code, given())
	}
}

// What cannot be done is told with its reason, and the list of all acts keeps
// what it is narrowed to on the way.
func TestABulkDeedTellsWhatStays(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	out, waits := p.published(1, func(c *act.Content) { c.Title = "Julkaistu teko" }), p.waits(2)
	path := fmt.Sprintf("/moderointi/joukko?lista=teot&haku=teko&toimi=arkistoi&teko=%d&teko=%d", int64(out.ID), int64(waits.ID))
	body := p.as("moderator", path, nil).Body.String()
	if !strings.Contains(body, "1 teko jää ennalleen") || !strings.Contains(body, "Ei onnistu tässä tilassa") || !strings.Contains(body, "Vahvista 1 teolle") {
		t.Error("the page does not tell what stays")
	}
	w := p.as("moderator", "/moderointi/joukko?lista=teot&haku=teko", url.Values{"deed": {"arkistoi"}, "acts": {bulkActs.FindStringSubmatch(body)[1]}})
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/moderointi/teot?haku=teko" {
		t.Errorf("%d to %s", w.Code, w.Header().Get("Location"))
	}
	if body := p.as("moderator", "/moderointi/teot?haku=teko&tila=archived", nil).Body.String(); !strings.Contains(body, "Valmista: 1 teko.") || strings.Contains(body, waits.Title) || !strings.Contains(body, "Julkaistu teko") {
		t.Error("the list does not say that it was done")
	}
	for path, want := range map[string]bool{"/moderointi/joukko?toimi=anna": true, path: false} {
		if body := p.as("moderator", path, nil).Body.String(); strings.Contains(body, "Et valinnut yhtään tekoa") != want {
			t.Errorf("%s says that nothing is chosen: %t", path, !want)
		}
	}
	sort := url.Values{"deed": {"lajittele"}, "acts": {fmt.Sprintf("%d:%d", int64(waits.ID), waits.Version)}}
	if w := p.as("moderator", "/moderointi/joukko", sort); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("sorted as nothing: %d", w.Code)
	}
	for path, want := range map[string]int{"/moderointi/joukko?toimi=x&teko=1": 404, "/moderointi/joukko?toimi=anna&teko=x": 400, "/moderointi/joukko?toimi=anna": 422, "/moderointi/teot?tila=draft": 404, "/moderointi/teot?sivu=99": 404} {
		if w := p.as("moderator", path, nil); w.Code != want {
			t.Errorf("%s: %d, want %d", path, w.Code, want)
		}
	}
	draft, err := p.site.Acts.Begin(t.Context(), p.accounts["coach"], strings.Repeat("0", 31)+"5", act.Content{Title: "Salainen teko", Language: "fi"})
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/moderointi/teot?haku=Salainen", fmt.Sprintf("/moderointi/joukko?toimi=anna&teko=%d", int64(draft.ID))} {
		if strings.Contains(p.as("moderator", path, nil).Body.String(), "Salainen teko") {
			t.Errorf("%s shows a draft", path)
		}
	}
}
