package memberpage

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/membership"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
)

// requestView is somebody who waits for an answer.
type requestView struct {
	membership.Asking
	Name     string // of the organisation
	Now      string // where they belong today; "": nowhere
	Reason   string
	Problems validate.Problems
	Back     string
}

// Request is somebody who waits for an answer.
func (p Pages) Request(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[membership.ID](r, "id")
	if err != nil {
		return err
	}
	asked, err := p.Members.Find(r.Context(), page.Viewer(r), id)
	if err != nil {
		return err
	}
	return p.showRequest(w, r, http.StatusOK, requestView{Asking: asked})
}

func (p Pages) showRequest(w http.ResponseWriter, r *http.Request, status int, v requestView) error {
	v.Name = p.name(r.Context(), v.OrganizationID)
	v.Now = p.name(r.Context(), organization.ID(v.By.OrganizationID))
	v.Back = back(page.Viewer(r), v.OrganizationID)
	return page.Render(w, r, status, request(v))
}

// back is the page where viewer sees who belongs to an organisation.
func back(viewer account.Account, o organization.ID) string {
	if viewer.Coordinates(int64(o)) {
		return homePath
	}
	return allPath
}

// Answer takes somebody in, or says no.
func (p Pages) Answer(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[membership.ID](r, "id")
	if err != nil {
		return err
	}
	a, words := membership.Answer{Yes: r.PostFormValue("answer") == "yes", Reason: r.PostFormValue("reason")}, noThanks
	if a.Yes {
		words = yesThanks
	}
	asked, err := p.Members.Answer(r.Context(), page.Viewer(r), id, a)
	v := requestView{Asking: asked, Reason: a.Reason}
	if errors.As(err, &v.Problems) {
		return p.showRequest(w, r, http.StatusUnprocessableEntity, v)
	}
	return p.thank(w, r, err, back(page.Viewer(r), asked.OrganizationID), words.In(r.Context(), asked.By.CallName()))
}

// A waiter is a request in the list of an administrator.
type waiter struct {
	membership.Asking
	Name string // of the organisation
}

// All is everybody who waits, for administrators.
func (p Pages) All(w http.ResponseWriter, r *http.Request) error {
	waiting, err := p.Members.Waiting(r.Context(), page.Viewer(r))
	if err != nil {
		return err
	}
	list := make([]waiter, len(waiting))
	for i, x := range waiting {
		list[i] = waiter{x, p.name(r.Context(), x.OrganizationID)}
	}
	return page.Render(w, r, http.StatusOK, all(list))
}

// endView is a membership that is about to end.
type endView struct {
	account.Account
	Name string
	Self bool
	Back string
}

// EndForm asks whether a membership is to end.
func (p Pages) EndForm(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[account.ID](r, "id")
	if err != nil {
		return err
	}
	a, err := p.Members.Member(r.Context(), page.Viewer(r), id)
	if errors.Is(err, membership.Over) {
		return p.ended(w, r, a)
	}
	if err != nil {
		return err
	}
	v := endView{Account: a, Name: p.name(r.Context(), organization.ID(a.OrganizationID)), Self: a.ID == page.Viewer(r).ID}
	v.Back = backFrom(page.Viewer(r), a)
	return page.Render(w, r, http.StatusOK, end(v))
}

// End ends a membership.
func (p Pages) End(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[account.ID](r, "id")
	if err != nil {
		return err
	}
	a, err := p.Members.End(r.Context(), page.Viewer(r), id)
	if err != nil && !errors.Is(err, membership.Over) { // by the press before this one
		return err
	}
	return p.ended(w, r, a)
}

// ended leads back from a membership that has ended, with a word.
func (p Pages) ended(w http.ResponseWriter, r *http.Request, a account.Account) error {
	name := p.name(r.Context(), organization.ID(a.OrganizationID))
	return p.thank(w, r, nil, backFrom(page.Viewer(r), a), endThanks.In(r.Context(), name))
}

// backFrom is where viewer has come from to end the membership of a.
func backFrom(viewer, a account.Account) string {
	switch {
	case viewer.ID == a.ID:
		return ownPath
	case viewer.Coordinates(a.OrganizationID):
		return homePath
	}
	return fmt.Sprintf("/yllapito/henkilot/%d", int64(a.ID))
}

func endPath(ctx context.Context, id account.ID) string {
	return i18n.Path(ctx, fmt.Sprintf("/jasenet/%d/paattaminen", int64(id)))
}
