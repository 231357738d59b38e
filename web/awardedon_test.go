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

// Who looks at the awarded reads what comes next: a campaign that takes acts
// still, and the day of a gala that is to come, but nothing of a campaign that
// is not public; and from one year to the others.
func TestTheAwardedLeadOn(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.published(1, func(*act.Content) {})
	of, id, _ := p.addPrize(1, campaign.ForAct, campaign.ByJury)
	if err := p.site.Campaigns.Grant(t.Context(), p.accounts["team"], id, campaign.Winner{Act: a.Slug}); err != nil {
		t.Fatal(err)
	}
	p.gala(of)
	for _, c := range p.site.Campaigns.Public() { // none of them takes acts
		p.window(&c, time.Now().AddDate(0, 0, -30), time.Now().AddDate(0, 0, -10))
	}
	year := fmt.Sprintf("/palkitut/%d", time.Now().Year())
	says := func(stage, want string, yes bool) {
		t.Helper()
		for _, path := range []string{"/palkitut", year} {
			if strings.Contains(p.as("visitor", path, nil).Body.String(), want) != yes {
				t.Errorf("%s: %s says %q: %t", stage, path, want, !yes)
			}
		}
	}
	says("all is over", "Seuraavaksi", false)
	c := p.openCampaign()
	p.changed()
	link := `<a href="/kampanjat/` + c.Slug + `">Hyvä koe</a>`
	says("open", link+": Kampanja on käynnissä, ja tekosi ehtii vielä mukaan.", true)
	c.GalaAt = time.Now().AddDate(0, 0, 3)
	p.window(&c, c.OpensOn.AddDate(0, 0, -9), c.ClosesOn.AddDate(0, 0, -9))
	says("before its gala", link+": Palkitut kerrotaan täällä "+i18n.Date(t.Context(), c.GalaAt)+".", true)
	says("before its gala", "ehtii vielä mukaan", false)
	c.Public = false
	p.window(&c, c.OpensOn, c.ClosesOn)
	says("not public", "Hyvä koe", false)
	if _, err := p.db.Exec(t.Context(), "INSERT INTO award_grant (award_id, organization_id, granted_on, published_at) SELECT $1, min(id), '2019-12-05', '2019-12-05' FROM organization", id); err != nil {
		t.Fatal(err)
	}
	p.changed()
	for path, to := range map[string]string{year: "/palkitut/2019", "/palkitut/2019": year} {
		if body := p.as("visitor", path, nil).Body.String(); !strings.Contains(body, `<li><a href="`+to+`">`) || strings.Contains(body, `<li><a href="`+path+`">`) {
			t.Errorf("%s does not lead to %s alone", path, to)
		}
	}
}
