package submitpage

import (
	"context"
	"fmt"

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

// steps is the way from the first word to sending.
func steps() []step {
	return []step{
		{"tyopaikka", stepWorkplace, []string{"organization", "partners", "unit", "locality"}},
		{needStep, stepNeed, []string{"title", "lead", "need", "sectors", "themes", "language"}},
		{approachStep, stepApproach, []string{"approach", "stage", "started", "ended"}},
		{"tulokset", stepResults, []string{"results", "lessons", "tags"}},
		{contactStep, stepContacts, []string{"contact_name", "contact_title", "contact_email", "contact_phone", "contact_organization", "contact_consent", "contact_visible_to", "links", "files", "alt"}},
		{"tarkista", stepCheck, nil},
	}
}

// pages is the steps and, beside the way, the clinic.
func pages() []step {
	return append(steps(), step{clinicStep, clinicT, questionNames()})
}

// stepAt is the place of a page by its address; -1 for none.
func stepAt(slug string) int {
	for i, s := range pages() {
		if s.slug == slug {
			return i
		}
	}
	return -1
}

func address(id act.ID, slug string) string {
	return fmt.Sprintf("/ilmoita-teko/%d/%s", int64(id), slug)
}

// trail is where the writer is. A step is done when nothing keeps it from
// being sent.
func trail(ctx context.Context, id act.ID, now int, problems validate.Problems) []ui.Step {
	var out []ui.Step
	for i, s := range steps() {
		u := ui.Step{Label: s.label.In(ctx), Current: i == now}
		if id != 0 {
			u.URL = i18n.Path(ctx, address(id, s.slug))
			u.Done = s.fields != nil && len(problems.Only(s.fields...)) == 0
		}
		out = append(out, u)
	}
	return out
}
