package web_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/i18n"
)

// A certificate says whether it is of a prize or of a mention, has the title of
// the act in its own language, and bears the day of the gala: none before that
// is known.
func TestACertificateSaysWhatWasWon(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.published(1, func(c *act.Content) { c.Title, c.Language = "Cykla till mötet", "sv" })
	of, id, _ := p.addPrize(1, campaign.ForAct, campaign.ByJury)
	if err := p.site.Campaigns.Grant(t.Context(), p.accounts["team"], id, campaign.Winner{Act: a.Slug, Mention: true}); err != nil {
		t.Fatal(err)
	}
	sheet := fmt.Sprintf("/ohjelma/kampanjat/%d/", int64(of.ID))
	says := func(path string, want string, yes bool) {
		t.Helper()
		if strings.Contains(p.as("team", sheet+path, nil).Body.String(), want) != yes {
			t.Errorf("%s says %q: %t", path, want, !yes)
		}
	}
	today, now := i18n.Date(t.Context(), time.Now()), time.Now().In(i18n.Helsinki()).Format(time.DateOnly)
	says("kunniakirjat", "Kunniamaininta", true)
	says("kunniakirjat", `<h3 lang="sv">Cykla till mötet</h3>`, true)
	says("kunniakirjat", today, false)
	says("tiedote.csv", ";true;;", true)
	says("tiedote.csv", now, false)
	of.GalaAt = time.Date(2031, 12, 8, 23, 30, 0, 0, time.UTC) // the ninth in Finland
	if err := p.site.Campaigns.Change(t.Context(), p.accounts["team"], of.ID, of.Version, of); err != nil {
		t.Fatal(err)
	}
	says("kunniakirjat", "<p>9.12.2031</p>", true)
	says("tiedote.csv", ";true;2031-12-09;", true)
}
