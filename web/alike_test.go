package web_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/act"
)

// rare is the text of an act whose words few others have; in Swedish, which
// the index reads without a dictionary.
func rare(c *act.Content) {
	c.Title, c.Language = "Bikupor på äldreboendets tak", "sv"
	c.Need = "De boende saknade honung, bikupor och gemensam biodling."
}

// TestAlikeActsAreAskedAbout is what a writer is shown who tells what others
// have told already: live, after saving, and never of what is not out.
func TestAlikeActsAreAskedAbout(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	first := p.published(1, rare)
	p.published(2, func(c *act.Content) { rare(c); c.Title = "Bikupor på daghemmets tak" })
	draft, err := p.site.Acts.Begin(t.Context(), p.accounts["member"], strings.Repeat("0", 31)+"9", act.Content{Language: "fi", OrganizationID: first.OrganizationID})
	if err != nil {
		t.Fatal(err)
	}
	form := url.Values{"version": {itoa(draft.Version)}, "title": {"Bikupor på bibliotekets tak"}, "need": {"Vi ville ha honung och biodling."}, "language": {"sv"}}
	w := p.as("member", "/ilmoita-teko/"+number(draft)+"/tarve/tallennus", form)
	var told struct {
		Version int
		Alike   []struct{ Title, URL, Join string }
	}
	if err := json.Unmarshal(w.Body.Bytes(), &told); err != nil || w.Code != http.StatusOK {
		t.Fatalf("%d %s: %v", w.Code, w.Body, err)
	}
	if len(told.Alike) != 2 || told.Alike[0].Join != told.Alike[0].URL+"/mukaan" {
		t.Errorf("the script is told of %+v, want both acts", told.Alike)
	}
	for _, step := range []string{"tarve", "ratkaisu"} {
		if page := p.as("member", "/ilmoita-teko/"+number(draft)+"/"+step, nil).Body.String(); !strings.Contains(page, "/katso/"+first.Slug+"/mukaan") {
			t.Errorf("the step %s does not ask about %s", step, first.Slug)
		}
	}
	p.live(first.ID, func(a *act.Act) []error { return []error{a.Hide(p.accounts["moderator"], "Virhe.", p.site.Now())} })
	if page := p.as("member", "/ilmoita-teko/"+number(draft)+"/tarve", nil).Body.String(); strings.Contains(page, first.Slug+"/") {
		t.Error("a hidden act is asked about")
	}
	if page := p.as("member", "/ilmoita-teko/"+number(draft)+"/tulokset", nil).Body.String(); strings.Contains(page, "/mukaan") {
		t.Error("a step far from the title asks too")
	}
}

// TestJoiningFromTheFormToTheOwner is a wish on its way: asked, seen by both,
// and answered.
func TestJoiningFromTheFormToTheOwner(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.published(1, rare)
	if w := p.as("member", "/katso/"+a.Slug+"/mukaan", url.Values{"greeting": {"Olimme <b>mukana</b>."}}); w.Code != http.StatusSeeOther {
		t.Fatalf("asked: %d", w.Code)
	}
	if page := p.as("member", "/omat-teot", nil).Body.String(); !strings.Contains(page, "Pyysit mukaan") {
		t.Error("who asked does not see it among the own acts")
	}
	people := "/omat-teot/" + number(a) + "/tekijat"
	page := p.as("coach", people, nil).Body.String()
	if !strings.Contains(page, "Olimme &lt;b&gt;mukana&lt;/b&gt;.") {
		t.Errorf("the owner does not see the greeting, or as HTML")
	}
	_, rest, _ := strings.Cut(page, "/pyynnot/")
	number, _, _ := strings.Cut(rest, `"`)
	answer := strings.TrimSuffix(people, "tekijat") + "pyynnot/" + number
	if w := p.as("member", answer, url.Values{"answer": {"yes"}}); w.Code != http.StatusForbidden {
		t.Errorf("who asked answers: %d, want 403", w.Code)
	}
	if w := p.as("coach", answer, url.Values{"answer": {"yes"}}); w.Code != http.StatusSeeOther {
		t.Errorf("the owner answers: %d", w.Code)
	}
	if page := p.as("member", "/omat-teot", nil).Body.String(); !strings.Contains(page, "Olet mukana tekijänä") {
		t.Error("the new author does not see the act among the own acts")
	}
}
