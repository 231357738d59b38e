package web_test

import (
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/moderation"
)

// Whoever waits for an answer reads by which day it comes, also once a
// moderator has the act on the table, and is told when that day has passed.
func TestOwnActsTellByWhenTheyAreAnswered(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.jointly("Vastausta odottava teko")
	p.shows("member", "/omat-teot", "Saat vastauksen viimeistään "+i18n.Date(t.Context(), moderation.AnswerBy(*a.SubmittedAt)))
	if _, err := p.db.Exec(t.Context(), "UPDATE act SET submitted_at = now() - interval '30 days' WHERE id = $1", a.ID); err != nil {
		t.Fatal(err)
	}
	p.shows("member", "/omat-teot", "Vastaus on myöhässä")
	if err := p.site.Moderation.Take(t.Context(), p.accounts["moderator"], a.ID, 0); err != nil {
		t.Fatal(err)
	}
	p.shows("member", "/omat-teot", "Moderoija lukee tekoa", "Saat vastauksen viimeistään")
	p.live(a.ID, func(a *act.Act) []error {
		return []error{a.RequestChanges(p.accounts["moderator"], "Lisää.", p.site.Now())}
	})
	if w := p.as("member", "/omat-teot", nil); strings.Contains(w.Body.String(), "Saat vastauksen") {
		t.Error("an answer is promised when it is the author's turn")
	}
}
