package accountpage

import (
	"context"
	"errors"
	"net/http"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
)

// invitation is what the page of an invitation shows.
type invitation struct {
	account.Opened
	Token        string
	Organization string
	Name         string // as typed
	Problems     validate.Problems
}

// InvitationForm is what the link of an invitation opens. Opening alone does
// nothing.
func (p Pages) InvitationForm(w http.ResponseWriter, r *http.Request) error {
	return p.showInvitation(w, r, http.StatusOK, invitation{})
}

func (p Pages) showInvitation(w http.ResponseWriter, r *http.Request, status int, v invitation) error {
	v.Token = r.PathValue("token")
	var err error
	if v.Opened, err = p.Accounts.PeekInvitation(r.Context(), v.Token); err != nil {
		return p.noInvitation(w, r, err)
	}
	v.Organization = p.organization(r.Context(), v.OrganizationID)
	return show(w, r, status, invited(v))
}

func (p Pages) noInvitation(w http.ResponseWriter, r *http.Request, err error) error {
	if errors.Is(err, fault.NotFound) {
		return show(w, r, http.StatusNotFound, deadInvitation())
	}
	return err
}

// organization is the name of an organisation, "" for none.
func (p Pages) organization(ctx context.Context, id int64) string {
	if id == 0 {
		return ""
	}
	return p.Organizations.Directory().Name(ctx, organization.ID(id))
}

// AcceptInvitation joins, and signs in whom a mailbox is enough for.
func (p Pages) AcceptInvitation(w http.ResponseWriter, r *http.Request) error {
	told := account.Acceptance{Name: r.PostFormValue("name"), Password: r.PostFormValue("password")}
	a, enter, err := p.Accounts.AcceptInvitation(r.Context(), r.PathValue("token"), told)
	var problems validate.Problems
	switch {
	case errors.As(err, &problems):
		return p.showInvitation(w, r, http.StatusUnprocessableEntity, invitation{Name: told.Name, Problems: problems})
	case err != nil:
		return p.noInvitation(w, r, err)
	case enter:
		return p.enter(w, r, a, "")
	}
	p.Sessions.Forget(w) // another may have been signed in here
	return page.Redirect(w, r, "/kirjaudu?kutsu=hyvaksytty")
}
