package sv_test

import (
	"slices"
	"testing"

	"tekojentori.fi/tori/internal/search/sv"
)

func TestFormsMeet(t *testing.T) {
	t.Parallel()
	for _, forms := range [][]string{
		{"bibliotek", "biblioteket", "biblioteken", "bibliotekets"},
		{"möte", "möten", "mötet", "mötena", "mötenas"},
		{"område", "områdena"},
		{"introduktion", "introduktionen"},
		{"utveckling", "utvecklingen"},
		{"personal", "personalen", "personalens"},
		{"möbel", "möbler", "möblerna", "möbeln"},
		{"elcykel", "elcyklar", "elcykeln", "elcyklarnas"},
		{"medel", "medlen", "medlet"},
		{"fönster", "fönstret", "fönstren"},
		{"vinter", "vintrar", "vintern"},
		{"handel", "handla"},
	} {
		for _, f := range forms[1:] {
			if got, want := sv.Stem(f), sv.Stem(forms[0]); got != want {
				t.Errorf("%s: %q, but %s: %q", f, got, forms[0], want)
			}
		}
	}
}

func TestHeads(t *testing.T) {
	t.Parallel()
	for compound, head := range map[string]string{
		"hemvården": "vård", "välfärdsområde": "områden", "promenadmöten": "möte", "skoldag": "dagar", "fadderverksamhet": "verksamheten",
	} {
		if got := sv.Heads(sv.Stem(compound)); !slices.Contains(got, sv.Stem(head)) {
			t.Errorf("%s: %q lacks %q", compound, got, sv.Stem(head))
		}
	}
}
