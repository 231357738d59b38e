package layout

import (
	"context"
	"strings"

	"github.com/a-h/templ"

	"tekojentori.fi/tori/internal/i18n"
)

func windowTitle(ctx context.Context, h Head) string {
	name := siteName.In(ctx)
	if h.Title == "" || h.Title == name {
		return name
	}
	return h.Title + " – " + name
}

// pathOf is where the language links lead: the same page.
func pathOf(ctx context.Context) string {
	if p := FrameOf(ctx).Path; p != "" {
		return p
	}
	return "/"
}

func current(yes bool) templ.Attributes {
	if !yes {
		return nil
	}
	return templ.Attributes{"aria-current": "page"}
}

func upper(l i18n.Lang) string { return strings.ToUpper(string(l)) }
