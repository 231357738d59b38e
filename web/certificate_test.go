package web_test

import (
	"fmt"
	"net/http"
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

// Everyone can print the certificate of an award from the minute of the gala,
// from the page of the act and from that of the organisation, in the language of
// the page; nobody before, nor when the act is hidden, nor one that is not there.
func TestWinnersPrintTheirCertificate(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.published(1, func(*act.Content) {})
	of := p.site.Organizations.Directory().Get(a.OrganizationID)
	paths := map[string]string{} // of who has won: where that is told
	for kind, w := range map[campaign.Kind]campaign.Winner{
		campaign.ForAct:          {Act: a.Slug, Citation: i18n.Typed("Rohkea teko", "Modig gärning", "")},
		campaign.ForOrganization: {Organization: of.Name.To(i18n.FI)}, campaign.ForPerson: {Person: "Palkittu Henkilö", Organization: of.Name.To(i18n.FI)},
	} {
		_, id, _ := p.addPrize(len(kind), kind, campaign.ByJury)
		if err := p.site.Campaigns.Grant(t.Context(), p.accounts["team"], id, w); err != nil {
			t.Fatal(err)
		}
		_, won, err := p.site.Campaigns.Prize(t.Context(), p.accounts["team"], id)
		if err != nil {
			t.Fatal(err)
		}
		path := won[0].CertificatePath()
		paths[path] = map[campaign.Kind]string{campaign.ForAct: "/katso/" + a.Slug, campaign.ForOrganization: "/organisaatiot/" + of.Slug, campaign.ForPerson: fmt.Sprintf("/palkitut/%d", time.Now().Year())}[kind]
	}
	found := func(when string, want int) {
		t.Helper()
		for path := range paths {
			for _, who := range people() {
				if w := p.as(who, path, nil); w.Code != want {
					t.Errorf("%s, %s: %s meets %d", when, path, who, w.Code)
				}
			}
		}
	}
	found("before the gala", http.StatusNotFound)
	c, _ := p.site.Campaigns.BySlug("hyva-kiertamaan-2025")
	p.gala(c)
	found("after the gala", http.StatusOK)
	for path, from := range paths {
		if body := p.as("visitor", "/sv"+from, nil).Body.String(); !strings.Contains(body, `href="/sv`+path+`"`) {
			t.Errorf("/sv%s does not lead to %s", from, path)
		}
		if body := p.as("visitor", path, nil).Body.String(); from == "/katso/"+a.Slug && (!strings.Contains(body, "”Rohkea teko”") || !strings.Contains(body, a.Title) || !strings.Contains(body, c.Name.To(i18n.FI))) {
			t.Errorf("%s does not say what was won", path)
		}
		if from == "/katso/"+a.Slug {
			p.says("visitor", "/sv"+path, "”Modig gärning”")
			p.live(a.ID, func(a *act.Act) []error { return []error{a.Hide(p.accounts["moderator"], "Virhe.", time.Now())} })
			if w := p.as("visitor", path, nil); w.Code != http.StatusNotFound {
				t.Errorf("of a hidden act: %d", w.Code)
			}
		}
	}
	if w := p.as("visitor", "/palkitut/kunniakirjat/987654", nil); w.Code != http.StatusNotFound {
		t.Errorf("of no award: %d", w.Code)
	}
}
