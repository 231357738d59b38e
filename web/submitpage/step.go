package submitpage

import (
	"context"
	"fmt"
	"slices"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/ui"
)

// A step is one page of the guided form.
type step struct {
	slug   string
	label  i18n.Text
	fields []string // whose problems the step shows
}

// A way is the steps from the first word to sending, as the form asks that an
// act was begun with.
type way []step

var stepLabels = map[string]i18n.Text{
	firstStep: stepWorkplace, needStep: stepNeed, approachStep: stepApproach, resultStep: stepResults, contactStep: stepContacts, checkStep: stepCheck,
}

func wayOf(a act.Act) way {
	var w way
	for _, s := range a.Form().Steps {
		w = append(w, step{s.Slug, stepLabels[s.Slug], s.Names()})
	}
	return w
}

// pages is the steps and, beside the way, the clinic.
func (w way) pages() []step {
	return append(slices.Clone(w), step{clinicStep, clinicT, questionNames()})
}

// at is the place of a page by its address; -1 for none.
func (w way) at(slug string) int {
	return slices.IndexFunc(w.pages(), func(s step) bool { return s.slug == slug })
}

// asking is the step that asks for a field; "" for none.
func (w way) asking(field string) string {
	for _, s := range w {
		if slices.Contains(s.fields, field) {
			return s.slug
		}
	}
	return ""
}

func (v view) way() way { return wayOf(v.Act) }

func address(id act.ID, slug string) string {
	return fmt.Sprintf("/ilmoita-teko/%d/%s", int64(id), slug)
}

// trail is where the writer is. A step is done when nothing keeps it from
// being sent.
func trail(ctx context.Context, a act.Act, now int, problems validate.Problems) []ui.Step {
	var out []ui.Step
	for i, s := range wayOf(a) {
		u := ui.Step{Label: s.label.In(ctx), Current: i == now}
		if a.ID != 0 {
			u.URL = i18n.Path(ctx, address(a.ID, s.slug))
			u.Done = s.fields != nil && len(problems.Only(s.fields...)) == 0
		}
		out = append(out, u)
	}
	return out
}
