// Package ui is the design system: the components every page is made of. It
// knows texts and problems, never a feature. A component gets finished values
// and draws them.
//
// What is only a class and no more has no component; see web/assets/src/css:
// wrap, page, section, sheet, awning, stack, row, buttons, prose, facts,
// files, contact, meta, callout, empty, tabs, log, review.
package ui

import (
	"context"

	"github.com/a-h/templ"

	"tekojentori.fi/tori/internal/i18n"
)

// Stat is a big number.
type Stat struct {
	Count int
	Label i18n.Text
	URL   string
}

// Crumb is a page above this one.
type Crumb struct{ Label, URL string }

// Chip is a choice that is made, with the address without it. Its label may be
// in another language than the page.
type Chip struct{ Label, URL, Lang string }

// isCurrent marks what the reader is at, for assistive technology.
func isCurrent(yes bool, kind string) templ.Attributes {
	if !yes {
		return nil
	}
	return templ.Attributes{"aria-current": kind}
}

// langOf marks a text in another language than the page.
func langOf(page i18n.Lang, lang string) templ.Attributes {
	if lang == "" || lang == string(page) {
		return nil
	}
	return templ.Attributes{"lang": lang}
}

// LangOf marks a text in another language than the page.
func LangOf(ctx context.Context, lang string) templ.Attributes { return langOf(i18n.From(ctx), lang) }

// pageNumbers is the pages that a Pager names: the first, the last and those
// around the reader's own; 0 stands for a gap.
func pageNumbers(page, last int) []int {
	var out []int
	for n := 1; n <= last; n++ {
		switch {
		case n == 1, n == last, page-1 <= n && n <= page+1, n == 2 && page == 4, n == last-1 && page == last-3:
			out = append(out, n)
		case out[len(out)-1] != 0:
			out = append(out, 0)
		}
	}
	return out
}

// ColorOfStatus is the colour of a tag that says where a publication is. The
// word says the same.
func ColorOfStatus(status string) string {
	switch status {
	case "changes_requested":
		return "aurinko"
	case "approved", "published":
		return "kuusi"
	case "hidden", "rejected":
		return "puolukka"
	case "submitted", "in_review":
		return "jarvi"
	}
	return "neutral"
}

// colored is the data-color of an element that has a colour of its own.
func colored(color string) templ.Attributes {
	if color == "" {
		return nil
	}
	return templ.Attributes{"data-color": color}
}
