package web_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// What a juror has given and noted is on no page of anybody else, and the
// nominees of a jury that a juror does not sit on are not there for them.
func TestAJurorsBallotIsTheirOwn(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	s := p.newStage()
	if err := p.site.Juries.AddMember(t.Context(), p.accounts["team"], s.prize, p.accounts["juror"].Email); err != nil {
		t.Fatal(err)
	}
	p.signInAs("another juror", "juror")
	bench, nominee := fmt.Sprintf("/raati/%d", int64(s.prize)), fmt.Sprintf("/raati/ehdokkaat/%d", s.nominee)
	panel := fmt.Sprintf("/ohjelma/palkinnot/%d/raati", int64(s.prize))
	b, err := p.site.Juries.Bench(t.Context(), p.accounts["juror"], s.prize)
	if err != nil {
		t.Fatal(err)
	}
	const note = "Salainen huomio"
	form := url.Values{"version": {"0"}, b.Jury.Criteria[0].ID.Field(): {"4"}, "note": {note}}
	if w := p.as("juror", nominee, form); w.Code != http.StatusSeeOther {
		t.Fatalf("scoring: %d", w.Code)
	}
	if w := p.as("juror", nominee, nil); !strings.Contains(w.Body.String(), note) {
		t.Error("the juror does not see the own note")
	}
	for _, path := range []string{bench, nominee} {
		if w := p.as("another juror", path, nil); w.Code != http.StatusNotFound {
			t.Errorf("another juror gets %d at %s", w.Code, path)
		}
		if w := p.as("another juror", nominee, form); w.Code != http.StatusNotFound {
			t.Errorf("another juror scores with %d", w.Code)
		}
	}
	look := func() {
		t.Helper()
		for _, who := range append(people(), "another juror") {
			for _, path := range []string{bench, nominee, panel, panel + "/paatos?voittaja=" + fmt.Sprint(s.nominee), fmt.Sprintf("/ehdotukset/%d", int64(s.prize)), "/raati", "/ehdotukset"} {
				if w := p.as(who, path, nil); who != "juror" && strings.Contains(w.Body.String(), note) {
					t.Errorf("%s reads the note of a juror at %s", who, path)
				}
			}
		}
	}
	look()
	if w := p.as("team", panel, nil); w.Code != http.StatusOK || strings.Contains(w.Body.String(), "4,00") {
		t.Errorf("the team sees the points while the jury scores: %d", w.Code)
	}
	if w := p.as("team", panel+"/paattaminen", url.Values{}); w.Code != http.StatusSeeOther {
		t.Fatalf("closing: %d", w.Code)
	}
	look()
	for who, sees := range map[string]bool{"team": true, "admin": false} { // the admin of the stage sits on the jury
		if w := p.as(who, panel, nil); w.Code != http.StatusOK || strings.Contains(w.Body.String(), "4,00") != sees {
			t.Errorf("%s sees the result: %d, want %t", who, w.Code, sees)
		}
	}
}
