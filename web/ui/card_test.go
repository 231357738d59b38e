package ui

import (
	"strings"
	"testing"
)

func TestMarkedTextIsEscaped(t *testing.T) {
	t.Parallel()
	for want, parts := range map[string][]Part{
		"a &lt;b&gt;": nil,
		"x &lt;i&gt;<mark>&lt;b&gt;&amp;</mark>y": {{Text: "x <i>"}, {Text: "<b>&", Mark: true}, {Text: "y"}},
	} {
		var b strings.Builder
		if err := marked("a <b>", parts).Render(t.Context(), &b); err != nil || b.String() != want {
			t.Errorf("got %s, want %s; %v", b.String(), want, err)
		}
	}
}
