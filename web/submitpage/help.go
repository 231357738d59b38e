package submitpage

import (
	"context"
	"strings"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
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
	problems := wrong(a.Check())
	for _, s := range wayOf(a) {
		if len(problems.Only(s.fields...)) > 0 {
			return s.slug
		}
	}
	return checkStep
}

// limit is how many characters the form takes for a text.
func (v view) limit(name string) int {
	q, _ := v.Act.Form().Field(name)
	return q.Max
}

// optional reports whether the form can do without an answer.
func (v view) optional(name string) bool {
	q, _ := v.Act.Form().Field(name)
	return !q.Required
}

// leadHint tells of the summary before or after the rest is told.
func (v view) leadHint() i18n.Text {
	if v.way().asking("lead") == needStep {
		return leadH
	}
	return leadLastH
}

func joined(tags []string) string { return strings.Join(tags, ", ") }

func byLine(links []string) string { return strings.Join(links, "\n") }
