package query

import (
	"slices"
	"testing"

	"tekojentori.fi/tori/internal/search/analysis"
	"tekojentori.fi/tori/internal/search/fi/fitest"
	"tekojentori.fi/tori/internal/search/synonym"
)

// TestBuiltinSynonyms: words are not taken for others that only look like them.
func TestBuiltinSynonyms(t *testing.T) {
	t.Parallel()
	a := analysis.New(fitest.Open(t))
	b := Builder{Analyzer: a, Synonyms: synonym.NewSet(a, synonym.Builtin())}
	for _, tt := range []struct{ lang, text, synonym, other string }{
		{"fi", "vanhat", "", "huoltaja"},
		{"fi", "vanha", "", "föräldrar"},
		{"fi", "vanhoja laitteita", "", "perhe"},
		{"fi", "vanhemmat", "huoltaja", ""},
		{"fi", "vanhempien", "perhe", ""},
		{"sv", "föräldrarna", "vanhemmat", ""},
		{"en", "home care", "kotihoito", "homeongelma"},
		{"en", "home", "", "homeongelma"},
		{"fi", "home", "homeongelma", ""},
		{"en", "tie", "", "katu"},
		{"en", "team meetings", "kokous", "pilvipalvelu"},
		{"sv", "team", "tiimi", "Microsoft 365"},
		{"fi", "pilvipalvelu", "Teams", ""},
		{"fi", "M365", "Microsoft 365", ""},
	} {
		var also []string
		for _, g := range b.Build(tt.text, tt.lang).Groups {
			also = append(also, g.Also...)
		}
		if tt.synonym != "" && !slices.Contains(also, tt.synonym) || slices.Contains(also, tt.other) {
			t.Errorf("%s: %q", tt.text, also)
		}
	}
}
