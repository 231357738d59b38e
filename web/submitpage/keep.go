package submitpage

import (
	"errors"
	"fmt"
	"net/http"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
)

// Save keeps a step, whatever is missing, and goes on if nothing is.
func (p Pages) Save(w http.ResponseWriter, r *http.Request) error {
	return p.save(w, r, r.PathValue("step"))
}

// opened is the step of the address and its act, for the version that the
// form was made for.
func (p Pages) opened(r *http.Request, slug string) (a act.Act, at, version int, err error) {
	if a, err = p.mine(r); err != nil {
		return a, 0, 0, err
	}
	if at = wayOf(a).at(slug); at < 0 || wayOf(a).pages()[at].fields == nil || slug == clinicStep && a.Updating {
		return a, 0, 0, fmt.Errorf("step %q: %w", slug, fault.NotFound)
	}
	version, err = page.Version(r)
	return a, at, version, err
}

func (p Pages) save(w http.ResponseWriter, r *http.Request, slug string) error {
	a, at, version, err := p.opened(r, slug)
	if err != nil {
		return err
	}
	refused, err := p.keepFiles(r, a)
	if err != nil {
		return err
	}
	v := view{Act: a, Step: at, Pages: p}
	if err := p.read(r, v.current(), &v.Act.Content); err != nil {
		return p.again(w, r, v, err)
	}
	typed := chosen(r, v.current(), v.Act.Content, a.Content)
	v.Act, err = p.keep(r, a, v.current(), version, typed)
	if errors.Is(err, fault.Conflict) && a.CanEdit(page.Viewer(r)) {
		return p.compare(w, r, v.Act, typed, at)
	}
	if err != nil {
		v.Act.Content = typed
		return errors.Join(p.filesOf(r, &v), p.again(w, r, v, err))
	}
	return p.kept(w, r, v, refused)
}

// kept shows what is wrong with a step that is stored, or goes on.
func (p Pages) kept(w http.ResponseWriter, r *http.Request, v view, refused validate.Problems) error {
	if err := p.filesOf(r, &v); err != nil {
		return err
	}
	v.Problems = refused
	if r.PostFormValue("action") == "next" {
		v.Problems = append(v.Problems, v.All.Only(v.current().fields...)...)
	}
	if len(v.Problems) > 0 {
		if err := p.findAlike(r.Context(), &v); err != nil {
			return err
		}
		return p.show(w, r, http.StatusUnprocessableEntity, v)
	}
	return p.onward(w, r, v.Act, v.Step)
}

// keep stores what a step says. What others have changed elsewhere in the act
// meanwhile stays; when they have changed the step itself, that is a
// fault.Conflict, and the act is as they left it.
func (p Pages) keep(r *http.Request, a act.Act, s step, version int, typed act.Content) (act.Act, error) {
	for range 3 {
		content := a.Content
		for _, part := range parts(s) {
			part.take(&content, typed)
		}
		if len(differing(s, a.Content, typed)) == 0 && a.CanEdit(page.Viewer(r)) {
			return a, nil // as it stands
		}
		if version != a.Version && r.PostFormValue("base") == digest(s, a.Content) {
			version = a.Version
		}
		saved, err := p.Acts.Edit(r.Context(), page.Viewer(r), a.ID, version, content)
		if !errors.Is(err, fault.Conflict) {
			if err != nil {
				saved = a
			}
			return saved, err
		}
		now, found := p.mine(r)
		if found != nil || now.Version == a.Version {
			return a, errors.Join(err, found)
		}
		a = now
	}
	return a, fmt.Errorf("keep %v: %w", a.ID, fault.Conflict)
}

// begun is a draft that its first form has begun, with what the form says
// now: an answer may have been lost on the way, and more been typed since.
func (p Pages) begun(r *http.Request, a act.Act, typed act.Content) (act.Act, error) {
	first := wayOf(a)[0]
	if len(differing(first, a.Content, typed)) == 0 {
		return a, nil
	}
	if !a.JustBegun() {
		return a, fmt.Errorf("begin %v, which has been written on since: %w", a.ID, fault.Conflict)
	}
	for _, part := range parts(first) {
		part.take(&a.Content, typed)
	}
	return p.Acts.Edit(r.Context(), page.Viewer(r), a.ID, a.Version, a.Content)
}
