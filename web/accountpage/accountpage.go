// Package accountpage is where people sign in and out and tell who they are.
package accountpage

import (
	"errors"
	"net/http"
	"strings"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/passkey"
	"tekojentori.fi/tori/internal/account/sso"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/membership"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/session"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
)

// Pages handles the requests under /kirjaudu and /oma.
type Pages struct {
	Accounts      *account.Service
	Sessions      *session.Store
	Organizations *organization.Service
	Members       *membership.Service
	SignOns       *sso.Service
	Passkeys      *passkey.Service
	Demand        bool // who has much power must have a second factor
}

// home is where people go on to who came from nowhere in particular.
const home = "/oma"

// door is what the page of signing in shows.
type door struct {
	Email    string
	Next     string
	Link     validate.Problems // of the form that asks for a link
	Password validate.Problems // of the form with a password
	Invited  bool              // an invitation has just been accepted
	Keys     bool              // passkeys are a way in
	Trouble  i18n.Text         // why the password did not open; zero: it did not come to that
}

// wrote reports whether somebody comes from a form that they could not send:
// what they wrote is kept under the address that they go on to.
func (d door) wrote() bool { return strings.HasPrefix(d.Next, "/jatka/") }

// SignInForm shows the two ways in: a link by e-mail, and a password.
func (p Pages) SignInForm(w http.ResponseWriter, r *http.Request) error {
	next := localPath(r.URL.Query().Get("next"))
	if page.Viewer(r).SignedIn() && !r.URL.Query().Has("uudelleen") { // staff renew their session before it ends
		return onward(w, r, next)
	}
	return show(w, r, http.StatusOK, signIn(door{Next: next, Keys: p.Passkeys.Available(), Invited: r.URL.Query().Get("kutsu") == "hyvaksytty"}))
}

// SignIn lets in whoever knows the password. A form without one asks for a
// link.
func (p Pages) SignIn(w http.ResponseWriter, r *http.Request) error {
	if !r.PostForm.Has("password") && r.PostFormValue("password") == "" {
		return p.SendLink(w, r)
	}
	d := door{Email: r.PostFormValue("email"), Next: localPath(r.PostFormValue("next")), Keys: p.Passkeys.Available()}
	d.Password.Text("sign-in-email", d.Email, maxTyped)
	d.Password.Text("password", r.PostFormValue("password"), maxTyped)
	if d.Password.Err() != nil {
		return show(w, r, http.StatusUnprocessableEntity, signIn(d))
	}
	client, err := clientAddress(r)
	if err != nil {
		return err
	}
	a, err := p.Accounts.SignIn(r.Context(), d.Email, r.PostFormValue("password"), client)
	switch {
	case errors.Is(err, account.Refused):
		d.Trouble = refused
		return show(w, r, http.StatusUnprocessableEntity, signIn(d))
	case errors.Is(err, fault.TooMany):
		d.Trouble = tooMany
		w.Header().Set("Retry-After", "900")
		return show(w, r, http.StatusTooManyRequests, signIn(d))
	case err != nil:
		return err
	}
	return p.enter(w, r, a, d.Next)
}

// maxTyped is the longest address or password that is looked at.
const maxTyped = 1000

// SendLink mails a link to sign in with. The answer is the same whoever asks.
func (p Pages) SendLink(w http.ResponseWriter, r *http.Request) error {
	d := door{Email: r.PostFormValue("email"), Next: localPath(r.PostFormValue("next")), Keys: p.Passkeys.Available()}
	if suggested, err := p.suggest(w, r, d); err != nil || suggested {
		return err
	}
	err := p.Accounts.RequestLink(r.Context(), d.Email, d.Next, i18n.From(r.Context()))
	if errors.As(err, &d.Link) {
		return show(w, r, http.StatusUnprocessableEntity, signIn(d))
	}
	if err != nil {
		return err
	}
	return show(w, r, http.StatusOK, sent(d.Email))
}

// LinkForm is what a link in a mail opens: a button. Opening alone does
// nothing, since programs that check mails for dangers open every link.
func (p Pages) LinkForm(w http.ResponseWriter, r *http.Request) error {
	token := r.PathValue("token")
	link, err := p.Accounts.PeekLink(r.Context(), token)
	if errors.Is(err, fault.NotFound) {
		return show(w, r, http.StatusNotFound, deadLink())
	}
	if err != nil {
		return err
	}
	return show(w, r, http.StatusOK, confirm(token, link.Email))
}

// UseLink signs in with a link.
func (p Pages) UseLink(w http.ResponseWriter, r *http.Request) error {
	a, next, err := p.Accounts.UseLink(r.Context(), r.PathValue("token"))
	if errors.Is(err, fault.NotFound) {
		return show(w, r, http.StatusNotFound, deadLink())
	}
	if err != nil {
		return err
	}
	return p.enter(w, r, a, localPath(next))
}

// enter asks for the second factor where there is one.
func (p Pages) enter(w http.ResponseWriter, r *http.Request, a account.Account, next string) error {
	if !a.SecondFactor {
		return p.begin(w, r, a, next)
	}
	token, err := p.Accounts.BeginStep(r.Context(), a, next)
	if err != nil {
		return err
	}
	return page.Redirect(w, r, "/kirjaudu/vahvistus/"+token)
}

// begin begins the session and goes on.
func (p Pages) begin(w http.ResponseWriter, r *http.Request, a account.Account, next string) error {
	if err := p.Sessions.SignIn(w, r, int64(a.ID), a.Staff()); err != nil {
		return err
	}
	return onward(w, r, next)
}

func onward(w http.ResponseWriter, r *http.Request, next string) error {
	if next == "" {
		next = home
	}
	return page.Redirect(w, r, next)
}
