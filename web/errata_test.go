package web_test

import (
	"encoding/csv"
	"fmt"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/i18n"
)

// What was wrong with an award stands beside that award alone: not beside
// another one that the same organisation has won, and the organisation is not
// told of for what was wrong with the name of somebody who works there.
func TestACorrectionIsOfOneAward(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	town, _ := p.site.Organizations.Directory().Find("Limingan kunta")
	var of campaign.Campaign
	for n, x := range []struct {
		kind campaign.Kind
		told string
	}{{campaign.ForOrganization, ""}, {campaign.ForPerson, "Nimi oli väärin."}, {campaign.ForOrganization, "Sija oli väärin."}} {
		var id campaign.PrizeID
		of, id, _ = p.addPrize(n, x.kind, campaign.ByJury) // of a campaign as it is now
		if err := p.site.Campaigns.Grant(t.Context(), p.accounts["team"], id, campaign.Winner{Organization: town.Name.To(i18n.FI), Person: "Maija Mallikas"}); err != nil {
			t.Fatal(err)
		}
		p.gala(of)
		_, won, err := p.site.Campaigns.Prize(t.Context(), p.accounts["team"], id)
		if err != nil {
			t.Fatal(err)
		}
		if x.told == "" {
			continue
		}
		c := campaign.Correction{Person: won[0].Person, Erratum: i18n.T(x.told, x.told, x.told)}
		if _, err := p.site.Campaigns.Correct(t.Context(), p.accounts["team"], won[0].ID, fmt.Sprintf("%032d", 900+n), 1, c); err != nil {
			t.Fatal(err)
		}
	}
	p.changed()
	if body := p.as("visitor", "/organisaatiot/"+town.Slug, nil).Body.String(); !strings.Contains(body, "Sija oli väärin.") || strings.Contains(body, "Nimi oli väärin.") {
		t.Error("the organisation is told of for another, or not for itself")
	}
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(p.as("team", fmt.Sprintf("/ohjelma/kampanjat/%d/tiedote.csv", int64(of.ID)), nil).Body.String(), "\ufeff")))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil || len(rows) != 4 {
		t.Fatalf("%q, %v", rows, err)
	}
	told := map[string]int{}
	for _, row := range rows[1:] {
		_, words, _ := strings.Cut(row[9], " ")
		told[row[1]+": "+words]++
	}
	if told["Limingan kunta: "] != 1 || told["Limingan kunta: Sija oli väärin."] != 1 || told["Maija Mallikas: Nimi oli väärin."] != 1 {
		t.Errorf("the file tells %v", told)
	}
}
