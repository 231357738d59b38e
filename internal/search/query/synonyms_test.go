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

// TestWordsOfATerm: words that make a term are looked for as one, whatever is
// between them.
func TestWordsOfATerm(t *testing.T) {
	t.Parallel()
	b := builder(t, "kestävä kehitys | vastuullisuus\nworking from home | etätyö")
	for _, tt := range []struct {
		lang, text string
		gaps       []int // of the term, nil if it is none
	}{
		{"fi", "kestävä kehitys", []int{1, 1}},
		{"fi", "kehitys kestävä", nil},
		{"en", "working from home", []int{1, 2}},
		{"fi", "working from home", []int{1, 2}},
	} {
		for _, g := range b.Build(tt.text, tt.lang).Groups {
			at := slices.IndexFunc(g.Tiers, func(t Tier) bool { return t.Kind == Exact && t.Gaps != nil })
			switch {
			case g.OfTerm != (tt.gaps != nil), g.OfTerm != (at >= 0):
				t.Errorf("%s: %s: %+v", tt.text, g.Typed, g)
			case g.OfTerm && !slices.Equal(g.Tiers[at].Gaps, tt.gaps):
				t.Errorf("%s: gaps %v, want %v", tt.text, g.Tiers[at].Gaps, tt.gaps)
			}
		}
	}
}
