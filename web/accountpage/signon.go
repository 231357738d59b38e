package accountpage

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"time"

	"tekojentori.fi/tori/internal/account/sso"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/web/page"
)

// carryTime is how long a browser may be at the provider.
const carryTime = 10 * time.Minute

// suggest shows the sign-in of the own organisation to whom it vouches for,
// and reports whether it did. The domain alone decides: nobody learns who has
// an account.
func (p Pages) suggest(w http.ResponseWriter, r *http.Request, d door) (bool, error) {
	if r.PostFormValue("by") == "mail" {
		return false, nil
	}
	c, found, err := p.SignOns.For(r.Context(), d.Email)
	if err != nil || !found {
		return false, err
	}
	path := fmt.Sprintf("/kirjaudu/organisaatio/%d", c.OrganizationID)
	if d.Next != "" {
		path += "?next=" + url.QueryEscape(d.Next)
	}
	return true, show(w, r, http.StatusOK, ownOrganization(d, p.organization(r.Context(), c.OrganizationID), path))
}

// SignOn sends the browser to the provider of an organisation.
func (p Pages) SignOn(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[int64](r, "id")
	if err != nil {
		return err
	}
	start, err := p.SignOns.Begin(r.Context(), id, localPath(r.URL.Query().Get("next")))
	if err != nil {
		return p.signOnTrouble(w, r, err)
	}
	p.Sessions.Carry(w, start.Browser, carryTime)
	w.Header().Set("Cache-Control", "no-store")
	http.Redirect(w, r, start.URL, http.StatusSeeOther)
	return nil
}

// FinishSignOn lets in who comes back from the provider.
func (p Pages) FinishSignOn(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[int64](r, "id")
	if err != nil {
		return err
	}
	q := r.URL.Query()
	a, next, err := p.SignOns.Finish(r.Context(), id, sso.Answer{
		Code: q.Get("code"), State: q.Get("state"), Issuer: q.Get("iss"), Trouble: q.Get("error"), Browser: p.Sessions.Carried(w, r),
	})
	if err != nil {
		return p.signOnTrouble(w, r, err)
	}
	return p.enter(w, r, a, localPath(next))
}

// signOnTrouble says what went wrong on the way, and what helps.
func (p Pages) signOnTrouble(w http.ResponseWriter, r *http.Request, err error) error {
	for _, t := range []struct {
		err    error
		status int
		words  i18n.Text
	}{
		{sso.Stale, http.StatusBadRequest, signOnStale},
		{sso.Denied, http.StatusForbidden, signOnDenied},
		{sso.Away, http.StatusServiceUnavailable, signOnAway},
		{sso.Address, http.StatusForbidden, signOnAddress},
		{sso.Closed, http.StatusForbidden, signOnClosed},
	} {
		if errors.Is(err, t.err) {
			slog.WarnContext(r.Context(), "single sign-on failed", "path", r.URL.Path, "error", err)
			return show(w, r, t.status, signOnFailed(t.words))
		}
	}
	return err
}
