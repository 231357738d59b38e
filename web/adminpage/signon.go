package adminpage

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"tekojentori.fi/tori/internal/account/sso"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
)

const signOnPath = "/yllapito/kirjautuminen"

// signOnView is the connections, or the form of one.
type signOnView struct {
	All          []signOnLine
	Names        []string // of organisations, to choose from
	Form         sso.Setup
	Organization string // typed, or the name of the one that is changed
	Domains      string // typed
	Callback     string // "": not known before the organisation is
	Problems     validate.Problems
}

type signOnLine struct {
	sso.Connection
	Name string
}

// SignOns is the organisations that sign their people in themselves, and the
// form of a new one.
func (p Pages) SignOns(w http.ResponseWriter, r *http.Request) error {
	return p.signOns(w, r, http.StatusOK, signOnView{Form: sso.Setup{Connection: sso.Connection{Enabled: true}}})
}

func (p Pages) signOns(w http.ResponseWriter, r *http.Request, status int, v signOnView) error {
	all, err := p.SignOn.All(r.Context(), page.Viewer(r))
	if err != nil {
		return err
	}
	for _, c := range all {
		v.All = append(v.All, signOnLine{c, p.nameOf(r.Context(), c.OrganizationID)})
	}
	for _, o := range p.Organizations.Directory().Active() {
		v.Names = append(v.Names, o.Name.In(r.Context()))
	}
	return page.Render(w, r, status, signOns(v))
}

func (p Pages) nameOf(ctx context.Context, id int64) string {
	return p.Organizations.Directory().Name(ctx, organization.ID(id))
}

// OneSignOn is the form of one connection.
func (p Pages) OneSignOn(w http.ResponseWriter, r *http.Request) error {
	c, err := p.signOn(r)
	if err != nil {
		return err
	}
	return p.oneSignOn(w, r, http.StatusOK, signOnView{Form: sso.Setup{Connection: c}, Domains: strings.Join(c.Domains, " ")})
}

func (p Pages) oneSignOn(w http.ResponseWriter, r *http.Request, status int, v signOnView) error {
	v.Callback, v.Organization = p.SignOn.Callback(v.Form.OrganizationID), p.nameOf(r.Context(), v.Form.OrganizationID)
	return page.Render(w, r, status, oneSignOn(v))
}

func (p Pages) signOn(r *http.Request) (sso.Connection, error) {
	id, err := page.ID[int64](r, "id")
	if err != nil {
		return sso.Connection{}, err
	}
	all, err := p.SignOn.All(r.Context(), page.Viewer(r))
	for _, c := range all {
		if c.OrganizationID == id {
			return c, nil
		}
	}
	return sso.Connection{}, errors.Join(err, fmt.Errorf("connection %d: %w", id, fault.NotFound))
}

// typedSignOn is the form as typed.
func typedSignOn(r *http.Request) signOnView {
	return signOnView{
		Form: sso.Setup{Connection: sso.Connection{
			Issuer: r.PostFormValue("issuer"), ClientID: r.PostFormValue("client_id"), Enabled: r.PostFormValue("enabled") == "true",
			Domains: strings.FieldsFunc(r.PostFormValue("domains"), func(c rune) bool { return strings.ContainsRune(" ,;\n\r\t", c) }),
		}, Secret: r.PostFormValue("client_secret")},
		Organization: r.PostFormValue("organization"), Domains: r.PostFormValue("domains"),
	}
}

// AddSignOn makes the connection of an organisation.
func (p Pages) AddSignOn(w http.ResponseWriter, r *http.Request) error {
	v := typedSignOn(r)
	o, _ := p.Organizations.Directory().Find(v.Organization) // Save says if there is none
	v.Form.OrganizationID = int64(o.ID)
	err := p.SignOn.Save(r.Context(), page.Viewer(r), v.Form)
	if errors.As(err, &v.Problems) {
		return p.signOns(w, r, http.StatusUnprocessableEntity, v)
	}
	if err != nil {
		return err
	}
	return page.Redirect(w, r, signOnOf(v.Form.OrganizationID))
}

// ChangeSignOn changes the connection of an organisation.
func (p Pages) ChangeSignOn(w http.ResponseWriter, r *http.Request) error {
	c, err := p.signOn(r)
	if err != nil {
		return err
	}
	v := typedSignOn(r)
	v.Form.OrganizationID = c.OrganizationID
	if v.Form.Version, err = page.Version(r); err != nil {
		return err
	}
	if v.Form.Version < 1 {
		return fmt.Errorf("version %d: %w", v.Form.Version, fault.Conflict)
	}
	err = p.SignOn.Save(r.Context(), page.Viewer(r), v.Form)
	if errors.As(err, &v.Problems) {
		return p.oneSignOn(w, r, http.StatusUnprocessableEntity, v)
	}
	if err != nil {
		return err
	}
	return page.Redirect(w, r, signOnPath)
}

// RemoveSignOn takes away the connection of an organisation.
func (p Pages) RemoveSignOn(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[int64](r, "id")
	if err != nil {
		return err
	}
	if err := p.SignOn.Remove(r.Context(), page.Viewer(r), id); err != nil {
		return err
	}
	return page.Redirect(w, r, signOnPath)
}

func signOnOf(id int64) string { return signOnPath + "/" + strconv.FormatInt(id, 10) }

// secretHint is what to type as the secret.
func (v signOnView) secretHint() i18n.Text {
	if v.Form.Version > 0 {
		return keptSecretH
	}
	return secretH
}
