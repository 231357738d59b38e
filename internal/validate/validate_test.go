package validate_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/validate"
)

func TestProblemsComeInFieldOrder(t *testing.T) {
	var p validate.Problems
	p.Text("title", " ", 10)
	p.Text("need", strings.Repeat("ä", 11), 10)
	p.Text("results", strings.Repeat("ä", 10), 10)
	p.Words("lead", "yksi", 2, 9)
	p.Web("links-1", "javascript:alert(1)")
	p.Web("links-2", "https://example.fi/a")
	want := validate.Problems{
		{Field: "title", Rule: validate.Required},
		{Field: "need", Rule: validate.TooLong, Limit: 10},
		{Field: "lead", Rule: validate.TooFew, Limit: 2},
		{Field: "links-1", Rule: validate.Web},
	}
	if diff := cmp.Diff(want, p); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(want[3:], p.Only("links")); diff != "" {
		t.Errorf("only links (-want +got):\n%s", diff)
	}
}

func TestIsEmail(t *testing.T) {
	for s, want := range map[string]bool{
		"maija.meikalainen@example.fi": true,
		"Maija <maija@example.fi>":     false,
		"maija@localhost":              false,
		"maija@example.fi\r\nBcc: x":   false,
		"maija":                        false,
		"":                             false,
	} {
		if got := validate.IsEmail(s); got != want {
			t.Errorf("IsEmail(%q) = %t", s, got)
		}
	}
}
