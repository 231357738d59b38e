package web_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/web/page"
)

// The clinic makes a text of six answers, and replaces nothing unasked.
func TestTheClinicReplacesNothingUnasked(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	w := p.as("member", "/ilmoita-teko", url.Values{"form_key": {page.NewKey()}, "action": {"clinic"}, "unit": {"Keittiö"}})
	clinic := w.Header().Get("Location")
	if w.Code != http.StatusSeeOther || !strings.HasSuffix(clinic, "/klinikka") {
		t.Fatalf("from the first step: %d to %q", w.Code, clinic)
	}
	k := kept{Path: clinic, Version: 2}
	if a := p.content(k); a.Unit != "Keittiö" {
		t.Error("what the first step said is lost")
	}
	if body := p.as("member", clinic+"/teksti", nil).Body.String(); !strings.Contains(body, "Vastaa ensin") {
		t.Error("nothing is answered, and that is not told")
	}
	for _, who := range []string{"coach", "moderator"} {
		if got := p.as(who, clinic, nil).Code; got != http.StatusNotFound {
			t.Errorf("the %s gets %d", who, got)
		}
	}
	answers := url.Values{"version": {"2"}, "before": {"no, kokous kesti"}, "wish": {"että se lyhenee"}, "tip": {"aloittakaa heti"}}
	k.Version = p.autosave("member", clinic+"/tallennus", http.StatusOK, answers).Version
	if a := p.content(k); a.Answers.Before != "no, kokous kesti" || a.Unit != "Keittiö" {
		t.Errorf("stored is %+v", a.Content)
	}
	late := url.Values{"version": {"2"}, "base": {"of before"}, "before": {"toinen"}, "action": {"next"}}
	if w := p.as("member", clinic, late); w.Code != http.StatusConflict || !strings.Contains(w.Body.String(), "no, kokous kesti") {
		t.Errorf("another window: %d", w.Code)
	}
	if body := p.as("member", k.step("tarve"), nil).Body.String(); !strings.Contains(body, "Palaa vastauksiin") {
		t.Error("the form does not lead back to the answers")
	}
	take := func(want int, choices ...string) {
		t.Helper()
		form := url.Values{"version": {fmt.Sprint(p.content(k).Version)}}
		for i := 0; i < len(choices); i += 2 {
			form.Set(choices[i], choices[i+1])
		}
		if w := p.as("member", clinic+"/teksti", form); w.Code != want {
			t.Fatalf("take the text: %d, want %d", w.Code, want)
		}
	}
	take(http.StatusConflict, "version", "2")
	take(http.StatusSeeOther)
	const made = "Kokous kesti. Toivoimme, että se lyhenee."
	if a := p.content(k); a.Need != made || a.Lessons != "Aloittakaa heti." || a.Approach != "" {
		t.Fatalf("the text is %+v", a.Content)
	}
	take(http.StatusSeeOther) // pressed again
	for _, c := range []struct{ choice, want string }{{"", "Oma."}, {"stored", "Oma."}, {"odd", "Oma."}, {"both", "Oma.\n\n" + made}, {"typed", made}} {
		a := p.content(k)
		own := a.Content
		own.Need = "Oma."
		if _, err := p.site.Acts.Edit(t.Context(), p.accounts["member"], a.ID, a.Version, own); err != nil {
			t.Fatal(err)
		}
		if body := p.as("member", clinic+"/teksti", nil).Body.String(); !strings.Contains(body, ">Oma.<") || !strings.Contains(body, made) {
			t.Error("both texts are not shown")
		}
		take(http.StatusSeeOther, "take-need", c.choice)
		if got := p.content(k).Need; got != c.want {
			t.Errorf("%q chosen: %q, want %q", c.choice, got, c.want)
		}
	}
}

// What was said in the clinic is for the writers alone: it is not sent, and is
// gone once the act is out.
func TestAnswersAreNotSent(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a, _ := p.outWithPicture()
	owner := p.accounts["member"]
	if _, err := p.site.Acts.Revise(t.Context(), owner, a.ID); err != nil {
		t.Fatal(err)
	}
	if w := p.as("member", "/ilmoita-teko/"+number(a)+"/klinikka", nil); w.Code != http.StatusNotFound {
		t.Errorf("the clinic of an update: %d", w.Code)
	}
	d := p.draft()
	words := d.Content
	words.Answers.Before = "Salainen sana."
	d, err := p.site.Acts.Edit(t.Context(), owner, d.ID, d.Version, words)
	if err != nil {
		t.Fatal(err)
	}
	if d, err = p.site.Acts.Submit(t.Context(), owner, d.ID, d.Version); err != nil {
		t.Fatal(err)
	}
	if d.Answers.Before == "" {
		t.Error("the answers are gone before the act is out")
	}
	const sent = "SELECT count(*) FROM act_revision WHERE act_id = $1 AND content::text LIKE '%Salainen%'"
	if n, err := postgres.Value[int](t.Context(), p.db, sent, d.ID); err != nil || n != 0 {
		t.Errorf("the frozen text has the answers %d times, %v", n, err)
	}
	moderator := p.accounts["moderator"]
	for _, step := range []func() error{func() error { return p.site.Moderation.Take(t.Context(), moderator, d.ID, 0) }, func() error { return p.site.Moderation.Approve(t.Context(), moderator, d.ID, 0, nil) }} {
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}
	const left = "SELECT count(*) FROM act WHERE id = $1 AND answers <> '{}'"
	if n, err := postgres.Value[int](t.Context(), p.db, left, d.ID); err != nil || n != 0 {
		t.Errorf("a published act keeps its answers, %v", err)
	}
}
