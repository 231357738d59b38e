package web_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/act"
)

// A draft opens in the form that it was begun with, and is saved and sent by
// it, after a new form has come.
func TestAnOldDraftOpensInItsForm(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	k := p.draftOf()
	asks := func(slug string) bool {
		return strings.Contains(p.as("member", k.step(slug), nil).Body.String(), `name="lead"`)
	}
	save := func(slug, lead string) act.Act {
		t.Helper()
		form := url.Values{"version": {fmt.Sprint(p.content(k).Version)}, "action": {"draft"}, "lead": {lead}}
		if w := p.as("member", k.step(slug), form); w.Code != http.StatusSeeOther {
			t.Fatalf("save %s: %d", slug, w.Code)
		}
		return p.content(k)
	}
	if asks("tarve") || !asks("tulokset") {
		t.Errorf("a new draft: with the need %t, with the results %t", asks("tarve"), asks("tulokset"))
	}
	if a := save("tulokset", "Uuden lomakkeen."); a.Lead != "Uuden lomakkeen." || a.FormVersion != 2 {
		t.Errorf("stored is %q of version %d", a.Lead, a.FormVersion)
	}
	if a := save("tarve", "Ei kysytty täällä."); a.Lead != "Uuden lomakkeen." {
		t.Errorf("a step that does not ask stores %q", a.Lead)
	}
	if _, err := p.db.Exec(t.Context(), "UPDATE act SET form_version = 1 WHERE id = $1", p.content(k).ID); err != nil {
		t.Fatal(err)
	}
	if !asks("tarve") || asks("tulokset") {
		t.Errorf("an old draft: with the need %t, with the results %t", asks("tarve"), asks("tulokset"))
	}
	if a := save("tarve", strings.Repeat("pitkä ", 60)); !strings.HasPrefix(a.Lead, "pitkä") || a.FormVersion != 1 {
		t.Errorf("stored is %q of version %d", a.Lead, a.FormVersion)
	}
	next := url.Values{"version": {fmt.Sprint(p.content(k).Version)}, "action": {"next"}, "lead": {p.content(k).Lead}}
	if body := p.as("member", k.step("tarve"), next).Body.String(); !strings.Contains(body, `href="#lead"`) {
		t.Error("the step of the old form does not tell of its summary, which is too long")
	}
	if body := p.as("member", k.step("tulokset"), nil).Body.String(); strings.Contains(body, "Nyt kun muu on kerrottu") {
		t.Error("the old form has the words of the new one")
	}
}
