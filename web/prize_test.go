package web_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/i18n"
)

// addPrize makes a prize of the campaign of 2025, and is its page.
func (p *portal) addPrize(n int, kind campaign.Kind, by campaign.DecidedBy) (campaign.Campaign, campaign.PrizeID, string) {
	p.t.Helper()
	of, _ := p.site.Campaigns.BySlug("hyva-kiertamaan-2025")
	id, err := p.site.Campaigns.AddPrize(p.t.Context(), p.accounts["team"], fmt.Sprintf("%032d", 700+n), of.ID, campaign.Prize{
		Name: i18n.T("Vuden kunta", "Årets kommun", "Municipality of the year"), Kind: kind, DecidedBy: by,
	})
	if err != nil {
		p.t.Fatal(err)
	}
	return of, id, fmt.Sprintf("/ohjelma/palkinnot/%d", int64(id))
}

// A mistyped name is mended and a needless prize removed, as long as nobody has
// been told of it; a wrong name is kept in the form.
func TestAPrizeIsMended(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	of, id, path := p.addPrize(1, campaign.ForOrganization, campaign.ByJury)
	form := url.Values{"version": {"1"}, "name_fi": {""}, "name_sv": {"Årets by"}, "name_en": {"Village of the year"}}
	if w := p.as("team", path, form); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), `value="Årets by"`) {
		t.Errorf("without a Finnish name: %d", w.Code)
	}
	form.Set("name_fi", "Vuoden kunta")
	if w := p.as("team", path, form); w.Code != http.StatusSeeOther || !strings.Contains(p.as("team", path, nil).Body.String(), "<h1>Vuoden kunta</h1>") {
		t.Errorf("renaming: %d", w.Code)
	}
	if err := p.site.Campaigns.Grant(t.Context(), p.accounts["team"], id, campaign.Winner{Organization: "Limingan kunta"}); err != nil {
		t.Fatal(err)
	}
	if w := p.as("team", path+"/poisto", url.Values{}); w.Code != http.StatusConflict {
		t.Errorf("a prize with a winner is removed: %d", w.Code)
	}
	if list := p.as("team", fmt.Sprintf("/ohjelma/kampanjat/%d/palkinnot", int64(of.ID)), nil).Body.String(); !strings.Contains(list, "1 voittaja") {
		t.Error("the list does not say how many have won")
	}
	_, needless, empty := p.addPrize(2, campaign.ForAct, campaign.ByJury)
	if w := p.as("team", empty+"/poisto", url.Values{}); w.Code != http.StatusSeeOther || p.as("team", empty, nil).Code != http.StatusNotFound {
		t.Errorf("removing %v: %d", needless, w.Code)
	}
}

// A prize that is counted says when nobody takes part yet, while it may still
// change, and once it is out.
func TestACountedPrizeSaysHowItStands(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	of, id, path := p.addPrize(1, campaign.ForOrganization, campaign.ByCount)
	says := func(want string, confirms bool) {
		t.Helper()
		body := p.as("team", path, nil).Body.String()
		if !strings.Contains(body, want) || strings.Contains(body, "Vahvista tulos") != confirms {
			t.Errorf("not %q, or the result can be confirmed: %t", want, !confirms)
		}
	}
	says("Yhdelläkään kunnalla ei ole vielä tekoa", false)
	p.window(&of, time.Now().AddDate(0, 0, -3), time.Now().AddDate(0, 0, 3))
	a := p.published(1, func(*act.Content) {})
	if err := p.site.Campaigns.Enter(t.Context(), p.accounts["coach"], a.ID, of.Slug); err != nil {
		t.Fatal(err)
	}
	p.changed()
	says("tilanne voi muuttua", true)
	if w := p.as("team", path+"/voittajat", url.Values{"by": {"count"}}); w.Code != http.StatusSeeOther {
		t.Fatalf("confirming: %d", w.Code)
	}
	says("Tulos on vahvistettu", false)
	b := p.published(2, func(c *act.Content) {
		o, _ := p.site.Organizations.Directory().Find("Limingan kunta")
		c.OrganizationID = o.ID
	})
	if err := p.site.Campaigns.Enter(t.Context(), p.accounts["coach"], b.ID, of.Slug); err != nil {
		t.Fatal(err)
	}
	p.changed()
	says("Tilanne on muuttunut vahvistamisen jälkeen", true)
	if w := p.as("team", path+"/voittajat", url.Values{"by": {"count"}}); w.Code != http.StatusSeeOther {
		t.Fatalf("confirming again: %d", w.Code)
	}
	says("Viestille ei ole vastaanottajaa", false)
	says("kaikki nämä saavat palkinnon", false)
	p.gala(of)
	says("Virheen voi korjata oikaisemalla", false)
	if w := p.as("team", path+"/voittajat", url.Values{"by": {"count"}}); w.Code != http.StatusConflict {
		t.Errorf("what is out is counted anew: %d", w.Code)
	}
	_, won, err := p.site.Campaigns.Prize(t.Context(), p.accounts["team"], id)
	if err != nil {
		t.Fatal(err)
	}
	wrong := campaign.Correction{Erratum: i18n.T("Sija oli jaettu.", "Platsen var delad.", "The place was shared.")}
	if _, err := p.site.Campaigns.Correct(t.Context(), p.accounts["team"], won[0].ID, strings.Repeat("0", 31)+"5", 1, wrong); err != nil {
		t.Fatal(err)
	}
	p.changed()
	o := p.site.Organizations.Directory().Get(won[0].OrganizationID)
	if body := p.as("visitor", "/organisaatiot/"+o.Slug, nil).Body.String(); !strings.Contains(body, "Sija oli jaettu.") {
		t.Errorf("the page of %s does not tell of the correction", o.Slug)
	}
}

// window gives a campaign another window.
func (p *portal) window(c *campaign.Campaign, first, last time.Time) {
	p.t.Helper()
	c.OpensOn, c.ClosesOn = first, last
	if err := p.site.Campaigns.Change(p.t.Context(), p.accounts["team"], c.ID, c.Version, *c); err != nil {
		p.t.Fatal(err)
	}
	c.Version++
	p.changed()
}
