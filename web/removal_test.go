package web_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/postgres"
)

// A deleted act answers 410, to readers and programs, and is in no count.
func TestADeletedActIsGone(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.live(p.waits(1).ID, func(a *act.Act) []error {
		m, now := p.accounts["moderator"], p.site.Now()
		return []error{a.Take(m, now), a.Approve(m, nil, now), a.Publish(m, now)}
	})
	total := p.site.Stats.Catalogue().Len()
	path := "/omat-teot/" + number(a) + "/poisto"
	if w := p.as("coach", path, url.Values{"reason": {" "}}); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("without a reason: %d", w.Code)
	}
	if w := p.as("coach", path, url.Values{"reason": {"Virhe <b>nimessä</b>."}}); w.Code != http.StatusSeeOther {
		t.Fatal(w.Code)
	}
	if body := p.as("coach", path, nil).Body.String(); !strings.Contains(body, "Pyysit poistamista") {
		t.Error("the owner is not told that the request waits")
	}
	if body := p.as("moderator", "/moderointi", nil).Body.String(); !strings.Contains(body, "1 poistopyyntö") {
		t.Error("the queue does not lead to the request")
	}
	if body := p.as("moderator", "/moderointi/poistopyynnot", nil).Body.String(); !strings.Contains(body, "Virhe &lt;b&gt;nimessä") {
		t.Error("the list lacks the reason")
	}
	id, err := postgres.Value[int64](t.Context(), p.db, "SELECT id FROM act_removal")
	if err != nil {
		t.Fatal(err)
	}
	decide := fmt.Sprintf("/moderointi/poistopyynnot/%d", id)
	if w := p.as("moderator", decide, url.Values{"decision": {"no"}}); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("refused without a reason: %d", w.Code)
	}
	asked := p.as("moderator", decide, nil).Body.String()
	for _, words := range []string{"1 lähetetty versio", "/katso/" + a.Slug, "Virhe &lt;b&gt;nimessä"} {
		if !strings.Contains(asked, words) {
			t.Errorf("the page that asks back lacks %q", words)
		}
	}
	if w := p.as("coach", decide, nil); w.Code == http.StatusOK {
		t.Error("the owner may read the moderators' page")
	}
	if w := p.as("moderator", decide, url.Values{"decision": {"yes"}}); w.Code != http.StatusSeeOther {
		t.Fatal(w.Code)
	}
	if w := p.as("moderator", decide, url.Values{"decision": {"yes"}}); w.Code != http.StatusConflict {
		t.Errorf("a second click: %d", w.Code)
	}
	if w := p.as("moderator", decide, nil); w.Code != http.StatusConflict {
		t.Errorf("the page that asks back, afterwards: %d", w.Code)
	}
	p.changed()
	for _, path := range []string{"/katso/" + a.Slug, "/api/v1/acts/" + a.Slug} {
		if w := p.as("visitor", path, nil); w.Code != http.StatusGone {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
	if left := p.site.Stats.Catalogue().Len(); left != total-1 {
		t.Errorf("%d acts are counted, were %d", left, total)
	}
}
