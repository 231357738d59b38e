package followpage

import (
	"errors"
	"net/http"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/follow"
	"tekojentori.fi/tori/web/page"
)

// StopForm is what the link in a mail opens: a button that ends the mails, or
// that they have ended. It takes no account: whoever has the mail may.
func (p Pages) StopForm(w http.ResponseWriter, r *http.Request) error {
	token := r.PathValue("token")
	rhythm, err := p.Follows.Rhythm(r.Context(), token)
	if errors.Is(err, fault.NotFound) {
		return page.Render(w, r, http.StatusNotFound, ended(deadT, deadLead))
	}
	if err != nil {
		return err
	}
	if rhythm == follow.None {
		return page.Render(w, r, http.StatusOK, ended(stoppedT, stoppedLead))
	}
	return page.Render(w, r, http.StatusOK, stop(token, rhythm))
}

// Stop ends the mails. Programs that read mail do so by one POST and follow no
// redirect (RFC 8058): they are answered at once.
func (p Pages) Stop(w http.ResponseWriter, r *http.Request) error {
	err := p.Follows.Stop(r.Context(), r.PathValue("token"))
	if errors.Is(err, fault.NotFound) {
		return page.Render(w, r, http.StatusNotFound, ended(deadT, deadLead))
	}
	if err != nil {
		return err
	}
	if r.PostFormValue("List-Unsubscribe") != "" {
		return page.Render(w, r, http.StatusOK, ended(stoppedT, stoppedLead))
	}
	return page.Redirect(w, r, "/viestit/"+r.PathValue("token"))
}
