package e2e

import (
	"strings"
	"testing"
)

// A moderator goes through the queue by single keys, and switches them off for
// good. In a field a letter is a letter.
func singleKeys(t *testing.T, site *portal) {
	b := open(t, site, usual).carry(site.session(t, moderator))
	b.visit("/moderointi")
	b.key("j")
	first := evaluate[string](b, here+".name")
	b.key("j")
	second := evaluate[string](b, here+".name")
	if first == second || evaluate[string](b, here+".tag") != "a" {
		t.Errorf("j goes from %q to %q", first, second)
	}
	b.key("x")
	if n := evaluate[int](b, `document.querySelectorAll(".queue input:checked").length`); n != 1 {
		t.Errorf("x chooses %d acts", n)
	}
	b.key("k")
	if got := evaluate[string](b, here+".name"); got != first {
		t.Errorf("k goes to %q, not %q", got, first)
	}
	b.leads()
	from := b.address()
	b.key("j")
	b.until("the next act", func() bool { return b.address() != from && strings.HasPrefix(b.address(), "/moderointi/teot/") })
	for _, v := range threeTongues {
		b.again(v)
		b.until("the page", func() bool {
			return evaluate[bool](b, `document.readyState === "complete" && !document.querySelector("[data-keys]").hidden`)
		})
		b.key("?")
		b.until("the help", func() bool { return evaluate[bool](b, `document.querySelector("[data-keys]").open`) })
		b.sound("review-keys")
	}
	evaluate[bool](b, `(document.querySelector("#pikanappaimilla").click(), true)`)
	from = b.address()
	b.key("k")
	b.key("u")
	b.visit("/moderointi")
	b.key("j")
	if tag := evaluate[string](b, here+".tag"); tag == "a" {
		t.Error("j still leads on after it was switched off")
	}
}
