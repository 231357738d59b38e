// Package memberpage is where people ask to become members of an organisation,
// and where its coordinators answer and end memberships.
package memberpage

import (
	"context"
	"errors"
	"net/http"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/sso"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/membership"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
)

// Pages handles /oma/jasenyys, /jasenyydet, /jasenet and /yllapito/jasenyydet.
type Pages struct {
	Members       *membership.Service
	Organizations *organization.Service
	SignOns       *sso.Service
	Flash         func(w http.ResponseWriter, r *http.Request, words string) error
}

const (
	ownPath  = "/oma/jasenyys"
	homePath = "/oma/organisaatio" // of a coordinator
	allPath  = "/yllapito/jasenyydet"
)

// ownView is how the viewer's own membership stands.
type ownView struct {
	Viewer   account.Account
	Name     string // of the organisation that they belong to; "": none
	Asked    membership.Request
	AskedOf  string // "": nothing is asked
	Typed    string
	Names    []string // of organisations, to choose from
	Problems validate.Problems
}

// Own is how the viewer's own membership stands, and the form to ask for one.
func (p Pages) Own(w http.ResponseWriter, r *http.Request) error {
	typed, err := p.likely(r.Context(), page.Viewer(r))
	if err != nil {
		return err
	}
	return p.showOwn(w, r, http.StatusOK, ownView{Typed: typed})
}

// likely is the organisation whose sign-in vouches for the address of somebody
// who belongs to none: where they are likely to work.
func (p Pages) likely(ctx context.Context, viewer account.Account) (string, error) {
	if viewer.OrganizationID != 0 {
		return "", nil
	}
	c, _, err := p.SignOns.For(ctx, viewer.Email)
	return p.name(ctx, organization.ID(c.OrganizationID)), err
}

func (p Pages) showOwn(w http.ResponseWriter, r *http.Request, status int, v ownView) error {
	ctx := r.Context()
	v.Viewer = page.Viewer(r)
	v.Name = p.name(ctx, organization.ID(v.Viewer.OrganizationID))
	q, ok, err := p.Members.Last(ctx, v.Viewer)
	if err != nil {
		return err
	}
	if ok {
		v.Asked, v.AskedOf = q, p.name(ctx, q.OrganizationID)
	}
	for _, o := range p.Organizations.Directory().Active() {
		v.Names = append(v.Names, o.Name.In(ctx))
	}
	return page.Render(w, r, status, own(v))
}

// Ask asks an organisation.
func (p Pages) Ask(w http.ResponseWriter, r *http.Request) error {
	v := ownView{Typed: r.PostFormValue("organization")}
	o, _ := p.Organizations.Directory().Find(v.Typed) // Ask says if there is none
	err := p.Members.Ask(r.Context(), page.Viewer(r), o.ID)
	if errors.As(err, &v.Problems) {
		return p.showOwn(w, r, http.StatusUnprocessableEntity, v)
	}
	return p.thank(w, r, err, ownPath, askedThanks.In(r.Context(), o.Name.In(r.Context())))
}

// Cancel takes back what the viewer has asked.
func (p Pages) Cancel(w http.ResponseWriter, r *http.Request) error {
	return p.thank(w, r, p.Members.Cancel(r.Context(), page.Viewer(r)), ownPath, cancelThanks.In(r.Context()))
}

// name is what an organisation is called; "" for none.
func (p Pages) name(ctx context.Context, o organization.ID) string {
	if o == 0 {
		return ""
	}
	return p.Organizations.Directory().Name(ctx, o)
}

// thank leads on with a word, unless the deed has failed.
func (p Pages) thank(w http.ResponseWriter, r *http.Request, err error, path, words string) error {
	if err != nil {
		return err
	}
	if err := p.Flash(w, r, words); err != nil {
		return err
	}
	return page.Redirect(w, r, path)
}

// labels is the fields of the forms, for the summary of problems.
var labels = map[string]i18n.Text{"organization": organizationL, "reason": reasonL}
