// Package submitpage is where people tell about an act: the guided form, and
// the acts that they have told about.
package submitpage

import (
	"errors"
	"fmt"
	"net/http"
	"time"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/opening"
	"tekojentori.fi/tori/internal/act/partner"
	"tekojentori.fi/tori/internal/act/people"
	"tekojentori.fi/tori/internal/adoption"
	"tekojentori.fi/tori/internal/attachment"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/moderation"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/search"
	"tekojentori.fi/tori/internal/taxonomy"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/deck"
	"tekojentori.fi/tori/web/page"
)

// Pages handles /ilmoita-teko and /omat-teot.
type Pages struct {
	Acts          *act.Service
	Attachments   *attachment.Service
	Organizations *organization.Service
	Terms         *taxonomy.Service
	Campaigns     *campaign.Service
	Adoptions     *adoption.Service
	People        *people.Service
	Openings      *opening.Service
	Partners      *partner.Service
	Index         *search.Index // of the acts that are out
	Deck          deck.Deck
	Moderation    *moderation.Service
	Now           func() time.Time
}

// view is one step of the form.
type view struct {
	Act      act.Act // as typed; the zero ID: not begun
	Step     int
	FormKey  string
	Problems validate.Problems // of the step
	All      validate.Problems // of the whole act
	Files    []attachment.Attachment
	Entered  *campaign.Campaign   // nil: in none yet
	Taking   []campaign.Campaign  // that it can enter, the newest first
	Refusing []campaign.Campaign  // that take only acts of other sectors
	Refused  bool                 // by the campaign that it was sent with
	Changed  bool                 // since the page was opened that would have sent it
	Alike    []twin               // acts that may be the same, on the steps that ask
	Reason   string               // why it has been returned
	Comments []moderation.Comment // with it
	Hints    []opening.Hint       // of coordinators whom it has been opened to
	Opened   bool                 // to coordinators
	Pages    Pages
}

// Start is the first step, or for visitors what this is about.
func (p Pages) Start(w http.ResponseWriter, r *http.Request) error {
	viewer := page.Viewer(r)
	if !viewer.SignedIn() {
		return page.Render(w, r, http.StatusOK, intro())
	}
	v := view{FormKey: page.NewKey(), Pages: p}
	v.Act.Language = string(i18n.From(r.Context()))
	v.Act.OrganizationID = organization.ID(viewer.OrganizationID)
	return p.show(w, r, http.StatusOK, v)
}

// Begin starts a draft with the first step.
func (p Pages) Begin(w http.ResponseWriter, r *http.Request) error {
	key, err := page.Key(r)
	if err != nil {
		return err
	}
	v := view{FormKey: key, Pages: p}
	v.Act.Language = string(i18n.From(r.Context()))
	if err := p.read(r, v.current(), &v.Act.Content); err != nil {
		return p.again(w, r, v, err)
	}
	v.Problems = wrong(v.Act.Check()).Only(v.current().fields...)
	if action := r.PostFormValue("action"); len(v.Problems) > 0 && action != "draft" && action != "clinic" {
		return p.show(w, r, http.StatusUnprocessableEntity, v)
	}
	a, err := p.Acts.Begin(r.Context(), page.Viewer(r), key, v.Act.Content)
	if err != nil {
		return p.again(w, r, v, err)
	}
	typed := v.Act.Content
	if v.Act, err = p.begun(r, a, typed); errors.Is(err, fault.Conflict) {
		return p.compare(w, r, a, typed, 0)
	} else if err != nil {
		return p.again(w, r, v, err)
	}
	return p.onward(w, r, v.Act, 0)
}

// again shows the form with its problems, or fails with what is no problem of
// the form.
func (p Pages) again(w http.ResponseWriter, r *http.Request, v view, err error) error {
	if v.Problems = wrong(err); v.Problems == nil {
		return err
	}
	return p.show(w, r, http.StatusUnprocessableEntity, v)
}

func wrong(err error) validate.Problems {
	var problems validate.Problems
	errors.As(err, &problems)
	return problems
}

// onward leads from a saved step to where its button says.
func (p Pages) onward(w http.ResponseWriter, r *http.Request, a act.Act, at int) error {
	way := wayOf(a)
	switch r.PostFormValue("action") {
	case "draft":
		return page.Redirect(w, r, "/omat-teot?tallennettu="+fmt.Sprint(int64(a.ID)))
	case "back":
		if at == way.at(clinicStep) {
			return page.Redirect(w, r, address(a.ID, firstOpen(a)))
		}
		at -= 2
	case "compare":
		at--
	case "clinic":
		return page.Redirect(w, r, address(a.ID, clinicStep))
	case "upload":
		return page.Redirect(w, r, address(a.ID, contactStep)+filesAnchor)
	}
	if r.PostFormValue("remove") != "" {
		return page.Redirect(w, r, address(a.ID, contactStep)+filesAnchor)
	}
	if at == way.at(clinicStep) {
		return page.Redirect(w, r, address(a.ID, clinicStep)+composing)
	}
	return page.Redirect(w, r, address(a.ID, way[max(at+1, 0)].slug))
}

// mine is the act of the address as those who write it work on it.
func (p Pages) mine(r *http.Request) (act.Act, error) {
	id, err := page.ID[act.ID](r, "id")
	if err != nil {
		return act.Act{}, err
	}
	a, err := p.Acts.Working(r.Context(), page.Viewer(r), id)
	if err != nil {
		return act.Act{}, err
	}
	if !a.WrittenBy(page.Viewer(r)) {
		return act.Act{}, fmt.Errorf("write %v: %w", id, fault.NotFound)
	}
	return a, nil
}

// Step is one step of a draft.
func (p Pages) Step(w http.ResponseWriter, r *http.Request) error {
	a, err := p.mine(r)
	if err != nil {
		return err
	}
	if r.PathValue("step") == filesStep { // the way back to a page that a form with files has led to
		return page.Redirect(w, r, address(a.ID, contactStep)+filesAnchor)
	}
	at := wayOf(a).at(r.PathValue("step"))
	if at < 0 || r.PathValue("step") == clinicStep && a.Updating {
		return fmt.Errorf("step %q: %w", r.PathValue("step"), fault.NotFound)
	}
	if readsAlone(a, page.Viewer(r)) && r.PathValue("step") == checkStep {
		return p.showText(w, r, a, at)
	}
	if !a.CanEdit(page.Viewer(r)) { // sent already
		return page.Redirect(w, r, "/omat-teot")
	}
	v := view{Act: a, Step: at, Pages: p}
	if err := p.filesOf(r, &v); err != nil {
		return err
	}
	if err := p.campaignsOf(r.Context(), &v); err != nil {
		return err
	}
	if err := p.findAlike(r.Context(), &v); err != nil {
		return err
	}
	return p.show(w, r, http.StatusOK, v)
}

// Thanks tells that an act has arrived, and what happens next.
func (p Pages) Thanks(w http.ResponseWriter, r *http.Request) error {
	a, err := p.mine(r)
	if err != nil {
		return err
	}
	if a.Revision == 0 {
		return page.Redirect(w, r, address(a.ID, "tarkista"))
	}
	return page.Render(w, r, http.StatusOK, thanks(a))
}
