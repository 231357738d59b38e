package submitpage

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/moderation"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
)

// messagesView is what the authors of an act and the moderators have written to
// each other.
type messagesView struct {
	Act      act.Act
	Messages []moderation.Message
	Can      bool // write now
	FormKey  string
	Body     string // as typed
	Problems validate.Problems
}

// Messages is the messages about an act.
func (p Pages) Messages(w http.ResponseWriter, r *http.Request) error {
	return p.messages(w, r, http.StatusOK, messagesView{FormKey: page.NewKey()})
}

func (p Pages) messages(w http.ResponseWriter, r *http.Request, status int, v messagesView) error {
	id, err := page.ID[act.ID](r, "id")
	if err != nil {
		return err
	}
	if v.Act, err = p.Acts.Find(r.Context(), page.Viewer(r), id); err != nil {
		return err
	}
	if !v.Act.WrittenBy(page.Viewer(r)) { // moderators have a page of their own
		return fmt.Errorf("read the messages about %v: %w", id, fault.NotFound)
	}
	if v.Messages, err = p.Moderation.Messages(r.Context(), page.Viewer(r), v.Act); err != nil {
		return err
	}
	v.Can = moderation.CanWrite(v.Act, page.Viewer(r))
	return page.Render(w, r, status, messagesPage(v))
}

// WriteMessage writes to the moderators.
func (p Pages) WriteMessage(w http.ResponseWriter, r *http.Request) error {
	a, err := p.mine(r)
	if err != nil {
		return err
	}
	key, err := page.Key(r)
	if err != nil {
		return err
	}
	v := messagesView{FormKey: key, Body: page.Typed(r, "body")}
	err = p.Moderation.Write(r.Context(), page.Viewer(r), a.ID, key, v.Body)
	if errors.As(err, &v.Problems) {
		return p.messages(w, r, http.StatusUnprocessableEntity, v)
	}
	if err != nil {
		return err
	}
	return page.Redirect(w, r, moderation.MessagesPath(a.ID)+"#viestit")
}

// messagesLink is the way to the messages about an act, with their number.
func (o own) messagesLink(ctx context.Context, a act.Act) string {
	if n := o.Spoken[a.ID]; n > 0 {
		return messagesN.In(ctx, n)
	}
	return messagesT.In(ctx)
}

var (
	messagesT    = i18n.T("Viestit moderoijien kanssa", "Meddelanden med moderatorerna", "Messages with the moderators")
	messagesN    = i18n.T("Viestit moderoijien kanssa (%d)", "Meddelanden med moderatorerna (%d)", "Messages with the moderators (%d)")
	messagesLead = i18n.T("Täällä voit kysyä ja vastata moderoijille. Saat vastauksesta viestin sähköpostiin. Lukijat eivät näe näitä.", "Här kan du fråga och svara moderatorerna. Du får ett meddelande per e-post om svaret. Läsarna ser inte det här.", "Here you can ask the moderators and answer them. You are told of an answer by e-mail. Readers do not see these.")
	messagesNone = i18n.T("Viestejä ei vielä ole.", "Det finns inga meddelanden ännu.", "There are no messages yet.")
	messagesOff  = i18n.T("Moderoijille voi kirjoittaa, kun teko on lähetetty.", "Du kan skriva till moderatorerna när gärningen har skickats.", "You can write to the moderators once the act has been sent.")
	messageL     = i18n.T("Viesti moderoijille", "Meddelande till moderatorerna", "Message to the moderators")
	messageB     = i18n.T("Lähetä viesti", "Skicka meddelandet", "Send the message")
	messageBy    = mendedBy
)
