package submitpage

import (
	"context"
	"net/http"
	"slices"
	"strings"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/opening"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/moderation"
	"tekojentori.fi/tori/web/page"
)

// show is a step, with what a moderator has said of it when the act has been
// returned.
func (p Pages) show(w http.ResponseWriter, r *http.Request, status int, v view) error {
	if v.Act.ID != 0 && v.Act.Status == act.ChangesRequested {
		if err := p.returned(r, &v); err != nil {
			return err
		}
	}
	if err := p.helped(r, &v); err != nil {
		return err
	}
	if v.current().slug == clinicStep {
		return page.Render(w, r, status, clinic(v))
	}
	return page.Render(w, r, status, form(v))
}

// helped adds what the coordinators have said to whom the act has been opened.
func (p Pages) helped(r *http.Request, v *view) (err error) {
	if v.Act.ID == 0 || v.Act.Updating {
		return nil
	}
	if v.Hints, err = p.Openings.Hints(r.Context(), v.Act.ID); err != nil || v.current().fields != nil {
		return err
	}
	open, err := p.Openings.ByAct(r.Context(), []act.Act{v.Act})
	_, v.Opened = open[v.Act.ID]
	return err
}

// hintsHere is what coordinators have said of the fields of the step.
func (v view) hintsHere() []opening.Hint {
	var here []opening.Hint
	for _, h := range v.Hints {
		if slices.Contains(v.current().fields, h.Section) {
			here = append(here, h)
		}
	}
	return here
}

func (p Pages) returned(r *http.Request, v *view) error {
	life, err := p.Acts.Life(r.Context(), v.Act.ID)
	if err != nil {
		return err
	}
	for _, step := range life { // the last one stays
		if step.ToStatus == act.ChangesRequested && step.OfUpdate == v.Act.Updating {
			v.Reason = step.Reason
		}
	}
	v.Comments, err = p.Moderation.Comments(r.Context(), page.Viewer(r), v.Act)
	return err
}

// remarks is what has been said of a field.
func (v view) remarks(field moderation.Section) []string {
	var said []string
	for _, c := range v.Comments {
		if c.Section == field {
			said = append(said, c.Body)
		}
	}
	return said
}

// remarksOf is what has been said of the fields of a step, each with the name
// of its field.
func (v view) remarksOf(ctx context.Context, s step) []string {
	var said []string
	for _, field := range s.fields {
		for _, words := range v.remarks(moderation.Section(field)) {
			said = append(said, labels[field].In(ctx)+" – "+words)
		}
	}
	return said
}

// remarkedSteps is the steps that something has been said of.
func (v view) remarkedSteps(ctx context.Context) string {
	var names []string
	for _, s := range v.way() {
		if len(v.remarksOf(ctx, s)) > 0 {
			names = append(names, s.label.In(ctx))
		}
	}
	return strings.Join(names, ", ") + "."
}

// returned is an act of one's own, or its update, with what it was returned
// with.
func (o own) returned(a act.Act) view {
	v := view{Act: a}
	if a.Status == act.ChangesRequested {
		v.Comments = o.Comments[a.ID]
	}
	return v
}

// goOnAt is the step to go on at: the first that something has been said of,
// else one that lacks something.
func (v view) goOnAt() string {
	for _, s := range v.way() {
		if slices.ContainsFunc(s.fields, func(field string) bool { return len(v.remarks(moderation.Section(field))) > 0 }) {
			return s.slug
		}
	}
	if v.Act.Updating {
		return "tarve"
	}
	return firstOpen(v.Act)
}

var remarksIn = i18n.P(
	i18n.T("%d huomautus:", "%d kommentar:", "%d comment:"),
	i18n.T("%d huomautusta:", "%d kommentarer:", "%d comments:"))

// outAt is when an approved act comes out.
var outAt = i18n.T("Teko julkaistaan %s.", "Gärningen publiceras %s.", "The act comes out %s.")
