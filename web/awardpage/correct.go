package awardpage

import (
	"errors"
	"fmt"
	"net/http"

	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
)

// correctView is an award that is being corrected.
type correctView struct {
	Award    campaign.Award
	Winner   winner
	Campaign campaign.Campaign
	Mended   campaign.Correction
	Version  int
	FormKey  string
	Problems validate.Problems
}

// CorrectForm asks what an award ought to be.
func (p Pages) CorrectForm(w http.ResponseWriter, r *http.Request) error {
	return p.correct(w, r, http.StatusOK, correctView{FormKey: page.NewKey()}, false)
}

func (p Pages) correct(w http.ResponseWriter, r *http.Request, status int, v correctView, typed bool) error {
	id, err := page.ID[campaign.AwardID](r, "id")
	if err != nil {
		return err
	}
	if v.Award, err = p.Campaigns.Award(r.Context(), page.Viewer(r), id); err != nil {
		return err
	}
	v.Campaign, _ = p.Campaigns.BySlug(v.Award.CampaignSlug)
	winners, err := p.winners(r.Context(), []campaign.Award{v.Award})
	if err != nil {
		return err
	}
	v.Winner = winners[0]
	if !typed {
		v.Version = v.Award.Version
		v.Mended = campaign.Correction{Person: v.Award.Person, Citation: v.Award.Citation, Mention: v.Award.Mention}
	}
	return page.Render(w, r, status, correct(v))
}

// Correct mends an award, and tells everyone if it is out.
func (p Pages) Correct(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[campaign.AwardID](r, "id")
	if err != nil {
		return err
	}
	v := correctView{Mended: campaign.Correction{
		Person: r.PostFormValue("person"), Mention: r.PostFormValue("mention") == "true", Gone: r.PostFormValue("gone") == "true",
		Citation: typed(r, "citation"), Erratum: typed(r, "erratum"),
	}}
	if v.FormKey, err = page.Key(r); err != nil {
		return err
	}
	if v.Version, err = page.Version(r); err != nil {
		return err
	}
	of, err := p.Campaigns.Correct(r.Context(), page.Viewer(r), id, v.FormKey, v.Version, v.Mended)
	if errors.As(err, &v.Problems) {
		return p.correct(w, r, http.StatusUnprocessableEntity, v, true)
	}
	if err != nil {
		return err
	}
	return page.Redirect(w, r, prizePath(of))
}

// typed is a text as it was typed in each language.
func typed(r *http.Request, name string) i18n.Text {
	return i18n.Typed(r.PostFormValue(name+"_fi"), r.PostFormValue(name+"_sv"), r.PostFormValue(name+"_en"))
}

func correctPath(id campaign.AwardID) string {
	return fmt.Sprintf("/ohjelma/myonnot/%d/oikaisu", int64(id))
}

// mendOf is what a correction is called: nobody knows of an award yet that is
// under embargo.
func mendOf(out bool) i18n.Text {
	if out {
		return correctT
	}
	return changeT
}

func (v correctView) title() i18n.Text { return mendOf(v.Award.Out) }

func (v correctView) button() i18n.Text {
	if v.Award.Out {
		return correctB
	}
	return changeB
}
