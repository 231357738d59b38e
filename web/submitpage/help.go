package submitpage

import (
	"context"
	"strings"

	"tekojentori.fi/tori/internal/act"
)

// action is where the step is posted.
func (v view) action() string {
	if v.Act.ID == 0 {
		return "/ilmoita-teko"
	}
	if v.takesFiles() {
		return address(v.Act.ID, filesStep)
	}
	return address(v.Act.ID, v.current().slug)
}

// suggestions is the names of the organisations of today.
func (v view) suggestions(ctx context.Context) []string {
	var names []string
	for _, o := range v.Pages.Organizations.Directory().Active() {
		names = append(names, o.Name.In(ctx))
	}
	return names
}

// firstOpen is the first step that lacks something, else the last one.
func firstOpen(a act.Act) string {
	problems := wrong(a.Content.Check())
	for _, s := range steps() {
		if len(problems.Only(s.fields...)) > 0 {
			return s.slug
		}
	}
	return "tarkista"
}

func joined(tags []string) string { return strings.Join(tags, ", ") }

func byLine(links []string) string { return strings.Join(links, "\n") }
