package accountpage

import (
	"errors"
	"net/http"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/membership"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/session"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/ui"
)

// own is what the page of the viewer's own matters shows.
type own struct {
	Viewer   account.Account
	Told     account.Profile
	Problems validate.Problems
	Sessions []session.Living
	Member   string // the organisation that the viewer belongs to; "": none
	Asked    string // the one that the viewer has asked; "": none waits
}

// Details shows what the viewer has told of themself, and where they have
// signed in.
func (p Pages) Details(w http.ResponseWriter, r *http.Request) error {
	return p.showOwn(w, r, http.StatusOK, own{Told: page.Viewer(r).Profile()})
}

func (p Pages) showOwn(w http.ResponseWriter, r *http.Request, status int, v own) error {
	v.Viewer = page.Viewer(r)
	var err error
	if v.Sessions, err = p.Sessions.Living(r); err != nil {
		return err
	}
	if v.Viewer.OrganizationID != 0 {
		v.Member = p.Organizations.Directory().Name(r.Context(), organization.ID(v.Viewer.OrganizationID))
	}
	asked, ok, err := p.Members.Last(r.Context(), v.Viewer)
	if err != nil {
		return err
	}
	if ok && asked.Outcome == membership.Waits {
		v.Asked = p.Organizations.Directory().Name(r.Context(), asked.OrganizationID)
	}
	return show(w, r, status, details(v))
}

// SaveDetails changes what the viewer has told of themself.
func (p Pages) SaveDetails(w http.ResponseWriter, r *http.Request) error {
	told := account.Profile{
		Name:     r.PostFormValue("name"),
		Title:    r.PostFormValue("title"),
		Phone:    r.PostFormValue("phone"),
		Language: i18n.Lang(r.PostFormValue("language")),
	}
	_, err := p.Accounts.SetProfile(r.Context(), page.Viewer(r), told)
	var problems validate.Problems
	if errors.As(err, &problems) {
		return p.showOwn(w, r, http.StatusUnprocessableEntity, own{Told: told, Problems: problems})
	}
	if err != nil {
		return err
	}
	if err := p.Sessions.Flash(w, r, saved.In(r.Context())); err != nil {
		return err
	}
	return page.Redirect(w, r, home)
}

// languages is the choices of the language of the mails.
func languages(chosen i18n.Lang) []ui.Option {
	var options []ui.Option
	for _, l := range i18n.Langs() {
		options = append(options, ui.Option{Value: string(l), Label: l.Name(), Chosen: l == chosen})
	}
	return options
}
