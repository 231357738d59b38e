// Package invitepage is where administrators and coordinators ask people to
// join the portal.
package invitepage

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/ui"
)

const path = "/kutsu"

// Pages handles the requests under /kutsu.
type Pages struct {
	Accounts      *account.Service
	Organizations *organization.Service
	Flash         func(http.ResponseWriter, *http.Request, string) error
}

// view is what the page shows.
type view struct {
	FormKey      string
	Admin        bool
	Own          string // the organisation of a coordinator; "": none is told
	Email        string
	Roles        []account.Role // chosen
	Organization string         // typed by an administrator
	Language     i18n.Lang
	Problems     validate.Problems
	Names        []string // of organisations, to choose from
	Open         []open
}

// open is an invitation that waits.
type open struct {
	account.Invitation
	Organization string
}

// Form shows the form and the invitations that wait.
func (p Pages) Form(w http.ResponseWriter, r *http.Request) error {
	return p.show(w, r, http.StatusOK, view{FormKey: page.NewKey(), Language: i18n.From(r.Context())})
}

func (p Pages) show(w http.ResponseWriter, r *http.Request, status int, v view) error {
	ctx, viewer := r.Context(), page.Viewer(r)
	all, err := p.Accounts.Invitations(ctx, viewer)
	if err != nil {
		return err
	}
	d := p.Organizations.Directory()
	for _, x := range all {
		v.Open = append(v.Open, open{x, d.Name(ctx, organization.ID(x.OrganizationID))})
	}
	v.Admin, v.Own = viewer.Administers(), d.Name(ctx, organization.ID(viewer.OrganizationID))
	if v.Admin {
		for _, o := range d.Active() {
			v.Names = append(v.Names, o.Name.In(ctx))
		}
	}
	return page.Render(w, r, status, invite(v))
}

// Invite sends an invitation.
func (p Pages) Invite(w http.ResponseWriter, r *http.Request) error {
	key, err := page.Key(r)
	if err != nil {
		return err
	}
	v := view{
		FormKey: key, Email: r.PostFormValue("email"), Organization: r.PostFormValue("organization"), Language: i18n.Lang(r.PostFormValue("language")),
	}
	for _, role := range r.PostForm["roles"] {
		v.Roles = append(v.Roles, account.Role(role))
	}
	err = p.invite(r, key, v)
	if errors.As(err, &v.Problems) {
		return p.show(w, r, http.StatusUnprocessableEntity, v)
	}
	if err != nil {
		return err
	}
	if err := p.Flash(w, r, sentT.In(r.Context(), v.Email)); err != nil {
		return err
	}
	return page.Redirect(w, r, path)
}

func (p Pages) invite(r *http.Request, key string, v view) error {
	viewer := page.Viewer(r)
	x := account.Invitation{Email: v.Email, Roles: v.Roles, OrganizationID: viewer.OrganizationID, Language: v.Language}
	if viewer.Administers() {
		o, found := p.Organizations.Directory().Find(v.Organization)
		if v.Organization != "" && !found {
			return validate.Problems{{Field: "organization", Rule: validate.NoSuchOrganization}}
		}
		x.OrganizationID = int64(o.ID)
	}
	return p.Accounts.Invite(r.Context(), viewer, key, x)
}

// Cancel takes an invitation back.
func (p Pages) Cancel(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[account.InvitationID](r, "id")
	if err != nil {
		return err
	}
	err = p.Accounts.CancelInvitation(r.Context(), page.Viewer(r), id)
	if errors.Is(err, fault.NotFound) { // answered or taken back meanwhile, or another's
		return fmt.Errorf("cancel: %w", err)
	}
	if err != nil {
		return err
	}
	if err := p.Flash(w, r, cancelledT.In(r.Context())); err != nil {
		return err
	}
	return page.Redirect(w, r, path)
}

func (v view) roles(ctx context.Context) []ui.Option {
	var options []ui.Option
	for _, role := range account.Roles() {
		options = append(options, ui.Option{Value: string(role), Label: ui.RoleName(role).In(ctx), Chosen: slices.Contains(v.Roles, role)})
	}
	return options
}

func (v view) languages() []ui.Option {
	var options []ui.Option
	for _, l := range i18n.Langs() {
		options = append(options, ui.Option{Value: string(l), Label: l.Name(), Chosen: l == v.Language})
	}
	return options
}
