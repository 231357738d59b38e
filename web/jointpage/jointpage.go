// Package jointpage is where the coordinator of an organisation that an act
// names as a partner says whether it is one.
package jointpage

import (
	"context"
	"errors"
	"net/http"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/partner"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
)

// Pages handles /oma/organisaatio/yhteiset.
type Pages struct {
	Partners      *partner.Service
	Organizations *organization.Service
	Flash         func(w http.ResponseWriter, r *http.Request, words string) error
}

const homePath = "/oma/organisaatio#yhteiset"

// view is a joint act, and what is said of it.
type view struct {
	partner.Joint
	Own, Lead string // the organisation of the viewer, and that which leads the act
	Note      string // as typed
	Problems  validate.Problems
}

// standing tells where the act is, and when one may read it.
func (v view) standing(ctx context.Context) string {
	switch {
	case v.Status == act.Archived:
		return archivedT.In(ctx)
	case v.Status.Public():
		return publicT.In(ctx)
	case v.SubmittedAt == nil:
		return comingT.In(ctx)
	}
	return sentT.In(ctx, i18n.Date(ctx, *v.SubmittedAt)) + " " + comingT.In(ctx)
}

// Show is where one says whether the own organisation is a partner.
func (p Pages) Show(w http.ResponseWriter, r *http.Request) error {
	return p.show(w, r, http.StatusOK, view{})
}

func (p Pages) show(w http.ResponseWriter, r *http.Request, status int, v view) error {
	id, err := page.ID[act.ID](r, "id")
	if err != nil {
		return err
	}
	viewer := page.Viewer(r)
	if v.Joint, err = p.Partners.Find(r.Context(), viewer, id); err != nil {
		return err
	}
	dir := p.Organizations.Directory()
	v.Own, v.Lead = dir.Name(r.Context(), organization.ID(viewer.OrganizationID)), dir.Name(r.Context(), v.OrganizationID)
	return page.Render(w, r, status, show(v))
}

// Deny says that the organisation is no partner.
func (p Pages) Deny(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[act.ID](r, "id")
	if err != nil {
		return err
	}
	v := view{Note: page.Typed(r, "note")}
	err = p.Partners.Deny(r.Context(), page.Viewer(r), id, v.Note)
	if errors.As(err, &v.Problems) {
		return p.show(w, r, http.StatusUnprocessableEntity, v)
	}
	return p.thank(w, r, err, deniedThanks)
}

// Affirm takes that back.
func (p Pages) Affirm(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[act.ID](r, "id")
	if err != nil {
		return err
	}
	return p.thank(w, r, p.Partners.Affirm(r.Context(), page.Viewer(r), id), affirmedThanks)
}

// thank leads back with a word, unless the deed has failed.
func (p Pages) thank(w http.ResponseWriter, r *http.Request, err error, word i18n.Text) error {
	if err != nil {
		return err
	}
	if err := p.Flash(w, r, word.In(r.Context())); err != nil {
		return err
	}
	return page.Redirect(w, r, homePath)
}
