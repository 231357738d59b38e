package e2e

import (
	"context"
	"fmt"
	"strings"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// selector finds a field by its name, or by its #id where two have one name.
func selector(field string) string {
	if strings.HasPrefix(field, "#") {
		return field
	}
	return fmt.Sprintf("[name=%q]:not([type=hidden])", field)
}

// fill types into a field, in place of what is there.
func (b *tab) fill(name, text string) {
	b.t.Helper()
	b.need(name)
	script := fmt.Sprintf(`(() => { const f = document.querySelector(%q); f.scrollIntoView({block: 'center'}); f.focus(); f.select(); })()`, selector(name))
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	if err := chromedp.Do(ctx, chromedp.Evaluate[chromedp.Void](script)); err != nil {
		b.t.Fatalf("%s: field %s: %v", b.address(), name, err)
	}
	if text == "" {
		evaluate[chromedp.Void](b, "document.execCommand('delete')")
	} else {
		call(b, input.InsertText, input.InsertTextParams{Text: text})
	}
	if got := b.value(name); got != text {
		b.t.Fatalf("%s: field %s holds %q after typing %q", b.address(), name, got, text)
	}
}

// choose picks from a select, a group of radio buttons or of boxes.
func (b *tab) choose(name, value string) {
	b.t.Helper()
	b.need(name)
	chosen := evaluate[bool](b, fmt.Sprintf(`(() => {
		const [name, value] = [%q, %q];
		for (const f of document.getElementsByName(name)) {
			if (f.tagName === 'SELECT') {
				f.value = value;
				f.dispatchEvent(new Event('input', {bubbles: true}));
				f.dispatchEvent(new Event('change', {bubbles: true}));
				return f.value === value;
			}
			if (f.value === value) {
				if (!f.checked) f.click();
				return f.checked;
			}
		}
		return false;
	})()`, name, value))
	if !chosen {
		b.t.Fatalf("%s: field %s has no choice %q", b.address(), name, value)
	}
}

// value is what the first field of a name holds.
func (b *tab) value(name string) string {
	b.t.Helper()
	b.need(name)
	return evaluate[string](b, fmt.Sprintf(`document.querySelector(%q).value`, selector(name)))
}

// hasField reports whether the page has a field of a name.
func (b *tab) hasField(name string) bool {
	b.t.Helper()
	return evaluate[bool](b, fmt.Sprintf(`document.querySelector(%q) !== null`, selector(name)))
}

func (b *tab) need(name string) {
	b.t.Helper()
	if !b.hasField(name) {
		b.t.Fatalf("%s: no field %s; there are %v", b.address(), name,
			evaluate[[]string](b, `[...new Set([...document.querySelectorAll('main [name]')].map(f => f.name))]`))
	}
}
