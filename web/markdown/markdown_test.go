package markdown_test

import (
	"strings"
	"testing"

	"tekojentori.fi/tori/web/markdown"
)

func TestHTML(t *testing.T) {
	for _, tt := range []struct{ text, want, never string }{
		{"Ensin **kokeiltiin**.\n\n- yksi\n- kaksi", "<strong>kokeiltiin</strong>", ""},
		{"[linkki](https://example.fi)", `<a href="https://example.fi" rel="nofollow noreferrer">`, ""},
		{"[linkki](javascript:alert(1))", "linkki", "javascript:"},
		{"<script>alert(1)</script><img src=x onerror=alert(1)>", "", "<"},
		{"# Otsikko", "<h3>Otsikko</h3>", "<h1"},
		{"![kuva](https://example.fi/x.png)", "", "<img"},
	} {
		var b strings.Builder
		if err := markdown.HTML(tt.text).Render(t.Context(), &b); err != nil {
			t.Fatal(err)
		}
		if got := b.String(); !strings.Contains(got, tt.want) || tt.never != "" && strings.Contains(got, tt.never) {
			t.Errorf("%q became %q", tt.text, got)
		}
	}
}
