package submitpage

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/layout"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/ui"
)

// autosave is the last part of the address that a script keeps a step at.
const autosave = "/tallennus"

// receipt is what a script learns of a text that it has sent.
type receipt struct {
	ui.Receipt
	Path  string `json:"path,omitempty"` // of a draft that has just begun
	Keep  string `json:"keep,omitempty"`
	Alike []twin `json:"alike,omitzero"` // nil: nothing new to tell
}

// Autosave keeps a step while it is being written. It makes no organisation of
// half a name.
func (p Pages) Autosave(w http.ResponseWriter, r *http.Request) error {
	a, at, version, err := p.opened(r, r.PathValue("step"))
	if err != nil {
		return err
	}
	slug, whole := wayOf(a).pages()[at].slug, p.namesKnown(r, a.Content)
	if slug == contactStep {
		if err := p.Attachments.Describe(r.Context(), page.Viewer(r), a.ID, alts(r)); err != nil {
			return refuse(w, r, err)
		}
	}
	typed := a.Content
	if err := p.read(r, wayOf(a).pages()[at], &typed); err != nil {
		return refuse(w, r, err)
	}
	before := a
	if a, err = p.keep(r, a, wayOf(a).pages()[at], version, typed); err != nil {
		return refuse(w, r, err)
	}
	v := view{Act: a, Step: at, Pages: p}
	if slug == needStep && (a.Title != before.Title || a.Need != before.Need) {
		if err := p.findAlike(r.Context(), &v); err != nil {
			return err
		}
	}
	return ui.Answer(w, http.StatusOK, p.receipt(r.Context(), v, whole))
}

// BeginAutosave begins a draft while its first step is being written.
func (p Pages) BeginAutosave(w http.ResponseWriter, r *http.Request) error {
	key, err := page.Key(r)
	if err != nil {
		return err
	}
	v := view{Pages: p}
	v.Act.Language = string(i18n.From(r.Context()))
	whole := p.namesKnown(r, v.Act.Content)
	if err := p.read(r, v.current(), &v.Act.Content); err != nil {
		return refuse(w, r, err)
	}
	a, err := p.Acts.Begin(r.Context(), page.Viewer(r), key, v.Act.Content)
	if err == nil {
		a, err = p.begun(r, a, v.Act.Content)
	}
	if err != nil {
		return refuse(w, r, err)
	}
	v.Act = a
	told := p.receipt(r.Context(), v, whole)
	told.Path, told.Keep = i18n.Path(r.Context(), v.path()), v.copyName(r.Context())
	return ui.Answer(w, http.StatusOK, told)
}

// namesKnown takes from a form the names of organisations that nobody has yet:
// they may be half typed. It reports whether there were none.
func (p Pages) namesKnown(r *http.Request, stored act.Content) bool {
	dir, whole := p.Organizations.Directory(), true
	if !dir.Knows(r.PostFormValue("organization")) {
		whole = false
		r.PostForm.Set("organization", dir.Name(r.Context(), stored.OrganizationID))
	}
	var known []string
	for _, name := range lines(r.PostFormValue("partners")) {
		if dir.Knows(name) {
			known = append(known, name)
		} else {
			whole = false
		}
	}
	r.PostForm.Set("partners", strings.Join(known, "\n"))
	return whole
}

func (p Pages) receipt(ctx context.Context, v view, whole bool) receipt {
	words := ui.Saved(ctx, p.Now(), p.Now())
	if !whole {
		words = savedLess.In(ctx, i18n.Clock(ctx, p.Now()))
	}
	return receipt{Receipt: ui.Receipt{Words: words, Version: v.Act.Version, Base: v.base(), Whole: whole}, Alike: v.Alike}
}

// refuse tells a script why a text is not stored, if it is anything that the
// writer can help.
func refuse(w http.ResponseWriter, r *http.Request, err error) error {
	ctx := r.Context()
	var problems validate.Problems
	switch {
	case errors.Is(err, fault.Conflict):
		return ui.Answer(w, http.StatusConflict, ui.Receipt{Words: saveClash.In(ctx)})
	case errors.As(err, &problems):
		return ui.Answer(w, http.StatusUnprocessableEntity, ui.Receipt{Words: saveBad.In(ctx, ui.ProblemLine(ctx, problems[0], labels))})
	}
	return err
}

// path is the address of the step.
func (v view) path() string {
	if v.Act.ID == 0 {
		return "/ilmoita-teko"
	}
	return address(v.Act.ID, v.current().slug)
}

func (v view) base() string { return digest(v.current(), v.Act.Content) }

// copyName is what a browser calls the text that it keeps until it is sent. It
// belongs to one person: computers are shared.
func (v view) copyName(ctx context.Context) string {
	return fmt.Sprintf("%d/%d/%s", int64(layout.FrameOf(ctx).Viewer.ID), int64(v.Act.ID), v.current().slug)
}

// stored is when the text was stored last.
func (v view) stored(ctx context.Context) string {
	if v.Act.ID == 0 {
		return ""
	}
	return ui.Saved(ctx, v.Act.UpdatedAt, v.Pages.Now())
}
