package moderationpage

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
)

// removalsPath is where moderators answer who wants an act deleted.
const removalsPath = "/moderointi/poistopyynnot"

// removalsView is the requests that wait.
type removalsView struct {
	All      []act.WaitingRemoval
	ID       act.RemovalID // whose answer has problems
	Answer   string        // as typed
	Problems validate.Problems
	Viewer   account.Account
}

func (v removalsView) problemsOf(r act.WaitingRemoval) validate.Problems {
	if r.ID == v.ID {
		return v.Problems
	}
	return nil
}

func (v removalsView) answerOf(r act.WaitingRemoval) string {
	if r.ID == v.ID {
		return v.Answer
	}
	return ""
}

// Removals is the acts whose owners want them deleted.
func (p Pages) Removals(w http.ResponseWriter, r *http.Request) error {
	return p.removals(w, r, http.StatusOK, removalsView{})
}

func (p Pages) removals(w http.ResponseWriter, r *http.Request, status int, v removalsView) (err error) {
	v.Viewer = page.Viewer(r)
	if v.All, err = p.Acts.Removals(r.Context(), v.Viewer); err != nil {
		return err
	}
	return page.Render(w, r, status, removals(v))
}

// removalView is one request, before its act is deleted.
type removalView struct {
	act.WaitingRemoval
	Files    int // that go with the act
	Uses     int // organisations that tell of copying it
	Problems validate.Problems
}

// goes is what disappears with the act, in words.
func (v removalView) goes(ctx context.Context) []string {
	all := []string{goesText.In(ctx, v.Act.Revision)}
	if v.Act.Revision == 0 { // imported
		all[0] = goesUnsent.In(ctx)
	}
	for _, some := range []struct {
		n     int
		words i18n.Plural
	}{{v.Files, goesFiles}, {len(v.Act.Contacts), goesContacts}, {v.Uses, goesUses}} {
		if some.n > 0 {
			all = append(all, some.words.In(ctx, some.n))
		}
	}
	return append(all, goesRest.In(ctx))
}

// Removal asks once more before an act is deleted, and tells what goes and what
// stays.
func (p Pages) Removal(w http.ResponseWriter, r *http.Request) error {
	return p.removal(w, r, http.StatusOK, nil)
}

func (p Pages) removal(w http.ResponseWriter, r *http.Request, status int, problems validate.Problems) error {
	id, err := page.ID[act.RemovalID](r, "id")
	if err != nil {
		return err
	}
	v := removalView{Problems: problems}
	if v.WaitingRemoval, err = p.Acts.Removal(r.Context(), page.Viewer(r), id); err != nil {
		return err
	}
	files, err := p.Attachments.Of(r.Context(), v.Act, page.Viewer(r))
	if err != nil {
		return err
	}
	uses, err := p.Adoptions.Of(r.Context(), v.Act.ID)
	if err != nil {
		return err
	}
	v.Files, v.Uses = len(files), len(uses)
	return page.Render(w, r, status, removalPage(v))
}

// DecideRemoval deletes an act, or tells why not.
func (p Pages) DecideRemoval(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[act.RemovalID](r, "id")
	if err != nil {
		return err
	}
	decision := r.PostFormValue("decision")
	if decision != "yes" && decision != "no" {
		return fmt.Errorf("decision %q: %w", decision, fault.BadRequest)
	}
	err = p.Acts.DecideRemoval(r.Context(), page.Viewer(r), id, decision == "yes", page.Typed(r, "answer"))
	var problems validate.Problems
	if errors.As(err, &problems) && decision == "yes" {
		return p.removal(w, r, http.StatusUnprocessableEntity, problems)
	}
	if errors.As(err, &problems) {
		return p.removals(w, r, http.StatusUnprocessableEntity, removalsView{ID: id, Answer: page.Typed(r, "answer"), Problems: problems})
	}
	if err != nil {
		return err
	}
	done := removalRefusedF
	if decision == "yes" {
		done = removalGrantedF
	}
	if err := p.Flash(w, r, done.In(r.Context())); err != nil {
		return err
	}
	return page.Redirect(w, r, removalsPath)
}
