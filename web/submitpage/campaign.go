package submitpage

import (
	"context"
	"net/http"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/ui"
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

// campaignsOf tells the last step which campaign the act is in, or which ones it
// can enter while it is sent. An update is of an act that has been sent.
func (p Pages) campaignsOf(ctx context.Context, v *view) error {
	if v.Step != len(v.way())-1 || v.Act.Updating {
		return nil
	}
	entry, err := p.Campaigns.EntryOf(ctx, v.Act.ID)
	if c, in := p.Campaigns.Find(entry); in {
		v.Entered = &c
		return err
	}
	v.Taking, v.Refusing = p.Campaigns.Taking(v.Act), p.Campaigns.Refusing(v.Act)
	return err
}

// campaignOptions is the campaigns to choose one from, and none; the newest is
// chosen.
func (v view) campaignOptions(ctx context.Context) []ui.Option {
	var some []ui.Option
	for i, c := range v.Taking {
		some = append(some, ui.Option{Value: c.Slug, Label: c.Name.In(ctx), Chosen: i == 0})
	}
	return append(some, ui.Option{Label: enterNone.In(ctx)})
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
	enterB    = i18n.T("Lisää kampanjaan %s", "Ta med i kampanjen %s", "Enter in the campaign %s")
	whichL    = i18n.T("Mihin kampanjaan teko osallistuu?", "Vilken kampanj deltar gärningen i?", "Which campaign does the act take part in?")
	whichH    = i18n.T("Teko voi olla yhdessä kampanjassa. Voit vaihtaa sitä myöhemmin omissa teoissasi, kun kampanja on auki.", "En gärning kan vara med i en kampanj. Du kan byta den senare bland dina gärningar medan kampanjen pågår.", "An act can be in one campaign. You can change it later among your acts while the campaign is open.")
	enterNone = i18n.T("Ei mihinkään", "Ingen", "None")
	enteredT  = i18n.T("Mukana kampanjassa", "Med i kampanjen", "Entered in the campaign")
	otherT    = i18n.T("Kampanja %s ottaa mukaan vain muiden toimialojen tekoja.", "Kampanjen %s tar bara med gärningar inom andra branscher.", "The campaign %s takes only acts of other sectors.")
	rulesT    = i18n.T("Katso kampanjan säännöt", "Se kampanjens regler", "See the rules of the campaign")
	refusedT  = i18n.T("Kampanja ei enää ota tätä tekoa mukaan. Teko on tallessa, mutta sitä ei ole vielä lähetetty: voit lähettää sen ilman kampanjaa.", "Kampanjen tar inte längre med den här gärningen. Den är sparad men inte skickad: du kan skicka den utan kampanjen.", "The campaign no longer takes this act. It is kept but has not been sent: you can send it without the campaign.")
	leaveB    = i18n.T("Poista kampanjasta", "Ta bort från kampanjen", "Take out of the campaign")
)
