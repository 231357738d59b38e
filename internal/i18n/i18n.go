// Package i18n holds texts in every language of the portal. A text is a Go
// value, so a missing key or a missing language does not compile.
package i18n

import (
	"context"
	"fmt"
	"strings"

	"golang.org/x/text/language"
)

// A Lang is a language of the portal, as in <html lang>.
type Lang string

// The languages, the first one first.
const (
	FI Lang = "fi"
	SV Lang = "sv"
	EN Lang = "en"
)

// Langs is every language in the order that the pages show them.
func Langs() []Lang { return []Lang{FI, SV, EN} }

// Known reports whether l is a language of the portal.
func (l Lang) Known() bool { return l == FI || l == SV || l == EN }

// Name is the language in its own words.
func (l Lang) Name() string {
	switch l {
	case SV:
		return "Svenska"
	case EN:
		return "English"
	case FI:
	}
	return "Suomi"
}

var finlandSwedish = language.MustParse("sv-FI")

func (l Lang) tag() language.Tag {
	switch l {
	case SV:
		return finlandSwedish
	case EN:
		return language.BritishEnglish
	case FI:
	}
	return language.Finnish
}

// A Text is one text in every language.
type Text struct{ fi, sv, en string }

// T makes a text of ours. It panics on an empty one, so that no test run and
// no start of the program gets past a missing translation.
func T(fi, sv, en string) Text {
	if fi == "" || sv == "" || en == "" {
		panic(fmt.Sprintf("i18n: empty text: %q, %q, %q", fi, sv, en))
	}
	return Text{fi, sv, en}
}

// Name makes a text of a name that is stored: where a language is empty the
// Finnish one stands in.
func Name(fi, sv, en string) Text {
	if sv == "" {
		sv = fi
	}
	if en == "" {
		en = fi
	}
	return Text{fi, sv, en}
}

// Typed makes a text of what somebody has typed, empty languages and all.
func Typed(fi, sv, en string) Text { return Text{fi, sv, en} }

// In is the text in the language of ctx, formatted with args if there are
// any. Numbers in args get the separators of the language; a year goes in as
// a string.
func (t Text) In(ctx context.Context, args ...any) string {
	l := From(ctx)
	s := t.To(l)
	if len(args) == 0 {
		return s
	}
	return l.sprintf(s, args...)
}

// To is the text in a language.
func (t Text) To(l Lang) string {
	switch l {
	case SV:
		return t.sv
	case EN:
		return t.en
	case FI:
	}
	return t.fi
}

// IsZero reports whether t is no text.
func (t Text) IsZero() bool { return t == Text{} }

// A Plural is a text that counts: one of a thing, or any other number of it.
// Finnish, Swedish and English all have these two forms.
type Plural struct{ one, other Text }

// P makes a Plural. Both texts have one %d and no other sign of formats: it
// panics at the start of the program when they do not.
func P(one, other Text) Plural {
	for _, t := range []Text{one, other} {
		for _, s := range []string{t.fi, t.sv, t.en} {
			if strings.Count(s, "%") != 1 || !strings.Contains(s, "%d") {
				panic(fmt.Sprintf("i18n: counts nothing: %q", s))
			}
		}
	}
	return Plural{one, other}
}

// In is the text for n things, in the language of ctx.
func (p Plural) In(ctx context.Context, n int) string {
	t := p.other
	if n == 1 {
		t = p.one
	}
	return strings.Replace(t.In(ctx), "%d", Number(ctx, n), 1)
}

type key struct{}

// With is ctx with a language.
func With(ctx context.Context, l Lang) context.Context { return context.WithValue(ctx, key{}, l) }

// From is the language of ctx: Finnish unless set.
func From(ctx context.Context) Lang {
	if l, ok := ctx.Value(key{}).(Lang); ok {
		return l
	}
	return FI
}

// Path is an address of the portal in the language of ctx: Swedish under
// /sv, English under /en.
func Path(ctx context.Context, path string) string { return PathIn(From(ctx), path) }

// PathIn is an address of the portal in a language.
func PathIn(l Lang, path string) string {
	if l == FI {
		return path
	}
	if path == "/" {
		return "/" + string(l)
	}
	return "/" + string(l) + path
}

// SplitPath is the language that an address is in, and the address without it.
func SplitPath(path string) (Lang, string) {
	for _, l := range []Lang{SV, EN} {
		rest, ok := strings.CutPrefix(path, "/"+string(l))
		if ok && rest == "" {
			return l, "/"
		}
		if ok && rest[0] == '/' {
			return l, rest
		}
	}
	return FI, path
}
