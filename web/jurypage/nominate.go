package jurypage

import (
	"errors"
	"net/http"

	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/campaign/jury"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
)

// listsView is the prizes that can be nominated for.
type listsView struct {
	Lists []jury.List
	Pages Pages
}

// listView is the nominees of a prize, and one being written.
type listView struct {
	Jury     jury.Jury
	Campaign campaign.Campaign
	Nominees []nominee
	Writing  jury.Nomination
	Mine     func(nominee) bool // the viewer may take it back
	FormKey  string
	Problems validate.Problems
}

// Lists is the prizes that can be nominated for.
func (p Pages) Lists(w http.ResponseWriter, r *http.Request) error {
	lists, err := p.Juries.Lists(r.Context(), page.Viewer(r))
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, allLists(listsView{lists, p}))
}

// List is the nominees of a prize.
func (p Pages) List(w http.ResponseWriter, r *http.Request) error {
	return p.list(w, r, http.StatusOK, listView{FormKey: page.NewKey()})
}

func (p Pages) list(w http.ResponseWriter, r *http.Request, status int, v listView) error {
	id, err := page.ID[campaign.PrizeID](r, "id")
	if err != nil {
		return err
	}
	viewer := page.Viewer(r)
	l, err := p.Juries.List(r.Context(), viewer, id)
	if err != nil {
		return err
	}
	v.Jury, v.Campaign, v.Nominees = l.Jury, p.campaignOf(l.Jury), p.nominees(r.Context(), l.Nominees)
	v.Mine = func(n nominee) bool { return l.Jury.Open() && (n.ByID == viewer.ID || viewer.RunsProgramme()) }
	return page.Render(w, r, status, oneList(v))
}

// Nominate adds a nominee.
func (p Pages) Nominate(w http.ResponseWriter, r *http.Request) error {
	key, err := page.Key(r)
	if err != nil {
		return err
	}
	id, err := page.ID[campaign.PrizeID](r, "id")
	if err != nil {
		return err
	}
	winner := r.PostFormValue("winner")
	v := listView{FormKey: key, Writing: jury.Nomination{Act: winner, Organization: winner, Person: r.PostFormValue("person"), Reason: r.PostFormValue("reason")}}
	err = p.Juries.Nominate(r.Context(), page.Viewer(r), id, key, v.Writing)
	if errors.As(err, &v.Problems) {
		return p.list(w, r, http.StatusUnprocessableEntity, v)
	}
	if err != nil {
		return err
	}
	return page.Redirect(w, r, listPath(id))
}

// Unnominate takes a nominee back.
func (p Pages) Unnominate(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[jury.NomineeID](r, "id")
	if err != nil {
		return err
	}
	of, err := p.Juries.Unnominate(r.Context(), page.Viewer(r), id)
	if err != nil {
		return err
	}
	return page.Redirect(w, r, listPath(of))
}
