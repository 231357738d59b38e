package awardpage

import (
	"context"

	"tekojentori.fi/tori/internal/campaign"
)

// An erratum is what was wrong with an award, and who has it. The name of a
// person is left out: it may be what was wrong.
type erratum struct {
	campaign.Erratum
	Of winner
}

// errata is what everyone is told was wrong, the newest first, of the awards
// that are meant.
func (p Pages) errata(ctx context.Context, meant func(campaign.Erratum) bool) ([]erratum, error) {
	var all []erratum
	var of []campaign.Award
	for _, e := range p.Campaigns.Errata() {
		if meant(e) {
			all = append(all, erratum{Erratum: e})
			of = append(of, campaign.Award{ActID: e.ActID, OrganizationID: e.OrganizationID, Out: true})
		}
	}
	winners, err := p.winners(ctx, of)
	for i := range winners {
		if all[i].Person == "" {
			all[i].Of = winners[i]
		}
	}
	return all, err
}
