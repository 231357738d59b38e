package submitpage

import (
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
)

// opened reports whether coordinators may read an act of one's own.
func (o own) opened(a act.Act) bool {
	x, ok := o.Openings[a.ID]
	return ok && x.OrganizationID == a.OrganizationID
}

// next is what happens next to an act of one's own.
func (o own) next(a act.Act) i18n.Text {
	if a.Status == act.Draft && o.opened(a) {
		return openNext
	}
	return standings[a.Status].next
}

var (
	openNext  = i18n.T("Jatka ja lähetä, kun teksti on valmis.", "Fortsätt och skicka när texten är klar.", "Go on, and send it when the text is ready.")
	openIs    = i18n.T("Avattu organisaation koordinaattoreille.", "Öppet för organisationens koordinatorer.", "Open to the coordinators of the organisation.")
	openIt    = i18n.T("Avaa koordinaattorille", "Öppna för koordinatorn", "Open to the coordinator")
	openClose = i18n.T("Sulje koordinaattorilta", "Stäng för koordinatorn", "Close to the coordinator")
	openMore  = i18n.T("Mitä koordinaattori näkee?", "Vad ser koordinatorn?", "What does the coordinator see?")
)
