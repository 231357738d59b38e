package submitpage

import (
	"errors"
	"fmt"
	"net/http"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
)

// removalView is an act whose owner wants it deleted.
type removalView struct {
	Act      act.Act
	Last     act.Removal // what was last asked
	Reason   string      // as typed
	Problems validate.Problems
}

// waits reports whether a moderator is to answer.
func (v removalView) waits() bool { return v.Last.ID != 0 && v.Last.DecidedAt == nil }

// RemovalForm is where an owner asks for an act to be deleted.
func (p Pages) RemovalForm(w http.ResponseWriter, r *http.Request) error {
	v, err := p.removal(r)
	if err == nil && !v.waits() && !v.Act.CanAskRemoval(page.Viewer(r)) {
		err = fmt.Errorf("ask to delete %v, which is %s: %w", v.Act.ID, v.Act.Status, fault.Conflict)
	}
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, removalPage(v))
}

func (p Pages) removal(r *http.Request) (v removalView, err error) {
	id, err := page.ID[act.ID](r, "id")
	if err != nil {
		return v, err
	}
	v.Act, v.Last, err = p.Acts.LastRemoval(r.Context(), page.Viewer(r), id)
	return v, err
}

// AskRemoval asks.
func (p Pages) AskRemoval(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[act.ID](r, "id")
	if err != nil {
		return err
	}
	err = p.Acts.AskRemoval(r.Context(), page.Viewer(r), id, page.Typed(r, "reason"))
	var problems validate.Problems
	if errors.As(err, &problems) {
		v, err := p.removal(r)
		if err != nil {
			return err
		}
		v.Problems, v.Reason = problems, r.PostFormValue("reason")
		return page.Render(w, r, http.StatusUnprocessableEntity, removalPage(v))
	}
	if err != nil {
		return err
	}
	return page.Redirect(w, r, fmt.Sprintf("/omat-teot/%d/poisto", int64(id)))
}

var (
	removalT       = i18n.T("Pyydä poistamista", "Be om radering", "Ask for deletion")
	removalLead    = i18n.T("Moderoija lukee pyynnön ja vastaa sähköpostilla. Jos teko poistetaan, sen teksti, liitteet, yhteystiedot ja käyttöönotot häviävät lopullisesti, eikä osoite enää aukea. Jos haluat vain pois listalta, arkistoi teko.", "En moderator läser begäran och svarar per e-post. Om gärningen raderas försvinner text, bilagor, kontaktuppgifter och ibruktaganden för gott, och adressen öppnas inte längre. Vill du bara få bort den ur listan, arkivera den.", "A moderator reads the request and answers by e-mail. If the act is deleted, its text, attachments, contacts and adoptions are gone for good, and its address no longer opens. If you only want it off the list, archive it.")
	removalReason  = i18n.T("Miksi teko pitäisi poistaa?", "Varför borde gärningen raderas?", "Why should the act be deleted?")
	removalReasonH = i18n.T("Moderoija lukee tämän.", "Moderatorn läser det här.", "The moderator reads this.")
	removalB       = i18n.T("Lähetä pyyntö", "Skicka begäran", "Send the request")
	removalWaits   = i18n.T("Pyysit poistamista %s. Moderoija vastaa sinulle sähköpostilla.", "Du bad om radering %s. En moderator svarar dig per e-post.", "You asked for deletion on %s. A moderator answers you by e-mail.")
	removalNo      = i18n.T("Tekoa ei poistettu. Moderoija vastasi:", "Gärningen raderades inte. Moderatorn svarade:", "The act was not deleted. The moderator answered:")
)
