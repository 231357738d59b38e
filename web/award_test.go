package web_test

import (
	"encoding/csv"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/i18n"
)

// The press sheet, its file and the certificates come of the awards. Before the
// gala nobody but the team sees anything of them; a correction changes all of
// them, the page of the year and that of the act.
func TestTheSheetComesOfTheAwards(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.published(1, func(*act.Content) {})
	team := p.accounts["team"]
	of, _ := p.site.Campaigns.BySlug("hyva-kiertamaan-2025")
	prize, err := p.site.Campaigns.AddPrize(t.Context(), team, strings.Repeat("0", 31)+"6", of.ID, campaign.Prize{
		Name: i18n.T("Salapalkinto", "Hemligt pris", "Secret prize"), Kind: campaign.ForAct, DecidedBy: campaign.ByJury,
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := p.site.Campaigns.Grant(t.Context(), team, prize, campaign.Winner{Act: a.Slug, Citation: i18n.Typed("=Rohkee teko", "Modig gärning", "")}); err != nil {
		t.Fatal(err)
	}
	sheet := fmt.Sprintf("/ohjelma/kampanjat/%d/tiedote", int64(of.ID))
	diplomas := strings.Replace(sheet, "tiedote", "kunniakirjat", 1)
	year := fmt.Sprintf("/palkitut/%d", time.Now().Year())
	secret := func(who, path string) bool {
		return strings.Contains(p.as(who, path, nil).Body.String(), "Salapalkinto")
	}
	for _, who := range people() {
		for _, path := range []string{sheet, sheet + ".csv", diplomas, "/katso/" + a.Slug, "/palkitut", year} {
			ours := (who == "team" || who == "admin") && strings.HasPrefix(path, "/ohjelma")
			if secret(who, path) != ours {
				t.Errorf("%s sees it at %s: %t", who, path, !ours)
			}
		}
	}
	before := changedAt(t, p, a.Slug)
	time.Sleep(time.Until(before.Add(time.Second))) // feeds tell whole seconds
	p.gala(of)
	if !changedAt(t, p, a.Slug).After(before) {
		t.Error("readers of feeds do not hear of the award")
	}
	_, won, err := p.site.Campaigns.Prize(t.Context(), team, prize)
	if err != nil {
		t.Fatal(err)
	}
	path := fmt.Sprintf("/ohjelma/myonnot/%d/oikaisu", int64(won[0].ID))
	form := url.Values{"form_key": {strings.Repeat("0", 31) + "9"}, "version": {"1"}, "citation_fi": {"Rohkea teko"}, "citation_sv": {"Modig gärning"}}
	if w := p.as("team", path, form); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("corrected in silence: %d", w.Code)
	}
	public := []string{year, "/katso/" + a.Slug, "/api/v1/acts/" + a.Slug}
	for _, at := range public { // is kept from now on
		if !secret("visitor", at) {
			t.Errorf("%s does not tell of the award", at)
		}
	}
	form["erratum_fi"], form["erratum_sv"], form["erratum_en"] = []string{"Perustelussa oli kirjoitusvirhe."}, []string{"Skrivfel."}, []string{"A typing error."}
	if w := p.as("team", path, form); w.Code != http.StatusSeeOther {
		t.Fatalf("correcting: %d", w.Code)
	}
	if w := p.as("visitor", fmt.Sprintf("/palkitut/%d", time.Now().Year()-1), nil); w.Code != http.StatusNotFound {
		t.Errorf("the year before tells of the correction: %d", w.Code)
	}
	for at, want := range map[string][]string{
		sheet: {"Rohkea teko", "kirjoitusvirhe"}, diplomas: {"Rohkea teko"}, "/sv" + diplomas: {"Modig gärning", "Hemligt pris"}, "/en" + diplomas: {`lang="fi">”Rohkea teko”`},
		fmt.Sprintf("%s?myonto=%d", diplomas, int64(won[0].ID)): {"Rohkea teko", "Kampanjan kaikki kunniakirjat"}, diplomas + "?myonto=987654": {"Voittajia ei ole vielä valittu"},
		prizePage(prize): {"kirjoitusvirhe", "voittaja julkistetaan heti", fmt.Sprintf("kunniakirjat?myonto=%d", int64(won[0].ID))},
		year:             {"Rohkea teko", "kirjoitusvirhe", "– <a href=\"/katso/" + a.Slug, i18n.Date(t.Context(), time.Now())}, "/katso/" + a.Slug: {"Salapalkinto", "kirjoitusvirhe"}, "/api/v1/acts/" + a.Slug: {"Salapalkinto", "Rohkea teko", "kirjoitusvirhe"},
	} {
		who := "team"
		if slices.Contains(public, at) {
			who = "visitor"
		}
		w := p.as(who, at, nil)
		for _, words := range want {
			if !strings.Contains(w.Body.String(), words) {
				t.Errorf("%s (%d) does not say %s", at, w.Code, words)
			}
		}
		if strings.Contains(w.Body.String(), "Rohkee") {
			t.Errorf("%s is not corrected", at)
		}
	}
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(p.as("team", sheet+".csv", nil).Body.String(), "\ufeff")))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil || len(rows) != 2 || rows[1][0] != "Salapalkinto" || rows[1][5] != "Rohkea teko" || !strings.Contains(rows[1][9], "kirjoitusvirhe") || !strings.HasPrefix(rows[1][8], "http://tori.example/katso/") {
		t.Errorf("the file: %v, %v", rows, err)
	}
}

// gala lets the awards of a campaign out.
func (p *portal) gala(c campaign.Campaign) {
	p.t.Helper()
	c.GalaAt = p.site.Now().Add(-time.Minute)
	if err := p.site.Campaigns.Change(p.t.Context(), p.accounts["team"], c.ID, c.Version, c); err != nil {
		p.t.Fatal(err)
	}
	p.changed()
}

func prizePage(id campaign.PrizeID) string { return fmt.Sprintf("/ohjelma/palkinnot/%d", int64(id)) }

// changedAt is when an act last changed, as its feed tells.
func changedAt(t *testing.T, p *portal, slug string) time.Time {
	t.Helper()
	_, entry, _ := strings.Cut(p.as("visitor", "/syote/teot.atom", nil).Body.String(), "<entry")
	_, updated, _ := strings.Cut(entry, "<updated>")
	updated, rest, _ := strings.Cut(updated, "</updated>")
	at, err := time.Parse(time.RFC3339, updated)
	if err != nil || !strings.Contains(rest, slug) {
		t.Fatalf("%s is not first in the feed: %v", slug, err)
	}
	return at
}
