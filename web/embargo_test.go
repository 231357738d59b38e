package web_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/postgres"
)

// Until the gala an award changes nothing that everyone may read, to the letter,
// whoever has won; at the gala all of it comes out, and in the API too.
func TestAwardsUnderEmbargoShowNowhere(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.published(1, func(*act.Content) {})
	p.published(2, func(*act.Content) {})
	team, of := p.accounts["team"], p.site.Organizations.Directory().Get(a.OrganizationID)
	campaignOf, _ := p.site.Campaigns.BySlug("hyva-kiertamaan-2025")
	year := fmt.Sprintf("/palkitut/%d", time.Now().Year())
	paths := append(surfaces(a.Slug, of.Slug), "/palkitut", year, "/kampanjat", "/kampanjat/"+campaignOf.Slug, "/syote/teot.atom?palkittu=true", "/tekojen-tori?palkittu=true",
		"/api/v1/acts?awarded=true", "/api/v1/statistics?by=awarded", "/avoin-data/teot.csv", "/avoin-data/tilastot.csv", "/upota/toimiala")
	look := func() map[string]string {
		all := map[string]string{}
		for _, path := range paths {
			w := p.as("visitor", path, nil)
			all[path] = fmt.Sprint(w.Code, w.Body)
		}
		return all
	}
	p.changed()
	before := look()
	for n, w := range map[campaign.Kind]campaign.Winner{
		campaign.ForAct: {Act: a.Slug, Citation: i18n.Typed("Salaperuste", "", "Secret reason")}, campaign.ForOrganization: {Organization: of.Name.To(i18n.FI)}, campaign.ForPerson: {Person: "Sala Voittaja", Organization: of.Name.To(i18n.FI)},
	} {
		_, id, _ := p.addPrize(len(n), n, campaign.ByJury)
		if err := p.site.Campaigns.Grant(t.Context(), team, id, w); err != nil {
			t.Fatal(err)
		}
	}
	p.changed() // else pages would come from memory
	for path, body := range look() {
		if body != before[path] {
			t.Errorf("%s tells of an award before the gala:\n%s", path, firstDifference(before[path], body))
		}
	}
	if err := postgres.Exec(t.Context(), p.db, "UPDATE campaign SET gala_at = now() WHERE id = $1", campaignOf.ID); err != nil {
		t.Fatal(err)
	}
	if n, err := p.site.Campaigns.Release(t.Context()); err != nil || n != 3 {
		t.Fatalf("%d come out, %v", n, err)
	}
	p.look() // what the clock does
	after := look()
	for _, path := range []string{"/palkitut", year, "/katso/" + a.Slug, "/organisaatiot/" + of.Slug, "/kampanjat/" + campaignOf.Slug, "/syote/teot.atom?palkittu=true", "/tekojen-tori?palkittu=true", "/api/v1/acts?awarded=true", "/api/v1/statistics?by=awarded"} {
		if after[path] == before[path] {
			t.Errorf("%s does not tell of the awards after the gala", path)
		}
	}
	earlier, _ := p.site.Campaigns.BySlug("hyva-kiertamaan-2024") // has no gala yet
	id, err := p.site.Campaigns.AddPrize(t.Context(), team, strings.Repeat("0", 31)+"8", earlier.ID, campaign.Prize{Name: i18n.T("Toinen", "Andra", "Second"), Kind: campaign.ForAct, DecidedBy: campaign.ByJury})
	if err != nil {
		t.Fatal(err)
	}
	if err := p.site.Campaigns.Grant(t.Context(), team, id, campaign.Winner{Act: a.Slug}); err != nil {
		t.Fatal(err)
	}
	time.Sleep(time.Until(time.Now().Truncate(time.Second).Add(time.Second))) // feeds tell whole seconds
	p.changed()
	for path, body := range look() {
		if body != after[path] {
			t.Errorf("%s tells of a second award before its gala:\n%s", path, firstDifference(after[path], body))
		}
	}
	var one struct {
		Awards []map[string]any
		Errata []map[string]any
	}
	w := p.as("visitor", "/api/v1/acts/"+a.Slug, nil)
	if err := json.Unmarshal(w.Body.Bytes(), &one); err != nil || w.Code != http.StatusOK || len(one.Awards) != 1 || len(one.Errata) != 0 {
		t.Fatalf("%d %v: %s", w.Code, err, w.Body)
	}
	for name, want := range map[string]any{
		"prize": "Vuden kunta", "mention": false, "campaign": campaignOf.Slug, "granted_on": time.Now().In(i18n.Helsinki()).Format(time.DateOnly), "citation_fi": "Salaperuste", "citation_sv": "", "citation_en": "Secret reason",
		"url": "http://tori.example" + year,
	} {
		if got := one.Awards[0][name]; got != want {
			t.Errorf("%s is %v, want %v", name, got, want)
		}
	}
}
