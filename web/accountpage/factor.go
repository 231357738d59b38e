package accountpage

import (
	"context"
	"net/http"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/passkey"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
)

// factorPath is where people see to their second factor.
const factorPath = "/oma/vahvistus"

// factor is what the page of the second factor shows.
type factor struct {
	On        bool
	Demanded  bool // the person cannot go on without one
	Begun     bool
	Enrolment account.Enrolment
	Code      qrCode
	Left      int // recovery codes
	CanKey    bool
	Keys      []passkey.Passkey
	Problems  validate.Problems
	Trouble   i18n.Text
}

// Factor shows the second factor of the viewer, or how to take one into use.
func (p Pages) Factor(w http.ResponseWriter, r *http.Request) error {
	return p.showFactor(w, r, http.StatusOK, factor{})
}

func (p Pages) showFactor(w http.ResponseWriter, r *http.Request, status int, f factor) error {
	viewer := page.Viewer(r)
	f.On, f.Demanded = viewer.SecondFactor, p.Demand && viewer.NeedsSecondFactor() && !viewer.SecondFactor
	var err error
	if f.On {
		f, err = p.inUse(r.Context(), viewer, f)
	} else if f.Enrolment, f.Begun, err = p.Accounts.Enrolment(r.Context(), viewer); err == nil && f.Begun {
		f.Code, err = drawQR(f.Enrolment.URL)
	}
	if err != nil {
		return err
	}
	return show(w, r, status, factorPage(f))
}

// inUse adds what there is of a second factor: recovery codes and passkeys.
func (p Pages) inUse(ctx context.Context, viewer account.Account, f factor) (factor, error) {
	var err error
	if f.Left, err = p.Accounts.CodesLeft(ctx, viewer); err != nil {
		return f, err
	}
	f.CanKey = p.Passkeys.Available()
	f.Keys, err = p.Passkeys.Of(ctx, viewer)
	return f, err
}

// BeginFactor makes a secret for the viewer's app.
func (p Pages) BeginFactor(w http.ResponseWriter, r *http.Request) error {
	if err := p.Accounts.BeginFactor(r.Context(), page.Viewer(r)); err != nil {
		return err
	}
	return page.Redirect(w, r, factorPath)
}

// ConfirmFactor takes the first code of the app and shows the recovery codes.
func (p Pages) ConfirmFactor(w http.ResponseWriter, r *http.Request) error {
	here, err := p.Sessions.Here(r)
	if err != nil {
		return err
	}
	codes, err := p.Accounts.ConfirmFactor(r.Context(), page.Viewer(r), r.PostFormValue("code"), here)
	return p.showCodes(w, r, codes, err)
}

// RenewCodes shows new recovery codes.
func (p Pages) RenewCodes(w http.ResponseWriter, r *http.Request) error {
	codes, err := p.Accounts.RenewCodes(r.Context(), page.Viewer(r), r.PostFormValue("code"))
	return p.showCodes(w, r, codes, err)
}

// showCodes shows recovery codes, this once, or why there are none.
func (p Pages) showCodes(w http.ResponseWriter, r *http.Request, codes []string, err error) error {
	if status, problems, trouble := refusal(err); status != 0 {
		return p.showFactor(w, r, status, factor{Problems: problems, Trouble: trouble})
	}
	if err != nil {
		return err
	}
	return show(w, r, http.StatusOK, recoveryPage(codes))
}

// RemoveFactor takes the second factor off.
func (p Pages) RemoveFactor(w http.ResponseWriter, r *http.Request) error {
	here, err := p.Sessions.Here(r)
	if err != nil {
		return err
	}
	err = p.Accounts.RemoveFactor(r.Context(), page.Viewer(r), r.PostFormValue("code"), here)
	if status, problems, trouble := refusal(err); status != 0 {
		return p.showFactor(w, r, status, factor{Problems: problems, Trouble: trouble})
	}
	if err != nil {
		return err
	}
	if err := p.Sessions.Flash(w, r, factorGone.In(r.Context())); err != nil {
		return err
	}
	return page.Redirect(w, r, factorPath)
}
