package search

import (
	"math/rand/v2"
	"testing"
)

func TestDistance(t *testing.T) {
	t.Parallel()
	for words, want := range map[[2]string]float64{
		{"työ", "työ"}: 0, {"tyo", "työ"}: 0.25, {"tyoo", "tyo"}: 0.5, {"tokoi", "tokio"}: 0.75, {"kirjatso", "kirjasto"}: 0.75,
		{"", "abc"}: 3, {"koti", "kotii"}: 0.5, {"koti", "kivi"}: 2, {"år", "är"}: 0.25, {"år", "or"}: 0.25,
		{"mielenterveyspalvelukokonaisuuksista", "mielenterveyspalvelukokonaisuudesta"}: 3,
	} {
		if got := distance(words[0], words[1]); got != want {
			t.Errorf("%v: %v, want %v", words, got, want)
		}
	}
}

// A limit leaves out what is far off and changes nothing else.
func TestDistanceWithin(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	word := func() string {
		w := make([]rune, r.IntN(9))
		for i := range w {
			w[i] = []rune("abä")[r.IntN(3)]
		}
		return string(w)
	}
	near := 0
	for range 20_000 {
		a, b := word(), word()
		limit := []float64{0, 0.5, 0.75, 1, 2}[r.IntN(5)]
		whole, within := distance(a, b), distanceWithin(a, b, limit)
		if whole <= limit {
			near++
		}
		if whole <= limit && within != whole || whole > limit && within <= limit {
			t.Fatalf("%q %q: %v, within %v %v", a, b, whole, limit, within)
		}
	}
	if near == 0 {
		t.Error("no two words were near each other")
	}
}
