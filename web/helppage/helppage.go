// Package helppage is where the owner of a draft opens it to the coordinators
// of its organisation, and where they help.
package helppage

import (
	"context"
	"errors"
	"net/http"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/opening"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/ui"
)

// Pages handles /omat-teot/{id}/avaus and /oma/organisaatio/luonnokset.
type Pages struct {
	Openings      *opening.Service
	Organizations *organization.Service
	Flash         func(w http.ResponseWriter, r *http.Request, words string) error
}

// ownerView is an opening, for those who write the act.
type ownerView struct {
	opening.Report
	Name string // of the organisation; "": the draft names none
	Owns bool
	Can  bool // be opened now
}

// Show is how a draft is open, and what has been done with that.
func (p Pages) Show(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[act.ID](r, "id")
	if err != nil {
		return err
	}
	viewer := page.Viewer(r)
	report, err := p.Openings.Of(r.Context(), viewer, id)
	if err != nil {
		return err
	}
	v := ownerView{Report: report, Owns: report.Act.Owned(viewer), Can: opening.CanOpen(report.Act, viewer)}
	if o := report.Act.OrganizationID; o != 0 {
		v.Name = p.Organizations.Directory().Name(r.Context(), o)
	}
	return page.Render(w, r, http.StatusOK, owner(v))
}

// Open opens a draft, to be read or to be mended too.
func (p Pages) Open(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[act.ID](r, "id")
	if err != nil {
		return err
	}
	err = p.Openings.Open(r.Context(), page.Viewer(r), id, r.PostFormValue("edits") == "on")
	return p.thank(w, r, err, opening.OwnPath(id), openedThanks)
}

// Close takes the consent back.
func (p Pages) Close(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[act.ID](r, "id")
	if err != nil {
		return err
	}
	return p.thank(w, r, p.Openings.Close(r.Context(), page.Viewer(r), id), opening.OwnPath(id), closedThanks)
}

// draftView is an opened draft, for a coordinator.
type draftView struct {
	opening.Draft
	FormKey       string
	Section, Body string // as typed
	Problems      validate.Problems
	Words         act.Wording // as typed
	Stale         bool        // the draft has changed since the form was opened
}

// hints is what has been said of a section.
func (v draftView) hints(section string) []opening.Hint { return hintsOn(v.Hints, section) }

func hintsOn(all []opening.Hint, section string) []opening.Hint {
	var some []opening.Hint
	for _, h := range all {
		if h.Section == section {
			some = append(some, h)
		}
	}
	return some
}

// Draft is an opened draft to be read.
func (p Pages) Draft(w http.ResponseWriter, r *http.Request) error {
	return p.showDraft(w, r, http.StatusOK, draftView{FormKey: page.NewKey()})
}

func (p Pages) showDraft(w http.ResponseWriter, r *http.Request, status int, v draftView) error {
	id, err := page.ID[act.ID](r, "id")
	if err != nil {
		return err
	}
	if v.Draft, err = p.Openings.Look(r.Context(), page.Viewer(r), id); err != nil {
		return err
	}
	return page.Render(w, r, status, draft(v))
}

// Hint says something of a section.
func (p Pages) Hint(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[act.ID](r, "id")
	if err != nil {
		return err
	}
	key, err := page.Key(r)
	if err != nil {
		return err
	}
	v := draftView{FormKey: key, Section: r.PostFormValue("section"), Body: r.PostFormValue("body")}
	err = p.Openings.Hint(r.Context(), page.Viewer(r), id, key, v.Section, v.Body)
	if errors.As(err, &v.Problems) {
		return p.showDraft(w, r, http.StatusUnprocessableEntity, v)
	}
	return p.thank(w, r, err, opening.Path(id), hintThanks)
}

// Words is the words of an opened draft, to be mended.
func (p Pages) Words(w http.ResponseWriter, r *http.Request) error {
	v, err := p.editable(r)
	if err != nil {
		return err
	}
	v.Words = v.Act.Wording()
	return page.Render(w, r, http.StatusOK, words(v))
}

// editable is the draft of the address, if its owner lets it be mended.
func (p Pages) editable(r *http.Request) (v draftView, err error) {
	id, err := page.ID[act.ID](r, "id")
	if err != nil {
		return v, err
	}
	if v.Draft, err = p.Openings.Look(r.Context(), page.Viewer(r), id); err == nil && !v.Opening.Edits {
		err = fault.Forbidden
	}
	return v, err
}

// Edit mends the words. What was typed is shown again when the draft has
// changed meanwhile, beside what it says by now.
func (p Pages) Edit(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[act.ID](r, "id")
	if err != nil {
		return err
	}
	version, err := page.Version(r)
	if err != nil {
		return err
	}
	var typed act.Wording
	for _, f := range act.WordingFields() {
		typed = typed.Set(f, page.Typed(r, f))
	}
	err = p.Openings.Edit(r.Context(), page.Viewer(r), id, version, typed)
	var problems validate.Problems
	stale := errors.Is(err, fault.Conflict)
	if !stale && !errors.As(err, &problems) {
		return p.thank(w, r, err, opening.Path(id), editThanks)
	}
	v, err := p.editable(r)
	if err != nil {
		return err
	}
	v.Words, v.Problems, v.Stale = typed, problems, stale
	if stale {
		return page.Render(w, r, http.StatusConflict, words(v))
	}
	return page.Render(w, r, http.StatusUnprocessableEntity, words(v))
}

// changes is what the form would change.
func (v draftView) changes() []act.Change { return v.Act.Wording().Changes(v.Words) }

func (v draftView) field(name string) ui.Field {
	f := ui.Field{Name: name, Label: ui.TextNames[name], Value: v.Words.Of(name), Rows: 8, Limit: limit.Text, Optional: true, Problems: v.Problems}
	switch name {
	case "title":
		f.Rows, f.Limit = 0, limit.Title
	case "lead":
		f.Rows, f.Limit = 3, limit.Lead
	}
	return f
}

func (v draftView) sections(ctx context.Context) []ui.Option {
	var all []ui.Option
	for _, f := range act.WordingFields() {
		all = append(all, ui.Option{Value: f, Label: ui.TextNames[f].In(ctx), Chosen: v.Section == f})
	}
	return all
}

// thank leads on with a word, unless the deed has failed.
func (p Pages) thank(w http.ResponseWriter, r *http.Request, err error, path string, word i18n.Text) error {
	if err != nil {
		return err
	}
	if err := p.Flash(w, r, word.In(r.Context())); err != nil {
		return err
	}
	return page.Redirect(w, r, path)
}
