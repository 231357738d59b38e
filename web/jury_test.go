package web_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/campaign/jury"
	"tekojentori.fi/tori/internal/i18n"
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

// The team is told what a jury still needs, and a juror what is left to do.
func TestAJuryIsToldWhatIsNext(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	s := p.newStage()
	_, fresh, _ := p.addPrize(3, campaign.ForAct, campaign.ByJury)
	team, juror := p.accounts["team"], p.accounts["juror"].Email
	rules := jury.Rules{Scale: jury.Five, Criteria: []jury.Criterion{{Name: i18n.T("Uutuus", "Nyhet", "Novelty"), Weight: 1}}}
	if err := p.site.Juries.SetRules(t.Context(), team, fresh, strings.Repeat("0", 30)+"71", 0, rules); err != nil {
		t.Fatal(err)
	}
	says := func(who, path, want string, never ...string) {
		t.Helper()
		body := p.as(who, path, nil).Body.String()
		if !strings.Contains(body, want) {
			t.Errorf("%s does not say %q", path, want)
		}
		for _, not := range never {
			if strings.Contains(body, not) {
				t.Errorf("%s says %q", path, not)
			}
		}
	}
	panel := fmt.Sprintf("/ohjelma/palkinnot/%d/raati", int64(fresh))
	says("team", panel, "Pisteytyksen voi päättää, kun", "Päätä pisteytys")
	if w := p.as("team", panel+"/jasenet", url.Values{"email": {"ei.kukaan@example.fi"}}); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "Kenelläkään tällä osoitteella ei ole raadin jäsenen roolia") {
		t.Errorf("nobody is put on the jury: %d", w.Code)
	}
	for _, prize := range []campaign.PrizeID{fresh, s.prize} {
		if err := p.site.Juries.AddMember(t.Context(), team, prize, juror); err != nil {
			t.Fatal(err)
		}
	}
	says("juror", fmt.Sprintf("/raati/%d", int64(fresh)), "Katso uudelleen, kun niitä on ehdotettu", "0 / 0")
	b, err := p.site.Juries.Bench(t.Context(), p.accounts["juror"], s.prize)
	if err != nil {
		t.Fatal(err)
	}
	form := url.Values{"version": {"0"}, b.Jury.Criteria[0].ID.Field(): {"4"}}
	if w := p.as("juror", fmt.Sprintf("/raati/ehdokkaat/%d", s.nominee), form); w.Code != http.StatusSeeOther {
		t.Fatalf("scoring: %d", w.Code)
	}
	says("juror", fmt.Sprintf("/raati/%d", int64(s.prize)), "kaikki on valmista")
	says("team", fmt.Sprintf("/ohjelma/palkinnot/%d/raati", int64(s.prize)), "Päätä pisteytys", "Pisteytyksen voi päättää, kun")
}
