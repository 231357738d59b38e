package submitpage

import (
	"context"
	"time"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/moderation"
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

// due is by when an act of one's own, or its update, is answered; "" when it is
// not the moderators' turn.
func (o own) due(ctx context.Context, a act.Act) string {
	var day time.Time
	switch {
	case a.Status == act.Submitted && a.SubmittedAt != nil:
		day = moderation.AnswerBy(*a.SubmittedAt)
	case a.Status == act.InReview:
		day = o.Due[a.ID]
	}
	switch {
	case day.IsZero():
		return ""
	case day.Before(moderation.Day(o.Now)):
		return dueLate.In(ctx, i18n.Date(ctx, day))
	}
	return dueBy.In(ctx, i18n.Date(ctx, day))
}

var (
	dueBy   = i18n.T("Saat vastauksen viimeistään %s.", "Du får svar senast %s.", "You get an answer by %s.")
	dueLate = i18n.T("Vastaus on myöhässä: lupasimme sen viimeistään %s. Moderoijia on muistutettu.", "Svaret är försenat: vi lovade det senast %s. Moderatorerna har påmints.", "The answer is late: we promised it by %s. The moderators have been reminded.")

	notPartner  = i18n.T("%s on kertonut, ettei se ole mukana tässä teossa, eikä sitä mainita kumppanina.", "%s har berättat att den inte är med i den här gärningen, och den nämns inte som partner.", "%s has said that it takes no part in this act, and is not named as a partner.")
	notPartnerB = i18n.T("Kirjoita moderoijille", "Skriv till moderatorerna", "Write to the moderators")

	openNext  = i18n.T("Jatka ja lähetä, kun teksti on valmis.", "Fortsätt och skicka när texten är klar.", "Go on, and send it when the text is ready.")
	openIs    = i18n.T("Avattu organisaation koordinaattoreille.", "Öppet för organisationens koordinatorer.", "Open to the coordinators of the organisation.")
	openIt    = i18n.T("Avaa koordinaattorille", "Öppna för koordinatorn", "Open to the coordinator")
	openClose = i18n.T("Sulje koordinaattorilta", "Stäng för koordinatorn", "Close to the coordinator")
	openMore  = i18n.T("Mitä koordinaattori näkee?", "Vad ser koordinatorn?", "What does the coordinator see?")
)
