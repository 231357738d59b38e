package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/act"
)

// A moderator mends the words on a page of their own. From a stale page nothing
// is written, and what was typed is shown with how it differs.
func TestAModeratorMendsTheLanguage(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.live(p.waits(1).ID, func(a *act.Act) []error { return []error{a.Take(p.accounts["moderator"], p.site.Now())} })
	path := "/moderointi/teot/" + number(a)
	form := func(version int, words act.Wording) url.Values {
		f := url.Values{"version": {itoa(version)}}
		for _, name := range act.WordingFields() {
			f.Set(name, words.Of(name))
		}
		return f
	}
	if page := p.as("moderator", path+"/kieli", nil); page.Code != http.StatusOK || !strings.Contains(page.Body.String(), a.Need) {
		t.Fatalf("the form: %d", page.Code)
	}
	if w := p.as("moderator", path+"/kieli", form(a.Version, a.Wording().Set("title", ""))); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("without a title: %d", w.Code)
	}
	if w := p.as("moderator", path+"/kieli", form(a.Version, a.Wording().Set("results", "Mieli <i>virkistyi</i>."))); w.Code != http.StatusSeeOther {
		t.Fatal(w.Code)
	}
	stale := p.as("admin", path+"/kieli", form(a.Version, a.Wording().Set("lead", "Kirjoitettu turhaan.")))
	if body := stale.Body.String(); stale.Code != http.StatusConflict || !strings.Contains(body, "Kirjoitettu turhaan.") || !strings.Contains(body, "<del>") || !strings.Contains(body, `value="`+itoa(a.Version+1)+`"`) {
		t.Errorf("a stale page: %d", stale.Code)
	}
	if page := p.as("moderator", path, nil).Body.String(); !strings.Contains(page, "&lt;i&gt;virkistyi&lt;/i&gt;.</ins>") {
		t.Error("the page of the act does not tell what has been mended")
	}
	mine := p.as("coach", "/omat-teot", nil).Body.String()
	if page := p.as("coach", "/omat-teot/"+number(a)+"/korjaukset", nil).Body.String(); !strings.Contains(mine, "/korjaukset") || !strings.Contains(page, "&lt;i&gt;virkistyi&lt;/i&gt;.</ins>") {
		t.Error("the author is not led to what has been mended, or does not see it")
	}
}
