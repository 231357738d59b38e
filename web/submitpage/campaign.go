package submitpage

import (
	"context"
	"net/http"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/web/page"
)

// entering is the campaigns of one's own acts.
type entering struct {
	In     map[act.ID]campaign.Campaign   // the one that an act is in
	Taking map[act.ID][]campaign.Campaign // those that would take it
	Others map[act.ID][]campaign.Campaign // those that would, were it of another sector
	Open   map[campaign.ID]bool           // those that can still be left
}

// entering looks up in which campaigns acts are, and could be.
func (p Pages) entering(ctx context.Context, acts []act.Act) (entering, error) {
	e := entering{In: map[act.ID]campaign.Campaign{}, Taking: map[act.ID][]campaign.Campaign{}, Others: map[act.ID][]campaign.Campaign{}, Open: map[campaign.ID]bool{}}
	ids := make([]act.ID, len(acts))
	for i, a := range acts {
		ids[i] = a.ID
	}
	slugs, err := p.Campaigns.EntriesOf(ctx, ids)
	if err != nil {
		return e, err
	}
	for _, a := range acts {
		if a.Status == act.Withdrawn || a.Status == act.Rejected || a.Status == act.Merged { // they count in none
			continue
		}
		if c, in := p.Campaigns.BySlug(slugs[a.ID]); in {
			e.In[a.ID], e.Open[c.ID] = c, c.TakesAt(p.Now())
			continue
		}
		if a.Status != act.Draft { // a draft is entered when it is sent
			e.Taking[a.ID], e.Others[a.ID] = p.Campaigns.Taking(a), p.Campaigns.Refusing(a)
		}
	}
	return e, nil
}

// EnterCampaign enters an own act in a campaign, or takes it out.
func (p Pages) EnterCampaign(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[act.ID](r, "id")
	if err != nil {
		return err
	}
	if slug := r.PostFormValue("campaign"); slug != "" {
		err = p.Campaigns.Enter(r.Context(), page.Viewer(r), id, slug)
	} else {
		err = p.Campaigns.Leave(r.Context(), page.Viewer(r), id)
	}
	if err != nil {
		return err
	}
	return page.Redirect(w, r, ownPath(id))
}

var (
	enterB   = i18n.T("Lisää kampanjaan %s", "Ta med i kampanjen %s", "Enter in the campaign %s")
	enteredT = i18n.T("Mukana kampanjassa", "Med i kampanjen", "Entered in the campaign")
	otherT   = i18n.T("Kampanja %s ottaa mukaan vain muiden toimialojen tekoja.", "Kampanjen %s tar bara med gärningar inom andra branscher.", "The campaign %s takes only acts of other sectors.")
	rulesT   = i18n.T("Katso kampanjan säännöt", "Se kampanjens regler", "See the rules of the campaign")
	refusedT = i18n.T("Kampanja ei enää ota tätä tekoa mukaan. Teko on tallessa, mutta sitä ei ole vielä lähetetty: voit lähettää sen ilman kampanjaa.", "Kampanjen tar inte längre med den här gärningen. Den är sparad men inte skickad: du kan skicka den utan kampanjen.", "The campaign no longer takes this act. It is kept but has not been sent: you can send it without the campaign.")
	leaveB   = i18n.T("Poista kampanjasta", "Ta bort från kampanjen", "Take out of the campaign")
)
