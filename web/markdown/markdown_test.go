package markdown_test

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

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

// FuzzBare holds the short way to what the sanitizer would have made.
func FuzzBare(f *testing.F) {
	for _, text := range []string{"Ensin **kokeiltiin**.\n\n1. yksi\n2. kaksi", "> *lainaus*\n\n# Otsikko", "a < b & \"c\"", "<p onclick=x>", "[x](y)", "<b", "a\x00b"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, want := markdown.Both(text)
		if read(t, got) != read(t, want) {
			t.Errorf("%q became %q, the sanitizer makes %q of it", text, got, want)
		}
	})
}

// read is what a browser makes of a piece of HTML.
func read(t *testing.T, piece string) string {
	t.Helper()
	nodes, err := html.ParseFragment(strings.NewReader(piece), &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, n := range nodes {
		if err := html.Render(&b, n); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}
