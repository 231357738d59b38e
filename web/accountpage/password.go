package accountpage

import (
	"errors"
	"net/http"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
)

// passwordPath is where people change their own password.
const passwordPath = "/oma/salasana"

// Forgotten asks for the address of whoever has forgotten their password.
func (p Pages) Forgotten(w http.ResponseWriter, r *http.Request) error {
	return show(w, r, http.StatusOK, forgotten("", nil))
}

// SendPasswordLink mails a link to a new password. The answer is the same
// whoever asks.
func (p Pages) SendPasswordLink(w http.ResponseWriter, r *http.Request) error {
	email := r.PostFormValue("email")
	err := p.Accounts.RequestPasswordLink(r.Context(), email, i18n.From(r.Context()))
	var problems validate.Problems
	if errors.As(err, &problems) {
		return show(w, r, http.StatusUnprocessableEntity, forgotten(email, problems))
	}
	if err != nil {
		return err
	}
	return show(w, r, http.StatusOK, passwordSent(email))
}

// NewPasswordForm is what the link in the mail opens.
func (p Pages) NewPasswordForm(w http.ResponseWriter, r *http.Request) error {
	return p.showNewPassword(w, r, http.StatusOK, nil)
}

func (p Pages) showNewPassword(w http.ResponseWriter, r *http.Request, status int, problems validate.Problems) error {
	token := r.PathValue("token")
	email, err := p.Accounts.PeekPasswordLink(r.Context(), token)
	if err != nil {
		return p.noPasswordLink(w, r, err)
	}
	return show(w, r, status, newPassword(token, email, problems))
}

func (p Pages) noPasswordLink(w http.ResponseWriter, r *http.Request, err error) error {
	if errors.Is(err, fault.NotFound) {
		return show(w, r, http.StatusNotFound, deadPasswordLink())
	}
	return err
}

// NewPassword gives whoever has the link a new password, and goes on as at the
// door: with the second factor, where there is one.
func (p Pages) NewPassword(w http.ResponseWriter, r *http.Request) error {
	a, err := p.Accounts.UsePasswordLink(r.Context(), r.PathValue("token"), r.PostFormValue("password"))
	var problems validate.Problems
	if errors.As(err, &problems) {
		return p.showNewPassword(w, r, http.StatusUnprocessableEntity, problems)
	}
	if err != nil {
		return p.noPasswordLink(w, r, err)
	}
	return p.enter(w, r, a, "")
}

// change is what the page of the own password shows.
type change struct {
	Has      bool // there is one to change
	Problems validate.Problems
	Trouble  i18n.Text
}

// Password is where the viewer changes their password.
func (p Pages) Password(w http.ResponseWriter, r *http.Request) error {
	return p.showPassword(w, r, http.StatusOK, change{})
}

func (p Pages) showPassword(w http.ResponseWriter, r *http.Request, status int, c change) error {
	var err error
	if c.Has, err = p.Accounts.HasPassword(r.Context(), page.Viewer(r)); err != nil {
		return err
	}
	return show(w, r, status, passwordPage(page.Viewer(r).Email, c))
}

// ChangePassword gives the viewer a new password for the old one.
func (p Pages) ChangePassword(w http.ResponseWriter, r *http.Request) error {
	client, err := clientAddress(r)
	if err != nil {
		return err
	}
	here, err := p.Sessions.Here(r)
	if err != nil {
		return err
	}
	err = p.Accounts.ChangePassword(r.Context(), page.Viewer(r), account.PasswordChange{
		Old: r.PostFormValue("old_password"), New: r.PostFormValue("password"), Client: client, Here: here,
	})
	var c change
	switch {
	case errors.As(err, &c.Problems):
		return p.showPassword(w, r, http.StatusUnprocessableEntity, c)
	case errors.Is(err, account.Refused):
		c.Problems.Add("old_password", validate.Password, 0)
		return p.showPassword(w, r, http.StatusUnprocessableEntity, c)
	case errors.Is(err, fault.TooMany):
		c.Trouble = tooMany
		w.Header().Set("Retry-After", "900")
		return p.showPassword(w, r, http.StatusTooManyRequests, c)
	case err != nil:
		return err
	}
	if err := p.Sessions.Flash(w, r, passwordChanged.In(r.Context())); err != nil {
		return err
	}
	return page.Redirect(w, r, home)
}
