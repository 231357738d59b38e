package ui

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/a-h/templ"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/validate"
)

// Field is one control of a form with its label, hint and problem.
type Field struct {
	Name     string
	Label    i18n.Text
	Hint     i18n.Text // zero: none
	Value    string
	Type     string // of an input: text unless told
	Rows     int    // more than 0 makes a textarea
	Limit    int    // characters, counted as they are typed; 0: none told
	Optional bool
	Complete string   // autocomplete, as email
	Remarks  []string // what a moderator has said of it
	Problems validate.Problems
}

// Option is one choice of a Select, Radios or Checkboxes.
type Option struct {
	Value  string
	Label  string
	Hint   string
	Chosen bool
}

// Step is one page of a guided form.
type Step struct {
	Label   string
	URL     string // "": not to be gone to
	Done    bool
	Current bool
}

// attrs is what marks a control for assistive technology.
func (f Field) attrs() templ.Attributes {
	a := templ.Attributes{}
	var described []string
	if !f.Hint.IsZero() {
		described = append(described, f.Name+"-hint")
	}
	if f.Limit > 0 {
		described = append(described, f.Name+"-counter")
	}
	if len(f.Remarks) > 0 {
		described = append(described, f.Name+"-remarks")
	}
	if _, bad := f.Problems.For(f.Name); bad {
		a["aria-invalid"] = "true"
		described = append(described, f.Name+"-problem")
	}
	if len(described) > 0 {
		a["aria-describedby"] = strings.Join(described, " ")
	}
	if f.Complete != "" {
		a["autocomplete"] = f.Complete
	}
	return a
}

// groupAttrs is attrs for a group of controls, which cannot itself be invalid.
func (f Field) groupAttrs() templ.Attributes {
	f.Limit = 0
	a := f.attrs()
	delete(a, "aria-invalid")
	delete(a, "autocomplete")
	return a
}

func (f Field) kind() string {
	if f.Type == "" {
		return "text"
	}
	return f.Type
}

// ProblemLine is "Field: what to do.", or "Question? What to do."
func ProblemLine(ctx context.Context, p validate.Problem, labels map[string]i18n.Text) string {
	label, ok := labels[p.Field]
	if !ok {
		base, _, _ := strings.Cut(p.Field, "-")
		label, ok = labels[base]
	}
	if !ok {
		return Wording(ctx, p)
	}
	name, words := label.In(ctx), Wording(ctx, p)
	if strings.HasSuffix(name, "?") {
		return name + " " + words
	}
	first, n := utf8.DecodeRuneInString(words)
	return name + ": " + string(unicode.ToLower(first)) + words[n:]
}

func stepClass(s Step) string {
	switch {
	case s.Current:
		return "now"
	case s.Done:
		return "done"
	}
	return ""
}

// idOf is the id of a field that stands on a page more than once.
func (f Field) idOf(form string) string {
	if len(f.Problems) > 0 {
		return f.Name
	}
	return f.Name + "-" + form
}

// Current marks the link to the page that one is on.
func Current(yes bool) templ.Attributes {
	if !yes {
		return nil
	}
	return templ.Attributes{"aria-current": "page"}
}

// Checked is the Value of a Checkbox.
func Checked(yes bool) string {
	if yes {
		return "true"
	}
	return ""
}
