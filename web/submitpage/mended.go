package submitpage

import (
	"net/http"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/web/page"
)

// mendedView is how moderators have mended the language of an act.
type mendedView struct {
	Act        act.Act
	Rewordings []act.Rewording
}

// Rewordings is what moderators have mended in the language of an act.
func (p Pages) Rewordings(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[act.ID](r, "id")
	if err != nil {
		return err
	}
	a, all, err := p.Acts.Rewordings(r.Context(), page.Viewer(r), id)
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, mendedPage(mendedView{a, all}))
}

var (
	mendedLink = i18n.T("Moderoijan kielikorjaukset", "Moderatorns språkrättelser", "What a moderator has mended")
	mendedLead = i18n.T("Moderoija voi korjata kieltä ennen julkaisua. Tästä näet sanalleen, mitä on muuttunut. Jos olet eri mieltä, päivitä tekoa tai kirjoita moderoijille.", "En moderator kan rätta språket före publiceringen. Här ser du ord för ord vad som har ändrats. Är du av annan åsikt, uppdatera gärningen eller skriv till moderatorerna.", "A moderator can mend the language before an act comes out. Here you see word by word what has changed. If you do not agree, update the act or write to the moderators.")
	mendedHow  = i18n.T("Poistetut sanat on yliviivattu, uudet alleviivattu.", "Borttagna ord är överstrukna, nya understrukna.", "Words taken out are struck through, new ones underlined.")
	mendedNone = i18n.T("Kieltä ei ole korjattu.", "Språket har inte rättats.", "Nothing has been mended.")
	mendedBy   = i18n.T("%s, %s", "%s, %s", "%s, %s")
	aModerator = i18n.T("Moderoija", "En moderator", "A moderator")
)
