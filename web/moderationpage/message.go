package moderationpage

import (
	"context"
	"fmt"
	"net/http"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/moderation"
	"tekojentori.fi/tori/web/page"
)

const (
	messagesPath = "/moderointi/viestit"
	messageDeed  = "viesti"
)

// messagesView is the acts whose authors wait for an answer.
type messagesView struct {
	All    []moderation.Unanswered
	Viewer account.Account
}

// holder tells who has an act on the table, for who answers it.
func (v messagesView) holder(ctx context.Context, u moderation.Unanswered) string {
	switch u.HolderID {
	case 0:
		return heldByNone.In(ctx)
	case v.Viewer.ID:
		return heldByYou.In(ctx)
	}
	return heldBy.In(ctx, u.HolderName)
}

// speaker is who has written a message, and on which side.
func speaker(ctx context.Context, m moderation.Message) string {
	if m.FromAuthor {
		return authorSays.In(ctx, m.ByName)
	}
	return moderatorSays.In(ctx, m.ByName)
}

// Messages is the acts whose authors wait for an answer.
func (p Pages) Messages(w http.ResponseWriter, r *http.Request) error {
	all, err := p.Moderation.Unanswered(r.Context(), page.Viewer(r))
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, unanswered(messagesView{all, page.Viewer(r)}))
}

// WriteMessage writes to the authors of an act.
func (p Pages) WriteMessage(w http.ResponseWriter, r *http.Request) error {
	return p.beside(w, r, messageDeed, func(id act.ID, key, body string) error {
		return p.Moderation.Write(r.Context(), page.Viewer(r), id, key, body)
	})
}

// SettleMessages says that what the authors have written needs no answer.
func (p Pages) SettleMessages(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[act.ID](r, "id")
	if err != nil {
		return err
	}
	if err := p.Moderation.Settle(r.Context(), page.Viewer(r), id); err != nil {
		return err
	}
	return p.back(w, r, id, "#"+messageDeed)
}

// writes reports whether the viewer may write to the authors.
func (v reviewView) writes() bool {
	return v.Live.CanReview(v.Viewer) && moderation.CanWrite(v.Live, v.Viewer)
}

// unanswered reports whether the authors wait for an answer.
func (v reviewView) unanswered() bool {
	for _, m := range v.Messages {
		if m.FromAuthor && m.SettledAt == nil {
			return true
		}
	}
	return false
}

// messagesAt is where the messages about an act are answered.
func messagesAt(id act.ID) string { return fmt.Sprintf("%s/%d#%s", actsPath, int64(id), messageDeed) }

var (
	messagesT = i18n.T("Viestit tekijöiden kanssa", "Meddelanden med dem som har gjort gärningen", "Messages with the authors")
	messagesH = i18n.T("Tekijät lukevat nämä ja saavat niistä sähköpostia. Nimesi ei näy heille.", "De som har gjort gärningen läser det här och får e-post. Ditt namn syns inte för dem.", "The authors read these and get them by e-mail. They do not see your name.")
	messageL  = i18n.T("Viesti tekijöille", "Meddelande till dem som har gjort gärningen", "Message to the authors")
	messageB  = i18n.T("Lähetä viesti", "Skicka meddelandet", "Send the message")
	settleB   = i18n.T("Ei tarvitse vastausta", "Behöver inget svar", "Needs no answer")
	messagesN = i18n.P(i18n.T("%d viesti odottaa vastausta", "%d meddelande väntar på svar", "%d message waits for an answer"),
		i18n.T("%d viestiä odottaa vastausta", "%d meddelanden väntar på svar", "%d messages wait for an answer"))

	awaitedN = i18n.P(i18n.T("%d teon tekijä odottaa vastausta", "Upphovspersonerna till %d gärning väntar på svar", "The authors of %d act wait for an answer"),
		i18n.T("%d teon tekijät odottavat vastausta", "Upphovspersonerna till %d gärningar väntar på svar", "The authors of %d acts wait for an answer"))

	authorSays    = i18n.T("%s, tekijä", "%s, upphovsperson", "%s, author")
	moderatorSays = i18n.T("%s, moderoija", "%s, moderator", "%s, moderator")

	messageWaits = i18n.T("Tekijän viesti odottaa vastausta", "Ett meddelande från en upphovsperson väntar på svar", "A message from an author waits for an answer")

	unansweredT    = i18n.T("Viestit, jotka odottavat vastausta", "Meddelanden som väntar på svar", "Messages that wait for an answer")
	unansweredLead = i18n.T("Tekojen tekijät ovat kirjoittaneet nämä. Vastaa teon sivulla, tai merkitse siellä, ettei vastausta tarvita.", "De här har skrivits av dem som har gjort gärningarna. Svara på gärningens sida, eller märk där att inget svar behövs.", "The authors of acts have written these. Answer on the page of the act, or mark there that no answer is needed.")
	heldBy         = i18n.T("Tekoa käsittelee %s.", "Gärningen behandlas av %s.", "%s is reviewing the act.")
	heldByYou      = i18n.T("Teko on sinun käsiteltävänäsi.", "Gärningen behandlas av dig.", "You are reviewing the act.")
	heldByNone     = i18n.T("Teko ei ole kenenkään käsiteltävänä, joten kuka tahansa moderoija voi vastata.", "Ingen behandlar gärningen just nu, så vilken moderator som helst kan svara.", "Nobody is reviewing the act, so any moderator can answer.")
	unansweredNone = i18n.T("Kaikkiin on vastattu.", "Alla har fått svar.", "All have been answered.")
)
