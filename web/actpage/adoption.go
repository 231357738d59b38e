package actpage

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/adoption"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/ui"
)

// spread is where an act is in use besides where it was made.
type spread struct {
	Adopters []adopter
	InUse    int
	Tried    int
	Dots     []ui.Dot // of the organisations that use it
	Years    []year   // how it has spread, the oldest first
	Growth   []ui.Bar // how many used it at the end of each year
	CanTell  bool
	Speaks   bool   // the viewer belongs to an organisation
	Name     string // what it is called
	SignedIn bool
	Telling  telling
}

// adopter is an organisation that has told of an act.
type adopter struct {
	adoption.Adoption
	Organization ui.Chip
	CanChange    bool
	CanConfirm   bool
}

// telling is the form in which one tells, as typed.
type telling struct {
	State    adoption.State
	Note     string
	Problems validate.Problems
}

// spread gathers who has adopted the act, and what the viewer may do about it.
func (p Pages) spread(ctx context.Context, viewer account.Account, a act.Act, t telling) (spread, error) {
	var all []adoption.Adoption
	if viewer.SignedIn() || p.Stats.Catalogue().HasAdoptions(int64(a.ID)) { // most acts have none, and need no look-up for a visitor
		var err error
		if all, err = p.Adoptions.Of(ctx, a.ID); err != nil {
			return spread{}, err
		}
	}
	s := spread{
		InUse: adoption.Count(all, adoption.InUse), Tried: adoption.Count(all, adoption.Tried),
		CanTell: adoption.CanTell(a, viewer), Speaks: adoption.Speaks(viewer), SignedIn: viewer.SignedIn(), Telling: t,
	}
	p.addAdopters(ctx, viewer, a, all, &s)
	if len(all) > 0 {
		steps, err := p.Adoptions.Timeline(ctx, a.ID)
		if err != nil {
			return spread{}, err
		}
		p.addYears(ctx, steps, &s)
	}
	if s.CanTell {
		s.Name = p.Organizations.Directory().Name(ctx, organization.ID(viewer.OrganizationID))
	}
	if s.CanTell && t.Problems == nil {
		s.Telling.anew(viewer, all)
	}
	return s, nil
}

// addAdopters names the organisations, and puts those that use the act on the
// map.
func (p Pages) addAdopters(ctx context.Context, viewer account.Account, a act.Act, all []adoption.Adoption, s *spread) {
	places := map[string]int{}
	for _, x := range all {
		o := p.Organizations.Directory().Get(x.OrganizationID)
		s.Adopters = append(s.Adopters, adopter{
			Adoption: x, Organization: ui.Chip{Label: o.Name.In(ctx), URL: i18n.Path(ctx, "/organisaatiot/"+o.Slug)},
			CanChange: x.CanChange(viewer), CanConfirm: x.CanConfirm(a, viewer),
		})
		if x.State == adoption.InUse {
			places[o.MunicipalityCode]++
		}
	}
	if s.InUse > 0 {
		s.Dots = p.Dots(ctx, places, func(n int) string { return inUseAt.In(ctx, n) })
	}
}

// anew fills the form with what the viewer's organisation has told.
func (t *telling) anew(viewer account.Account, all []adoption.Adoption) {
	for _, x := range all {
		if int64(x.OrganizationID) == viewer.OrganizationID {
			t.State, t.Note = x.State, x.Note
		}
	}
}

// Adopt is told by somebody whose organisation has copied the act.
func (p Pages) Adopt(w http.ResponseWriter, r *http.Request) error {
	ctx, viewer := r.Context(), page.Viewer(r)
	a, err := p.Acts.BySlug(ctx, viewer, r.PathValue("slug"))
	if err != nil {
		return err
	}
	t := telling{State: adoption.State(r.PostFormValue("state")), Note: r.PostFormValue("note")}
	_, err = p.Adoptions.Tell(ctx, viewer, a.ID, adoption.Telling{State: t.State, Note: t.Note})
	if errors.As(err, &t.Problems) {
		return p.show(w, r, http.StatusUnprocessableEntity, a, t)
	}
	switch {
	case errors.Is(err, fault.Forbidden): // the page says who may, and how to become one
		return p.show(w, r, http.StatusForbidden, a, t)
	case err != nil:
		return err
	}
	return p.thank(w, r, a, toldThanks)
}

// ConfirmAdoption says that what an organisation has told is so.
func (p Pages) ConfirmAdoption(w http.ResponseWriter, r *http.Request) error {
	return p.onAdoption(w, r, p.Adoptions.Confirm, confirmedThanks)
}

// RemoveAdoption takes away what an organisation has told.
func (p Pages) RemoveAdoption(w http.ResponseWriter, r *http.Request) error {
	return p.onAdoption(w, r, p.Adoptions.Remove, removedThanks)
}

func (p Pages) onAdoption(w http.ResponseWriter, r *http.Request,
	deed func(context.Context, account.Account, adoption.ID) (act.Act, error), thanks i18n.Text,
) error {
	id, err := page.ID[adoption.ID](r, "id")
	if err != nil {
		return err
	}
	a, err := deed(r.Context(), page.Viewer(r), id)
	if err != nil {
		return err
	}
	if r.PostFormValue("from") == fromHome && page.Viewer(r).IsCoordinator() {
		return p.thankAt(w, r, homePath+"#vahvistettavat", thanks)
	}
	return p.thank(w, r, a, thanks)
}

// thank leads back to the act with a word.
func (p Pages) thank(w http.ResponseWriter, r *http.Request, a act.Act, word i18n.Text) error {
	return p.thankAt(w, r, "/katso/"+a.Slug+"#kaytossa", word)
}

func (p Pages) thankAt(w http.ResponseWriter, r *http.Request, path string, word i18n.Text) error {
	if err := p.Flash(w, r, word.In(r.Context())); err != nil {
		return err
	}
	return page.Redirect(w, r, path)
}

// stateOptions is the states to choose from.
func stateOptions(ctx context.Context, chosen adoption.State) []ui.Option {
	var options []ui.Option
	for _, s := range adoption.States() {
		options = append(options, ui.Option{Value: string(s), Label: stateNames[s].In(ctx), Chosen: s == chosen})
	}
	return options
}

// adoptionPath is where the deeds on what an organisation has told are posted.
func adoptionPath(ctx context.Context, x adopter, deed string) string {
	return i18n.Path(ctx, fmt.Sprintf("/kayttoonotot/%d/%s", int64(x.ID), deed))
}
