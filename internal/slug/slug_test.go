package slug_test

import (
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/slug"
)

func TestMake(t *testing.T) {
	for title, want := range map[string]string{
		"Hoitajien työvuorosuunnittelu yhdessä": "hoitajien-tyovuorosuunnittelu-yhdessa",
		"Åbo – på svenska!":                     "abo-pa-svenska",
		"Sámegielat bálvalusat":                 "samegielat-balvalusat",
		"  100 % läsnä  ":                       "100-lasna",
		"’–”":                                   "nimeton",
	} {
		if got := slug.Make(title); got != want {
			t.Errorf("Make(%q) = %q, want %q", title, got, want)
		}
	}
	if got := slug.Make(strings.Repeat("pitkä sana ", 30)); len(got) > 80 || strings.HasSuffix(got, "-") {
		t.Errorf("a long title: %q", got)
	}
}
