package fi_test

import (
	"slices"
	"testing"

	"tekojentori.fi/tori/internal/search/fi"
)

func TestOtherGrades(t *testing.T) {
	t.Parallel()
	for word, want := range map[string][]string{
		"hylje": {"hylke"}, "hylkeitä": {"hylje", "hyle"}, "reikä": {"reiä"}, "pukuja": {"puvu"}, "kyvyt": {"kyky"}, "polku": {"polju", "polu"},
		"hoitaja": nil, "k": nil, "": nil, "lk": nil, "ääk": nil,
	} {
		if got := fi.OtherGrades(word); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", word, got, want)
		}
	}
}
