package accountpage

import (
	"errors"
	"net/http"

	"tekojentori.fi/tori/internal/account/passkey"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/session"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
)

// Where passkeys are made, and where they let people in.
const (
	keysPath    = factorPath + "/avaimet"
	keyDoorPath = "/kirjaudu/avain"
)

// asking is what a page hands to the device of the reader.
type asking struct {
	Path    string // where the answer goes
	Options string // JSON of WebAuthn
	Name    string // proposed, of a new passkey
	Trouble i18n.Text

	Problems validate.Problems // of the name
}

// BeginKey takes a code and asks a device of the viewer for a new passkey.
func (p Pages) BeginKey(w http.ResponseWriter, r *http.Request) error {
	token, err := p.Passkeys.BeginAdding(r.Context(), page.Viewer(r), r.PostFormValue("code"))
	if errors.Is(err, passkey.Enough) {
		return p.showFactor(w, r, http.StatusUnprocessableEntity, factor{Trouble: keysEnough})
	}
	if status, problems, trouble := refusal(err); status != 0 {
		return p.showFactor(w, r, status, factor{Problems: problems, Trouble: trouble})
	}
	if err != nil {
		return err
	}
	return page.Redirect(w, r, keysPath+"/"+token)
}

// KeyForm hands the question to the device.
func (p Pages) KeyForm(w http.ResponseWriter, r *http.Request) error {
	d := session.DeviceOf(r.UserAgent())
	return p.askNewKey(w, r, http.StatusOK, asking{Name: device(r.Context(), session.Living{Browser: d.Browser, System: d.System})})
}

func (p Pages) askNewKey(w http.ResponseWriter, r *http.Request, status int, a asking) (err error) {
	token := r.PathValue("token")
	a.Path = keysPath + "/" + token
	if a.Options, err = p.Passkeys.Asked(r.Context(), page.Viewer(r).ID, token); err != nil {
		return noKey(w, r, err)
	}
	return show(w, r, status, newKey(a))
}

// AddKey keeps the passkey that the device has made.
func (p Pages) AddKey(w http.ResponseWriter, r *http.Request) error {
	a := asking{Name: r.PostFormValue("name")}
	err := p.Passkeys.Add(r.Context(), page.Viewer(r), r.PathValue("token"), a.Name, r.PostFormValue("answer"))
	if errors.Is(err, passkey.Refused) {
		a.Trouble = keyRefused
	}
	if errors.As(err, &a.Problems) || !a.Trouble.IsZero() {
		return p.askNewKey(w, r, http.StatusUnprocessableEntity, a)
	}
	if err != nil {
		return noKey(w, r, err)
	}
	if err := p.Sessions.Flash(w, r, keyAdded.In(r.Context())); err != nil {
		return err
	}
	return page.Redirect(w, r, factorPath)
}

// RemoveKey takes a passkey of the viewer away.
func (p Pages) RemoveKey(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[int64](r, "id")
	if err != nil {
		return err
	}
	if err := p.Passkeys.Remove(r.Context(), page.Viewer(r), id); err != nil {
		return err
	}
	if err := p.Sessions.Flash(w, r, keyRemoved.In(r.Context())); err != nil {
		return err
	}
	return page.Redirect(w, r, factorPath)
}

// BeginKeySignIn asks whatever device comes.
func (p Pages) BeginKeySignIn(w http.ResponseWriter, r *http.Request) error {
	token, err := p.Passkeys.BeginSignIn(r.Context(), localPath(r.PostFormValue("next")))
	if err != nil {
		return err
	}
	return page.Redirect(w, r, keyDoorPath+"/"+token)
}

// KeySignInForm hands the question to the device.
func (p Pages) KeySignInForm(w http.ResponseWriter, r *http.Request) error {
	return p.askKey(w, r, http.StatusOK, i18n.Text{})
}

func (p Pages) askKey(w http.ResponseWriter, r *http.Request, status int, trouble i18n.Text) error {
	token := r.PathValue("token")
	options, err := p.Passkeys.Asked(r.Context(), 0, token)
	if err != nil {
		return noKey(w, r, err)
	}
	return show(w, r, status, keyDoor(asking{Path: keyDoorPath + "/" + token, Options: options, Trouble: trouble}))
}

// KeySignIn lets in whose device has answered.
func (p Pages) KeySignIn(w http.ResponseWriter, r *http.Request) error {
	a, next, err := p.Passkeys.SignIn(r.Context(), r.PathValue("token"), r.PostFormValue("answer"))
	if errors.Is(err, passkey.Refused) {
		return p.askKey(w, r, http.StatusUnprocessableEntity, keyRefused)
	}
	if err != nil {
		return noKey(w, r, err)
	}
	return p.begin(w, r, a, localPath(next))
}

func noKey(w http.ResponseWriter, r *http.Request, err error) error {
	if errors.Is(err, fault.NotFound) {
		return show(w, r, http.StatusNotFound, deadKey())
	}
	return err
}
