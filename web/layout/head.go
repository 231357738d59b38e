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

// kind is what a shared link leads to.
func (h Head) kind() string {
	if h.Path == "/" {
		return "website"
	}
	return "article"
}

// safeJSON is JSON that cannot end the script element that it stands in.
func safeJSON(s string) string { return strings.ReplaceAll(s, "<", `\u003c`) }

func upper(l i18n.Lang) string { return strings.ToUpper(string(l)) }
