package token_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/search/token"
)

func TestSplit(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"Veto- ja pitovoima, EU:n tuki.":     {"veto-", "ja", "pitovoima", "eu:n", "tuki"},
		"Linja-auto – ei “juna”; 10-vuotias": {"linja-auto", "ei", "juna", "10-vuotias"},
		"työ\u00adhyvin\u00advointi":         {"työhyvinvointi"},
		"a\u0308iti":                         {"äiti"},
		"-- '' :: \x00 \xff":                 {},
		"Lapin hyvinvointialue/sote (2023).": {"lapin", "hyvinvointialue", "sote", "2023"},
		"yhteis\u2011työ":                    {"yhteis-työ"},
	} {
		got := []string{}
		clean := token.Clean(text)
		for _, x := range token.Split(clean) {
			got = append(got, x.Word)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

func FuzzSplit(f *testing.F) {
	f.Add("Veto- ja pitovoima")
	f.Fuzz(func(t *testing.T, text string) {
		clean := token.Clean(text)
		last := 0
		for _, x := range token.Split(clean) {
			if x.Start < last || x.End <= x.Start || x.End > len(clean) {
				t.Fatalf("token %+v after %d in %q", x, last, clean)
			}
			last = x.End
		}
	})
}
