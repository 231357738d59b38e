package web_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/postgres"
)

// A moderator asks another one, who finds the question in the queue and on the
// page of the act; on no page of its author stands a word of it.
func TestAskingForASecondOpinion(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	p.signInAs("second", account.Moderator)
	a := p.waits(1)
	review := "/moderointi/teot/" + number(a)
	second := fmt.Sprint(int64(p.accounts["second"].ID))
	key := strings.Repeat("1", 32)
	if w := p.as("moderator", review+"/mielipiteet", url.Values{"form_key": {key}, "adviser": {second}, "question": {""}}); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), `<option value="`+second+`" selected`) {
		t.Errorf("without a question: %d, or the chosen person is forgotten", w.Code)
	}
	if w := p.as("moderator", review+"/mielipiteet", url.Values{"form_key": {key}, "adviser": {second}, "question": {"Onko <b>tämä</b> teko?"}}); w.Code != http.StatusSeeOther {
		t.Fatal(w.Code)
	}
	queue := p.as("second", "/moderointi?rajaus=mielipiteet", nil).Body.String()
	if !strings.Contains(queue, a.Title) || !strings.Contains(queue, "Sinulta on pyydetty mielipidettä") {
		t.Error("the queue does not lead to the question")
	}
	if page := p.as("second", review, nil).Body.String(); !strings.Contains(page, "Onko &lt;b&gt;tämä&lt;/b&gt; teko?") || !strings.Contains(page, `name="verdict"`) {
		t.Error("the page lacks the question or the form of the answer")
	}
	if page := p.as("admin", review, nil).Body.String(); !strings.Contains(page, "Onko &lt;b&gt;tämä") || strings.Contains(page, `name="verdict"`) {
		t.Error("another moderator lacks the question, or is to answer it")
	}
	id, err := postgres.Value[int64](t.Context(), p.db, "SELECT id FROM review_opinion")
	if err != nil {
		t.Fatal(err)
	}
	answer := fmt.Sprintf("/moderointi/mielipiteet/%d/vastaus", id)
	if w := p.as("second", answer, url.Values{"verdict": {"oppose"}, "answer": {" "}}); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), `value="oppose" checked`) {
		t.Errorf("against it without a reason: %d, or the choice is forgotten", w.Code)
	}
	if w := p.as("admin", answer, url.Values{"verdict": {"support"}}); w.Code != http.StatusForbidden {
		t.Errorf("another moderator answers: %d", w.Code)
	}
	if w := p.as("second", answer, url.Values{"verdict": {"support"}, "answer": {"Kyllä vain."}}); w.Code != http.StatusSeeOther {
		t.Fatal(w.Code)
	}
	if page := p.as("moderator", review, nil).Body.String(); !strings.Contains(page, "Kyllä vain.") || !strings.Contains(page, "puoltaa") {
		t.Error("whoever asked does not read the answer")
	}
	for _, path := range []string{"/omat-teot", "/katso/" + a.Slug, "/ilmoita-teko/" + number(a) + "/tarkista"} {
		if page := p.as("coach", path, nil).Body.String(); strings.Contains(page, "Kyllä vain") || strings.Contains(page, "teko?") {
			t.Errorf("the author reads of the opinion on %s", path)
		}
	}
}
