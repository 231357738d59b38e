package ui

import (
	"context"
	"strings"

	"github.com/a-h/templ"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/validate"
)

// summaryLine is "Field: what to do".
func summaryLine(ctx context.Context, p validate.Problem, labels map[string]i18n.Text) string {
	label, ok := labels[p.Field]
	if !ok {
		base, _, _ := strings.Cut(p.Field, "-")
		label, ok = labels[base]
	}
	if !ok {
		return Wording(ctx, p)
	}
	return label.In(ctx) + ": " + Wording(ctx, p)
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

func stepCurrent(s Step) templ.Attributes {
	if s.Current {
		return templ.Attributes{"aria-current": "step"}
	}
	return nil
}
