package act

import (
	"slices"

	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/validate"
)

// A FormVersion names the form as it was at a time. A draft stays with the one
// that it was begun with, so that no question moves under its writer.
type FormVersion int

// A Form is what the writer of an act is asked, step by step.
type Form struct {
	Version FormVersion
	Steps   []FormStep
}

// A FormStep is one page of a form, by its address.
type FormStep struct {
	Slug   string
	Fields []FormField
}

// A FormField is one question.
type FormField struct {
	Name               string
	Required           bool
	Max                int // characters, of a list its items; 0: told by what it is
	MinWords, MaxWords int
}

// firstForm is what was asked until November 2026.
const firstForm FormVersion = 1

// Forms is every version, the oldest first. A version that drafts may have been
// begun with never changes: what is to be asked otherwise is another one.
func Forms() []Form {
	first := Form{firstForm, []FormStep{
		{"tyopaikka", []FormField{{Name: "organization", Required: true}, {Name: "partners", Max: limit.Partners}, {Name: "unit", Max: limit.Short}, {Name: "locality", Max: limit.Short}}},
		{"tarve", []FormField{
			{Name: "title", Required: true, Max: limit.Title, MinWords: limit.MinTitleWords, MaxWords: limit.MaxTitleWords},
			{Name: "lead", Max: limit.Lead},
			{Name: "need", Required: true, Max: limit.Text},
			{Name: "sectors", Required: true, Max: limit.Sectors},
			{Name: "themes", Required: true, Max: limit.Themes},
			{Name: "language"},
		}},
		{"ratkaisu", []FormField{{Name: "approach", Required: true, Max: limit.Text}, {Name: "stage", Required: true}, {Name: "started"}, {Name: "ended"}}},
		{"tulokset", []FormField{{Name: "results", Required: true, Max: limit.Text}, {Name: "lessons", Max: limit.Text}, {Name: "tags", Max: limit.Tags}}},
		{"yhteystiedot", []FormField{
			{Name: "contact_name", Required: true, Max: limit.Short},
			{Name: "contact_title", Max: limit.Short},
			{Name: "contact_email"},
			{Name: "contact_phone", Max: limit.Short},
			{Name: "contact_organization", Max: limit.Short},
			{Name: "contact_consent"},
			{Name: "contact_visible_to"},
			{Name: "links", Max: limit.Links},
			{Name: "files"},
			{Name: "alt"},
		}},
		{"tarkista", nil},
	}}
	// A summary is easiest once the rest is told.
	return []Form{first, first.moved("lead", "tulokset", "lessons").as(2)}
}

// CurrentForm is what those are asked who begin now.
func CurrentForm() Form { return Forms()[len(Forms())-1] }

// FormOf is a version; the newest one for what nobody has begun yet.
func FormOf(v FormVersion) Form {
	for _, f := range Forms() {
		if f.Version == v {
			return f
		}
	}
	return CurrentForm()
}

// Form is what the writer of a is asked.
func (a Act) Form() Form { return FormOf(a.FormVersion) }

// Check is nil, or the validate.Problems that keep a from being submitted by
// the form that it was begun with.
func (a Act) Check() error { return a.Form().Check(a.Content) }

// Step is the page at an address; false for none.
func (f Form) Step(slug string) (FormStep, bool) {
	for _, s := range f.Steps {
		if s.Slug == slug {
			return s, true
		}
	}
	return FormStep{}, false
}

// Names is the fields of a step.
func (s FormStep) Names() []string {
	var names []string
	for _, q := range s.Fields {
		names = append(names, q.Name)
	}
	return names
}

// Field is a question; false where it is not asked.
func (f Form) Field(name string) (FormField, bool) {
	for _, s := range f.Steps {
		for _, q := range s.Fields {
			if q.Name == name {
				return q, true
			}
		}
	}
	return FormField{}, false
}

func (f Form) as(v FormVersion) Form {
	f.Version = v
	return f
}

// moved is the form with a question after another one, on its step.
func (f Form) moved(name, slug, after string) Form {
	q, _ := f.Field(name)
	steps := slices.Clone(f.Steps)
	for i, s := range steps {
		fields := slices.DeleteFunc(slices.Clone(s.Fields), func(other FormField) bool { return other.Name == name })
		if s.Slug == slug {
			at := slices.IndexFunc(fields, func(other FormField) bool { return other.Name == after })
			fields = slices.Insert(fields, at+1, q)
		}
		steps[i].Fields = fields
	}
	f.Steps = steps
	return f
}

// text checks a text by what the form asks of it.
func (f Form) text(p *validate.Problems, name, value string) {
	f.textAs(p, name, name, value)
}

// textAs is text where a field stands several times, under names of its own.
func (f Form) textAs(p *validate.Problems, question, name, value string) {
	q, asked := f.Field(question)
	switch {
	case asked && q.Required:
		p.Text(name, value, q.Max)
	case asked:
		p.Length(name, value, q.Max)
	}
	if q.MaxWords > 0 {
		p.Words(name, value, q.MinWords, q.MaxWords)
	}
}

// list checks how many items there are.
func (f Form) list(p *validate.Problems, name string, n int) {
	q, asked := f.Field(name)
	switch {
	case asked && q.Required && n == 0:
		p.Add(name, validate.Required, 0)
	case asked && n > q.Max:
		p.Add(name, validate.TooMany, q.Max)
	}
}

// required checks that there is something.
func (f Form) required(p *validate.Problems, name string, there bool) {
	if q, _ := f.Field(name); q.Required && !there {
		p.Add(name, validate.Required, 0)
	}
}
