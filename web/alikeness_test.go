package web_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
)

// waitsWith is waits of an act with a text of its own.
func (p *portal) waitsWith(n int, change func(*act.Content)) act.Act {
	p.t.Helper()
	a := p.waits(n)
	return p.live(a.ID, func(a *act.Act) []error {
		change(&a.Content)
		return nil
	})
}

// A moderator is told what looks personal, and in which section; contacts in
// their own place are nobody's surprise.
func TestTheReviewTellsWhatLooksPersonal(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	plain := p.waits(1)
	bad := p.waitsWith(2, func(c *act.Content) {
		c.Results = "Asukas 131052-308T soitti numeroon 040 123 4567."
		c.Tags = []string{"maija.testi@example.fi"}
	})
	const warning = "Tekstissä voi olla henkilötietoja"
	if body := p.as("moderator", "/moderointi/teot/"+number(plain), nil).Body.String(); strings.Contains(body, warning) {
		t.Error("a text without personal data is warned of")
	}
	body := p.as("moderator", "/moderointi/teot/"+number(bad), nil).Body.String()
	for _, want := range []string{
		warning, "<b>Tulokset:</b> henkilötunnus 131052-308T, puhelinnumero 040 123 4567", "<b>Avainsanat:</b> sähköpostiosoite maija.testi@example.fi",
	} {
		if !strings.Contains(body, want) {
			t.Errorf("the review lacks %q", want)
		}
	}
}

// An act like the one that waits is one press away, and is read beside it.
func TestSimilarActsAreReadSideBySide(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	told := func(title, need, results string) func(*act.Content) {
		return func(c *act.Content) {
			c.Title, c.Need, c.Results, c.Lead, c.Approach, c.Language = title, need, results, "", results, "sv" // read without a dictionary
		}
	}
	out := p.published(1, told("Bikupor på äldreboendets tak", "Honung och biodling saknades.", "Boende skördade."))
	p.published(2, told("Bikupor på daghemmets tak", "Honung och biodling roade.", "Barnen skördade."))
	other := p.published(4, told("Biblioteket öppnar tidigare", "Läsesalen var låst.", "Flera läsare."))
	waiting := p.waitsWith(3, told("Bikupor på skolans tak", "Honung och biodling önskades.", "Eleverna mätte."))
	path := fmt.Sprintf("/moderointi/teot/%d/rinnalla/%d?rajaus=vapaat", int64(waiting.ID), int64(out.ID))
	body := p.as("moderator", "/moderointi/teot/"+number(waiting)+"?rajaus=vapaat", nil).Body.String()
	if !strings.Contains(body, path) || strings.Contains(body, "/rinnalla/"+number(other)) {
		t.Error("the similar act is not linked, or another is")
	}
	w := p.as("moderator", path, nil)
	if body := w.Body.String(); w.Code != http.StatusOK || !strings.Contains(body, "biodling saknades") || !strings.Contains(body, "biodling önskades") {
		t.Errorf("%d: both texts are not there", w.Code)
	}
	hidden := p.live(other.ID, func(a *act.Act) []error { return []error{a.Hide(p.accounts["moderator"], "Virhe.", p.site.Now())} })
	draft, err := p.site.Acts.Begin(t.Context(), p.accounts["coach"], "0198b1f2-0000-7000-8002-000000000099", acttest.Content())
	if err != nil {
		t.Fatal(err)
	}
	for _, pair := range []string{
		number(waiting) + "/rinnalla/" + number(waiting), number(waiting) + "/rinnalla/" + number(hidden), number(waiting) + "/rinnalla/999999",
		number(draft) + "/rinnalla/" + number(out), number(waiting) + "/rinnalla/x",
	} {
		if w := p.as("moderator", "/moderointi/teot/"+pair, nil); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d, want 404", pair, w.Code)
		}
	}
}
