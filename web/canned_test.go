package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/web/page"
)

// The author of a returned act reads the canned text in the language of the
// act, and what the moderator has added; a text that is gone is a conflict.
func TestAReasonBeginsWithACannedText(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	for _, form := range []struct {
		canned, typed, want string
		status              int
	}{
		{"1", "Kysy Maijalta.", "En siffra räcker.\n\nKysy Maijalta.", http.StatusSeeOther},
		{"1", "", "En siffra räcker.", http.StatusSeeOther},
		{"999", "Hei.", "", http.StatusConflict},
		{"x", "Hei.", "", http.StatusBadRequest},
		{"", " ", "", http.StatusUnprocessableEntity},
	} {
		if _, err := p.db.Exec(t.Context(), "UPDATE canned_text SET body_sv = 'En siffra räcker.' WHERE id = 1"); err != nil {
			t.Fatal(err)
		}
		c := acttest.Content()
		c.Language = "sv"
		a, err := p.site.Acts.Begin(t.Context(), p.accounts["member"], page.NewKey(), c)
		if err != nil {
			t.Fatal(err)
		}
		mod := p.accounts["moderator"]
		a = p.live(a.ID, func(a *act.Act) []error {
			return []error{a.Submit(p.accounts["member"], p.site.Now()), a.Take(mod, p.site.Now())}
		})
		path := "/moderointi/teot/" + number(a)
		if shown := p.as("moderator", path, nil).Body.String(); !strings.Contains(shown, `<option value="1"`) {
			t.Fatal("the form does not offer the canned texts")
		}
		w := p.as("moderator", path+"/palautus", url.Values{"version": {itoa(a.Version)}, "reason": {form.typed}, "canned": {form.canned}})
		if w.Code != form.status {
			t.Errorf("%+v: %d", form, w.Code)
			continue
		}
		life, err := p.site.Acts.Life(t.Context(), a.ID)
		if err != nil {
			t.Fatal(err)
		}
		if last := life[len(life)-1]; form.want != "" && last.Reason != form.want {
			t.Errorf("%+v: the author reads %q", form, last.Reason)
		}
	}
}
