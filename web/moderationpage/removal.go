package moderationpage

import (
	"errors"
	"fmt"
	"net/http"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
)

// removalsPath is where moderators answer who wants an act deleted.
const removalsPath = "/moderointi/poistopyynnot"

// removalsView is the requests that wait.
type removalsView struct {
	All      []act.WaitingRemoval
	ID       act.RemovalID // whose answer has problems
	Answer   string        // as typed
	Problems validate.Problems
	Viewer   account.Account
}

func (v removalsView) problemsOf(r act.WaitingRemoval) validate.Problems {
	if r.ID == v.ID {
		return v.Problems
	}
	return nil
}

func (v removalsView) answerOf(r act.WaitingRemoval) string {
	if r.ID == v.ID {
		return v.Answer
	}
	return ""
}

// Removals is the acts whose owners want them deleted.
func (p Pages) Removals(w http.ResponseWriter, r *http.Request) error {
	return p.removals(w, r, http.StatusOK, removalsView{})
}

func (p Pages) removals(w http.ResponseWriter, r *http.Request, status int, v removalsView) (err error) {
	v.Viewer = page.Viewer(r)
	if v.All, err = p.Acts.Removals(r.Context(), v.Viewer); err != nil {
		return err
	}
	return page.Render(w, r, status, removals(v))
}

// DecideRemoval deletes an act, or tells why not.
func (p Pages) DecideRemoval(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[act.RemovalID](r, "id")
	if err != nil {
		return err
	}
	decision := r.PostFormValue("decision")
	if decision != "yes" && decision != "no" {
		return fmt.Errorf("decision %q: %w", decision, fault.BadRequest)
	}
	err = p.Acts.DecideRemoval(r.Context(), page.Viewer(r), id, decision == "yes", page.Typed(r, "answer"))
	var problems validate.Problems
	if errors.As(err, &problems) {
		return p.removals(w, r, http.StatusUnprocessableEntity, removalsView{ID: id, Answer: page.Typed(r, "answer"), Problems: problems})
	}
	if err != nil {
		return err
	}
	done := removalRefusedF
	if decision == "yes" {
		done = removalGrantedF
	}
	if err := p.Flash(w, r, done.In(r.Context())); err != nil {
		return err
	}
	return page.Redirect(w, r, removalsPath)
}

var (
	removalsT       = i18n.T("Poistopyynnöt", "Begäran om radering", "Requests for deletion")
	removalsLead    = i18n.T("Teon omistaja pyytää poistamaan julkaistun teon. Poistettua tekoa ei saa takaisin.", "Gärningens ägare ber att en publicerad gärning raderas. En raderad gärning fås inte tillbaka.", "The owner of a published act asks for it to be deleted. A deleted act cannot be brought back.")
	removalsNone    = i18n.T("Yhtään pyyntöä ei odota.", "Ingen begäran väntar.", "No request waits.")
	removalsN       = i18n.P(i18n.T("%d poistopyyntö", "%d begäran om radering", "%d request for deletion"), i18n.T("%d poistopyyntöä", "%d begäranden om radering", "%d requests for deletion"))
	removalBy       = i18n.T("%s pyysi %s:", "%s bad %s:", "%s asked on %s:")
	removalAnswer   = i18n.T("Perustelu tekijälle", "Motivering till upphovspersonen", "Reason, for the author")
	removalAnswerH  = i18n.T("Tarvitaan, jos tekoa ei poisteta.", "Behövs om gärningen inte raderas.", "Needed if the act is not deleted.")
	removalYes      = i18n.T("Poista teko lopullisesti", "Radera gärningen för gott", "Delete the act for good")
	removalNo       = i18n.T("Älä poista", "Radera inte", "Do not delete")
	removalGrantedF = i18n.T("Teko on poistettu.", "Gärningen är raderad.", "The act is deleted.")
	removalRefusedF = i18n.T("Vastauksesi on lähetetty.", "Ditt svar är skickat.", "Your answer has been sent.")
)
