package awardpage

import (
	"fmt"
	"net/http"

	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/web/page"
)

// certificateView is the certificate of one award, as everyone may print it.
type certificateView struct {
	diploma
	Award campaign.Award
}

// Certificate is the certificate of an award that is out. Nothing stands on it
// but what the page of the year tells everyone, so everyone may print it: the
// winner, the co-authors and the communications of the organisation, who need no
// account for it.
func (p Pages) Certificate(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[campaign.AwardID](r, "id")
	if err != nil {
		return err
	}
	a, err := p.Campaigns.Published(r.Context(), id)
	if err != nil {
		return err
	}
	won, err := p.winners(r.Context(), []campaign.Award{a})
	if err != nil {
		return err
	}
	if won[0].Name == "" { // hidden since
		return fmt.Errorf("the winner of %v: %w", id, fault.NotFound)
	}
	return page.Render(w, r, http.StatusOK, certificate(certificateView{diploma{won[0], a.Name.In(r.Context()), a.Mention, a.GrantedOn}, a}))
}
