package moderationpage

import (
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/web/ui"
)

// changes is how the texts have changed since they were out, or sent before.
func (v reviewView) changes() []act.Change {
	if !v.Again {
		return nil
	}
	return v.Before.Wording().Changes(v.Act.Wording())
}

var (
	titleT      = ui.TextNames["title"]
	leadT       = ui.TextNames["lead"]
	changesT    = i18n.T("Mitä on muuttunut", "Vad har ändrats", "What has changed")
	changesH    = i18n.T("Poistetut sanat on yliviivattu, uudet alleviivattu.", "Borttagna ord är överstrukna, nya understrukna.", "Words taken out are struck through, new ones underlined.")
	changesNone = i18n.T("Tekstit ovat ennallaan. Katso perustiedot, yhteyshenkilöt ja liitteet.", "Texterna är oförändrade. Se basuppgifter, kontaktpersoner och bilagor.", "The texts are as they were. Look at the facts, contacts and attachments.")
	updateT     = i18n.T("Päivitys", "Uppdatering", "Update")
	updateH     = i18n.T("Tämä on julkaistun teon päivitys. Lukijat näkevät entisen tekstin, kunnes hyväksyt tämän.", "Det här är en uppdatering av en publicerad gärning. Läsarna ser den tidigare texten tills du godkänner den här.", "This is an update of a published act. Readers see the earlier text until you approve this one.")
	liveT       = i18n.T("Esillä oleva teko", "Gärningen som visas", "The act that is out")
)
