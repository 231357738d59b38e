package web_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/act"
)

// What a moderator says of a section stands beside its field, once the act has
// been returned; what moderators tell each other stands on no page of others.
func TestTheAuthorReadsTheCommentsInTheForm(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.waits(1)
	review, form := fmt.Sprintf("/moderointi/teot/%d", int64(a.ID)), fmt.Sprintf("/ilmoita-teko/%d/", int64(a.ID))
	post := func(path string, fields url.Values, want int) {
		t.Helper()
		fields.Set("version", fmt.Sprint(p.versionOf(a.ID)))
		if w := p.as("moderator", review+path, fields); w.Code != want {
			t.Fatalf("%s: %d, want %d", path, w.Code, want)
		}
	}
	post("/otto", url.Values{}, http.StatusSeeOther)
	post("/huomiot", url.Values{"form_key": {strings.Repeat("1", 32)}, "section": {"results"}, "body": {""}}, http.StatusUnprocessableEntity)
	post("/huomiot", url.Values{"form_key": {strings.Repeat("1", 32)}, "section": {"results"}, "body": {"Montako <b>tuntia</b>?"}}, http.StatusSeeOther)
	post("/huomiot", url.Values{"form_key": {strings.Repeat("2", 32)}, "section": {"sectors"}, "body": {"Entä sote?"}}, http.StatusSeeOther)
	post("/muistiinpanot", url.Values{"form_key": {strings.Repeat("3", 32)}, "body": {"Salainen muistiinpano"}}, http.StatusSeeOther)
	post("/palautus", url.Values{"reason": {"Vielä vähän."}}, http.StatusSeeOther)

	for step, words := range map[string]string{
		"tulokset": `id="results-remarks"`, "tarve": `id="sectors-remarks"`, "tarkista": "Montako &lt;b&gt;tuntia&lt;/b&gt;?", "ratkaisu": "Vielä vähän.",
	} {
		if body := p.as("coach", form+step, nil).Body.String(); !strings.Contains(body, words) || !strings.Contains(body, "2 huomautusta: Tarve, Tulokset.") {
			t.Errorf("the step %s lacks %s", step, words)
		}
	}
	mine := p.as("coach", "/omat-teot", nil).Body.String()
	if !strings.Contains(mine, "2 huomautusta") || !strings.Contains(mine, form+"tarve") {
		t.Error("the list of own acts does not lead to the first remark")
	}
	public := p.live(a.ID, func(a *act.Act) []error {
		owner, moderator, now := p.accounts["coach"], p.accounts["moderator"], p.site.Now()
		return []error{a.Submit(owner, now), a.Take(moderator, now), a.Approve(moderator, nil, now), a.Publish(moderator, now)}
	})
	for who, paths := range map[string][]string{
		"visitor": {"/katso/" + public.Slug, "/api/v1/acts/" + public.Slug}, "coach": {"/omat-teot", "/katso/" + public.Slug}, "team": {"/katso/" + public.Slug},
	} {
		for _, path := range paths {
			if body := p.as(who, path, nil).Body.String(); strings.Contains(body, "muistiinpano") || strings.Contains(body, "Entä sote") {
				t.Errorf("%s reads on %s what was among moderators", who, path)
			}
		}
	}
	if body := p.as("moderator", review, nil).Body.String(); !strings.Contains(body, "Salainen muistiinpano") || !strings.Contains(body, "versiosta 1") {
		t.Error("the moderator has lost the note or the comments of the version before")
	}
}
