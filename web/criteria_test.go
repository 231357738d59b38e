package web_test

import (
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/i18n"
)

// The criteria of an earlier prize come into the form of another with a choice;
// nothing is stored until they are saved, as any others are.
func TestCriteriaAreTakenFromAnEarlierPrize(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	s := p.newStage()
	old, err := p.site.Juries.Panel(t.Context(), p.accounts["team"], s.prize)
	if err != nil {
		t.Fatal(err)
	}
	_, id, path := p.addPrize(1, campaign.ForAct, campaign.ByJury)
	panel, first := path+"/raati", old.Jury.Criteria[0]
	if body := p.as("team", panel, nil).Body.String(); !strings.Contains(body, fmt.Sprintf(`<option value="%d"`, int64(s.prize))) || strings.Contains(body, first.Name.To(i18n.SV)) {
		t.Error("the criteria cannot be chosen, or are there unasked")
	}
	if body := p.as("team", panel+"?perusteet=987654", nil).Body.String(); strings.Contains(body, "Lomakkeella ovat nyt") {
		t.Error("the criteria of no prize are taken")
	}
	body := p.as("team", fmt.Sprintf("%s?perusteet=%d", panel, int64(s.prize)), nil).Body.String()
	form := url.Values{"form_key": {strings.Repeat("0", 31) + "4"}, "version": {"0"}, "scale": {string(old.Jury.Scale)}}
	for i, c := range old.Jury.Criteria {
		for _, l := range i18n.Langs() {
			form.Set(fmt.Sprintf("name_%s-%d", l, i+1), c.Name.To(l))
		}
		form.Set(fmt.Sprintf("weight-%d", i+1), strconv.Itoa(c.Weight))
	}
	for field, typed := range form {
		if strings.Contains(field, "-") && !regexp.MustCompile(fmt.Sprintf(`<input[^>]* name="%s"[^>]* value="%s"`, field, typed[0])).MatchString(body) {
			t.Errorf("the form has not %s as %q", field, typed[0])
		}
	}
	if j, err := p.site.Juries.Panel(t.Context(), p.accounts["team"], id); err != nil || j.Jury.Version != 0 {
		t.Errorf("looking has stored something: %+v, %v", j.Jury, err)
	}
	if w := p.as("team", panel, form); w.Code != http.StatusSeeOther {
		t.Fatalf("saving: %d", w.Code)
	}
	made, err := p.site.Juries.Panel(t.Context(), p.accounts["team"], id)
	if err != nil || len(made.Jury.Criteria) != len(old.Jury.Criteria) || made.Jury.Criteria[0].Name != first.Name || made.Jury.Criteria[0].Weight != first.Weight {
		t.Errorf("the criteria are %+v, %v; want %+v", made.Jury.Criteria, err, old.Jury.Criteria)
	}
	if _, err := p.site.Juries.Earlier(t.Context(), p.accounts["moderator"], id); err == nil {
		t.Error("a moderator reads the criteria of other juries")
	}
}
