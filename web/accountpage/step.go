package accountpage

import (
	"errors"
	"net/http"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/validate"
)

// StepForm asks for the second factor.
func (p Pages) StepForm(w http.ResponseWriter, r *http.Request) error {
	token := r.PathValue("token")
	if _, err := p.Accounts.PeekStep(r.Context(), token); err != nil {
		return p.noStep(w, r, err)
	}
	return show(w, r, http.StatusOK, secondStep(token, nil, i18n.Text{}))
}

// FinishStep lets in whoever gives the right code.
func (p Pages) FinishStep(w http.ResponseWriter, r *http.Request) error {
	token := r.PathValue("token")
	a, next, err := p.Accounts.FinishStep(r.Context(), token, r.PostFormValue("code"))
	status, problems, trouble := refusal(err)
	switch {
	case status == http.StatusTooManyRequests:
		w.Header().Set("Retry-After", "900")
		return show(w, r, status, secondStep(token, nil, trouble))
	case status != 0:
		return show(w, r, status, secondStep(token, problems, trouble))
	case err != nil:
		return p.noStep(w, r, err)
	}
	return p.begin(w, r, a, localPath(next))
}

func (p Pages) noStep(w http.ResponseWriter, r *http.Request, err error) error {
	if errors.Is(err, fault.NotFound) {
		return show(w, r, http.StatusNotFound, deadStep())
	}
	return err
}

// refusal is how a code that was not taken is answered; 0 is another error, or
// none.
func refusal(err error) (status int, problems validate.Problems, trouble i18n.Text) {
	switch {
	case errors.Is(err, account.WrongCode):
		return http.StatusUnprocessableEntity, validate.Problems{{Field: "code", Rule: validate.Code}}, i18n.Text{}
	case errors.Is(err, fault.TooMany):
		return http.StatusTooManyRequests, nil, tooManyCodes
	}
	return 0, nil, i18n.Text{}
}
