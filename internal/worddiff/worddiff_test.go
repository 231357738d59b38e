package worddiff_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tekojentori.fi/tori/internal/worddiff"
)

func TestOf(t *testing.T) {
	got := worddiff.Of("Vuorot jaettiin listalla joka viikko.", "Vuorot suunnitellaan yhdessä joka viikko.")
	want := []worddiff.Piece{
		{Kind: worddiff.Same, Text: "Vuorot "},
		{Kind: worddiff.Gone, Text: "jaettiin listalla "},
		{Kind: worddiff.New, Text: "suunnitellaan yhdessä "},
		{Kind: worddiff.Same, Text: "joka viikko."},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// The pieces are both texts, to the letter.
func TestPiecesAreBothTexts(t *testing.T) {
	text := rapid.StringMatching(`([ab]{1,2}[ \n]{0,2}){0,12}`)
	rapid.Check(t, func(t *rapid.T) {
		before, after := text.Draw(t, "before"), text.Draw(t, "after")
		var a, b strings.Builder
		for _, p := range worddiff.Of(before, after) {
			if p.Kind != worddiff.New {
				a.WriteString(p.Text)
			}
			if p.Kind != worddiff.Gone {
				b.WriteString(p.Text)
			}
		}
		if a.String() != before || b.String() != after {
			t.Fatalf("%q and %q come out as %q and %q", before, after, a.String(), b.String())
		}
	})
}
