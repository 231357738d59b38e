package adminpage

import (
	"context"
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/web/ui"
)

// at is the address of the log with other choices than those that were made:
// pairs of a name and a value.
func (v logView) at(ctx context.Context, pairs ...string) string {
	values := url.Values{}
	for _, name := range logParams {
		values.Set(name, v.Typed.Get(name))
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		values.Set(pairs[i], pairs[i+1])
	}
	for name := range values {
		if values.Get(name) == "" {
			values.Del(name)
		}
	}
	if len(values) == 0 {
		return i18n.Path(ctx, logPath)
	}
	return i18n.Path(ctx, logPath+"?"+values.Encode())
}

// choices fills in what can be chosen, in the order of the names.
func (v *logView) choices(ctx context.Context) {
	v.Deeds = named(ctx, deedNames, anyDeed, v.Typed.Get(deedParam))
	v.Kinds = named(ctx, kindNames, anyKind, v.Typed.Get(kindParam))
}

func named(ctx context.Context, names map[string]i18n.Text, all i18n.Text, chosen string) []ui.Option {
	var some []ui.Option
	for value, name := range names {
		some = append(some, ui.Option{Value: value, Label: name.In(ctx), Chosen: value == chosen})
	}
	i18n.Sort(ctx, some, func(o ui.Option) string { return o.Label + o.Value })
	return append([]ui.Option{{Label: all.In(ctx), Chosen: chosen == ""}}, some...)
}

// who is the name of whoever did it, and what to ask for to see all they did.
func (v logView) who(ctx context.Context, e audit.Entry) (name, ask string) {
	a, known := v.People[e.AccountID]
	ask = fmt.Sprintf("#%d", int64(e.AccountID))
	switch {
	case e.AccountID == 0:
		return portalT.In(ctx), thePortal
	case !known || strings.HasSuffix(a.Email, "@"+mail.Nowhere):
		return goneT.In(ctx, ask), ask
	}
	return a.CallName(), ask
}

// deedName is a deed in words, and what it says besides; a deed that has no
// words yet is told as it stands.
func deedName(ctx context.Context, action string) (name, rest string, known bool) {
	for head := action; head != ""; {
		if text, ok := deedNames[head]; ok {
			return text.In(ctx), strings.TrimSpace(action[len(head):]), true
		}
		head = head[:max(strings.LastIndexByte(head, ' '), 0)]
	}
	return action, "", false
}

func objectName(ctx context.Context, e audit.Entry) string {
	kind, object := e.Kind()
	if text, ok := kindNames[kind]; ok {
		return text.In(ctx) + " " + object
	}
	return e.Subject
}

// detail is what the log says besides, in words as far as it has them.
func detail(ctx context.Context, e audit.Entry) string {
	for _, names := range []map[string]i18n.Text{detailNames, ui.TextNames} {
		if text, ok := names[e.Detail]; ok {
			return text.In(ctx)
		}
	}
	kind, object, _ := strings.Cut(e.Detail, " ")
	if text, ok := kindNames[kind]; ok {
		if _, err := strconv.Atoi(object); err == nil {
			return text.In(ctx) + " " + object
		}
	}
	return e.Detail
}

// said is what stands in English in the log.
func said(deed, rest string, known bool) string {
	if known {
		return rest
	}
	return deed
}

func number(n int64) string { return strconv.FormatInt(n, 10) }
