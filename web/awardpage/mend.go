package awardpage

import (
	"errors"
	"net/http"

	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/web/page"
)

// Rename gives a prize another name, as long as nothing of it is out.
func (p Pages) Rename(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[campaign.PrizeID](r, "id")
	if err != nil {
		return err
	}
	version, err := page.Version(r)
	if err != nil {
		return err
	}
	v := prizeView{Renamed: i18n.Typed(r.PostFormValue("name_fi"), r.PostFormValue("name_sv"), r.PostFormValue("name_en"))}
	err = p.Campaigns.Rename(r.Context(), page.Viewer(r), id, version, v.Renamed)
	if errors.As(err, &v.NameProblems) {
		return p.prize(w, r, http.StatusUnprocessableEntity, v)
	}
	if err != nil {
		return err
	}
	return page.Redirect(w, r, prizePath(id))
}

// Remove takes away a prize that nobody would miss.
func (p Pages) Remove(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[campaign.PrizeID](r, "id")
	if err != nil {
		return err
	}
	of, _, err := p.Campaigns.Prize(r.Context(), page.Viewer(r), id)
	if err != nil {
		return err
	}
	if err := p.Campaigns.RemovePrize(r.Context(), page.Viewer(r), id); err != nil {
		return err
	}
	c, _ := p.Campaigns.Find(of.CampaignID)
	return page.Redirect(w, r, prizesPath(c))
}

// out reports whether anything of the prize has been let out.
func (v prizeView) out() bool {
	for _, w := range v.Winners {
		if w.Out {
			return true
		}
	}
	return false
}

// nameTyped is the name in the form: as it was typed, else as it is.
func (v prizeView) nameTyped(l i18n.Lang) string {
	if len(v.NameProblems) > 0 {
		return v.Renamed.To(l)
	}
	return v.Name.To(l)
}

var (
	mendT       = i18n.T("Muuta nimeä tai poista palkinto", "Ändra namnet eller ta bort priset", "Rename or remove the prize")
	renameB     = i18n.T("Tallenna nimi", "Spara namnet", "Save the name")
	removeB     = i18n.T("Poista palkinto", "Ta bort priset", "Remove the prize")
	removeH     = i18n.T("Palkinnon voi poistaa, kun sillä ei ole voittajia, ehdokkaita eikä raatia.", "Priset kan tas bort när det inte har vinnare, kandidater eller jury.", "A prize can be removed when it has no winners, nominees or jury.")
	countOut    = i18n.T("Tulos on julkaistu. Virheen voi korjata oikaisemalla.", "Resultatet är publicerat. Ett fel rättas med en rättelse.", "The result is out. A mistake is mended by a correction.")
	countStands = i18n.T("Tulos on vahvistettu: voittajat ovat samat kuin laskennassa.", "Resultatet är bekräftat: vinnarna är desamma som i räkningen.", "The result is confirmed: the winners are those of the count.")
	countMoved  = i18n.T("Tilanne on muuttunut vahvistamisen jälkeen. Vahvista tulos uudelleen, niin voittajat vaihtuvat tähän.", "Läget har ändrats sedan resultatet bekräftades. Bekräfta det på nytt, så byts vinnarna till dessa.", "The count has changed since the result was confirmed. Confirm it again, and the winners become these.")
	countNone   = i18n.T("Yhdelläkään kunnalla ei ole vielä tekoa kampanjassa.", "Ingen kommun har ännu en gärning i kampanjen.", "No municipality has an act in the campaign yet.")
	countOpen   = i18n.T("Kampanjaan otetaan tekoja vielä %s asti, joten tilanne voi muuttua. Tuloksen voi vahvistaa uudelleen gaalaan asti.", "Kampanjen tar emot gärningar till %s, så läget kan ändras. Resultatet kan bekräftas på nytt fram till galan.", "The campaign takes acts until %s, so this may change. The result can be confirmed again until the gala.")
	boardL      = i18n.T("Kaikki organisaatiot järjestyksessä", "Alla organisationer i ordning", "All organisations in order")
	winnersOfN  = i18n.P(i18n.T("%d voittaja", "%d vinnare", "%d winner"), i18n.T("%d voittajaa", "%d vinnare", "%d winners"))
	galaLink    = i18n.T("Anna gaalan aika", "Ange galans tid", "Tell the time of the gala")
)
