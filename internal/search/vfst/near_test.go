package vfst_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

const letters = "abcdefghijklmnopqrstuvwxyzåäö"

// slips is all words one slip away from a word, and not itself.
func slips(word string) []string {
	w := []rune(word)
	var all []string
	for i := 0; i <= len(w); i++ {
		for _, l := range letters {
			all = append(all, string(w[:i])+string(l)+string(w[i:]))
			if i < len(w) {
				all = append(all, string(w[:i])+string(l)+string(w[i+1:]))
			}
		}
		if i < len(w) {
			all = append(all, string(w[:i])+string(w[i+1:]))
		}
		if i > 0 && i < len(w) {
			all = append(all, string(w[:i-1])+string(w[i])+string(w[i-1])+string(w[i+1:]))
		}
	}
	all = slices.DeleteFunc(all, func(s string) bool { return s == word })
	slices.Sort(all)
	return slices.Compact(all)
}

// Near says what Analyze says of each word one slip away.
func TestNear(t *testing.T) {
	t.Parallel()
	transducer := open(t)
	words := []string{"kirjatso", "qwxzqwxz", "ty", "työhyvinvonti", "päivakoti", "kehittämiskeskustelut", "esihnekilö", "aa", "ñandu", "", "hyvinvointialueidenkaan"}
	all := forms(t)
	for i := 0; i < len(all); i += len(all) / 60 {
		words = append(words, all[i])
	}
	for _, word := range words {
		want := slices.DeleteFunc(slips(word), func(s string) bool { return len(transducer.Analyze(s)) == 0 })
		if diff := cmp.Diff(want, transducer.Near(word, letters), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%q (-want +got):\n%s", word, diff)
		}
	}
}

func BenchmarkNear(b *testing.B) {
	transducer := open(b)
	for b.Loop() {
		transducer.Near("kirjatsossamme", letters)
	}
}

func BenchmarkNothingNear(b *testing.B) {
	transducer := open(b)
	for b.Loop() {
		transducer.Near("qwxzqwxz", letters)
	}
}
