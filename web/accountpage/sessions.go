package accountpage

import (
	"context"
	"net/http"

	"tekojentori.fi/tori/internal/session"
	"tekojentori.fi/tori/web/page"
)

// EndSession signs the viewer out on one device.
func (p Pages) EndSession(w http.ResponseWriter, r *http.Request) error {
	if err := p.Accounts.EndSession(r.Context(), page.Viewer(r), r.PathValue("name")); err != nil {
		return err
	}
	if err := p.Sessions.Flash(w, r, sessionEnded.In(r.Context())); err != nil {
		return err
	}
	return page.Redirect(w, r, home)
}

// SignOut ends the session.
func (p Pages) SignOut(w http.ResponseWriter, r *http.Request) error {
	if err := p.Sessions.SignOut(w, r); err != nil {
		return err
	}
	return page.Redirect(w, r, "/")
}

// SignOutEverywhere ends every session of the viewer, on every device.
func (p Pages) SignOutEverywhere(w http.ResponseWriter, r *http.Request) error {
	if err := p.Accounts.SignOutEverywhere(r.Context(), page.Viewer(r)); err != nil {
		return err
	}
	p.Sessions.Forget(w)
	return page.Redirect(w, r, "/kirjaudu")
}

// device is what a session was begun with, in words.
func device(ctx context.Context, s session.Living) string {
	switch {
	case s.Browser == "" && s.System == "":
		return unknownDevice.In(ctx)
	case s.Browser == "":
		return s.System
	case s.System == "":
		return s.Browser
	}
	return s.Browser + ", " + s.System
}
