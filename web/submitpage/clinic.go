package submitpage

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
)

// The clinic is for those who do not know where to begin: six questions, and a
// text made of the answers. It is a page of the form beside its steps, kept and
// compared as they are.
const (
	clinicStep = "klinikka"
	composing  = "/teksti" // after it: what the answers make
)

// takeBoth keeps the text of the form and puts the new one after it.
const takeBoth = "both"

// questionNames is the fields of the clinic.
func questionNames() []string {
	var names []string
	for _, q := range act.Questions() {
		names = append(names, string(q))
	}
	return names
}

func answerParts() []part {
	var all []part
	for _, q := range act.Questions() {
		all = append(all, part{
			string(q), labels[string(q)],
			func(_ context.Context, v view) string { return v.Act.Answers.Of(q) }, inWords,
			func(to *act.Content, from act.Content) { to.Answers = to.Answers.Set(q, from.Answers.Of(q)) },
		})
	}
	return all
}

// offersClinic reports whether the step asks for texts that the clinic makes,
// or comes before them.
func (v view) offersClinic() bool {
	return !v.Act.Updating && v.current().slug != contactStep
}

// A draftText is what the answers make for a field of the form.
type draftText struct {
	field     string
	Old, Made string
}

func (t draftText) label() i18n.Text { return labels[t.field] }

// joins reports whether both texts fit into the field, one after the other.
func (t draftText) joins() bool { return t.field != "lead" }

// chosen is the text that the writer has chosen. What stands in the form stays,
// unless it is said otherwise.
func (t draftText) chosen(choice string) string {
	switch {
	case t.Old == "" || choice == takeTyped:
		return t.Made
	case choice == takeBoth && t.joins():
		return t.Old + "\n\n" + t.Made
	}
	return t.Old
}

// composedView is the texts before they are taken into the form.
type composedView struct {
	Act      act.Act
	Texts    []draftText // that are not in the form yet
	Answered bool
	Changed  bool // since the page was opened
	Problems validate.Problems
}

func compose(a act.Act) composedView {
	v := composedView{Act: a, Answered: a.Answers != act.Answers{}}
	made, now := a.Answers.Compose(a.Language), a.Wording()
	for _, field := range act.WordingFields() {
		t := draftText{field, strings.TrimSpace(strings.ReplaceAll(now.Of(field), "\r", "")), made.Of(field)}
		if t.Made != "" && !strings.Contains(t.Old, t.Made) {
			v.Texts = append(v.Texts, t)
		}
	}
	return v
}

// replaces reports whether any of the texts could take the place of another.
func (v composedView) replaces() bool {
	return slices.ContainsFunc(v.Texts, func(t draftText) bool { return t.Old != "" })
}

// answered is the act of the address, if its text is to be written now.
func (p Pages) answered(r *http.Request) (act.Act, error) {
	a, err := p.mine(r)
	if err == nil && a.Updating {
		err = fmt.Errorf("the clinic of an update of %v: %w", a.ID, fault.NotFound)
	}
	return a, err
}

// Composed shows what the answers make, beside what stands in the form.
func (p Pages) Composed(w http.ResponseWriter, r *http.Request) error {
	a, err := p.answered(r)
	if err != nil {
		return err
	}
	if !a.CanEdit(page.Viewer(r)) { // sent already
		return page.Redirect(w, r, "/omat-teot")
	}
	return page.Render(w, r, http.StatusOK, composed(compose(a)))
}

// TakeComposed puts the texts into the form. Nothing that stands there is
// replaced unless the writer has chosen so.
func (p Pages) TakeComposed(w http.ResponseWriter, r *http.Request) error {
	a, err := p.answered(r)
	if err != nil {
		return err
	}
	version, err := page.Version(r)
	if err != nil {
		return err
	}
	v := compose(a)
	if len(v.Texts) == 0 && a.CanEdit(page.Viewer(r)) { // by the press before this one
		return page.Redirect(w, r, address(a.ID, firstOpen(a)))
	}
	words := a.Wording()
	for _, t := range v.Texts {
		words = words.Set(t.field, t.chosen(r.PostFormValue(choiceField+t.field)))
	}
	saved, err := p.Acts.Edit(r.Context(), page.Viewer(r), a.ID, version, words.In(a.Content))
	if errors.Is(err, fault.Conflict) && a.CanEdit(page.Viewer(r)) {
		v.Changed = true
		return page.Render(w, r, http.StatusConflict, composed(v))
	}
	if v.Problems = wrong(err); v.Problems != nil {
		return page.Render(w, r, http.StatusUnprocessableEntity, composed(v))
	}
	if err != nil {
		return err
	}
	return page.Redirect(w, r, address(saved.ID, firstOpen(saved)))
}
