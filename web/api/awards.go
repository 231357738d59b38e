package api

import (
	"context"
	"fmt"
	"time"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/i18n"
)

// An Award is a prize or an honourable mention that an act has got, with the
// names that the table of the press sheet has.
type Award struct {
	Prize      string `json:"prize" doc:"its name" example:"Vuoden oivallus"`
	Mention    bool   `json:"mention" doc:"true: an honourable mention" example:"false"`
	Campaign   string `json:"campaign" doc:"slug of the campaign that it was given in, as the list takes it" example:"hyva-kiertamaan-2022"`
	GrantedOn  string `json:"granted_on" format:"date" doc:"the day of the gala, in Finnish time" example:"2022-12-08"`
	CitationFi string `json:"citation_fi" doc:"why, as the jury says; empty where nothing is said in a language" example:"Pieni teko, josta moni ottaa mallia."`
	CitationSv string `json:"citation_sv" example:"En liten gärning som många kan ta efter."`
	CitationEn string `json:"citation_en" example:"A small act that many can copy."`
	URL        string `json:"url" doc:"the page of everyone who was awarded in that year" example:"https://tori.example/palkitut/2022"`
}

// An Erratum is what was wrong with an award of an act, also of one that it has
// no longer.
type Erratum struct {
	Prize       string `json:"prize" doc:"name of the prize" example:"Vuoden oivallus"`
	CorrectedOn string `json:"corrected_on" format:"date" example:"2022-12-09"`
	TextFi      string `json:"text_fi" doc:"what was wrong and what is right" example:"Perustelu oli jäänyt pois."`
	TextSv      string `json:"text_sv" example:"Motiveringen saknades."`
	TextEn      string `json:"text_en" example:"The citation was missing."`
}

// awards is what everyone may know that an act has won: until its gala nobody
// does.
func (a API) awards(ctx context.Context, id act.ID) ([]Award, error) {
	won := []Award{}
	if !a.Stats.Catalogue().IsAwarded(int64(id)) { // most acts are not, and need no look-up
		return won, nil
	}
	all, err := a.Campaigns.AwardsOf(ctx, id)
	for _, x := range all {
		won = append(won, Award{
			x.Name.To(i18n.FI), x.Mention, x.CampaignSlug, x.GrantedOn.Format(time.DateOnly), x.Citation.To(i18n.FI), x.Citation.To(i18n.SV), x.Citation.To(i18n.EN),
			fmt.Sprintf("%s/palkitut/%d", a.BaseURL, x.GrantedOn.Year()),
		})
	}
	return won, err
}

func errata(all []campaign.Erratum) []Erratum {
	told := []Erratum{}
	for _, e := range all {
		told = append(told, Erratum{e.PrizeName.To(i18n.FI), e.CorrectedOn.Format(time.DateOnly), e.Text.To(i18n.FI), e.Text.To(i18n.SV), e.Text.To(i18n.EN)})
	}
	return told
}
