package personal_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/personal"
)

func TestFind(t *testing.T) {
	t.Parallel()
	code := func(s string) []personal.Finding { return []personal.Finding{{Kind: personal.IdentityCode, Text: s}} }
	for text, want := range map[string][]personal.Finding{
		"Asukas 131052-308T muutti.": code("131052-308T"),
		"131052-308t":                code("131052-308t"),
		"131052W308T":                code("131052W308T"), // the signs of 2024 stand for the same centuries
		"131052Y308T":                code("131052Y308T"),
		"010203B9990":                nil, // the check character is another
		"131052-308U":                nil,
		"311152-308T":                nil, // no such day
		"131052G308T":                nil, // no such sign
		"020301A123E":                nil,
		"Soita 040 123 4567 tai (09) 310 1691.": {
			{Kind: personal.Phone, Text: "040 123 4567"}, {Kind: personal.Phone, Text: "(09) 310 1691"},
		},
		"+358 40 1234567, uudelleen +358 40 1234567": {{Kind: personal.Phone, Text: "+358 40 1234567"}},
		"Kirjoita maija.testi@example.fi tai olli(at)example.fi": {
			{Kind: personal.Email, Text: "maija.testi@example.fi"}, {Kind: personal.Email, Text: "olli(at)example.fi"},
		},
		"Potilaan diagnoosi, patienten": {
			{Kind: personal.Patient, Text: "Potilaan"}, {Kind: personal.Patient, Text: "diagnoosi"}, {Kind: personal.Patient, Text: "patienten"},
		},
		"Vuosina 2021-2022 säästyi 1 200 000 euroa, 0,5 henkilötyövuotta ja 100-150 tuntia 1.2.2026 alkaen.": nil,
		"Palaverit alkavat kello 09.00, ja niitä on 12 000 vuodessa (0-100 000).":                            nil,
	} {
		if diff := cmp.Diff(want, personal.Find(text)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

// Every check character of one person's number but one is wrong.
func TestOnlyOneCheckCharacterIsRight(t *testing.T) {
	t.Parallel()
	for _, sign := range []string{"+", "-", "Y", "X", "W", "V", "U", "A", "B", "C", "D", "E", "F"} {
		n := 0
		for _, c := range "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ" {
			n += len(personal.Find("240301" + sign + "017" + string(c)))
		}
		if n != 1 {
			t.Errorf("%d characters are right after the sign %s", n, sign)
		}
	}
}
