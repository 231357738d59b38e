package vfst_test

import (
	"bytes"
	"math/rand/v2"
	"os"
	"testing"

	"tekojentori.fi/tori/internal/search/vfst"
)

// The dictionary itself, damaged here and there or cut off: an error or other
// readings, but never a panic or a walk without end.
func TestDamagedDictionary(t *testing.T) {
	t.Parallel()
	open(t)
	whole, err := os.ReadFile(dictionary)
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(5, 6))
	refused, changed := 0, 0
	for round := range 40 {
		b := bytes.Clone(whole)
		for range 1 << (round % 17) {
			b[r.IntN(len(b))] = byte(r.IntN(256))
		}
		if round%5 == 4 {
			b = b[:r.IntN(len(b))]
		}
		transducer, err := vfst.Read(b)
		if err != nil {
			refused++
			continue
		}
		for _, word := range []string{"työhyvinvointi", "kirjatsossamme", "päiväkodissakaan", "10-vuotias"} {
			if len(transducer.Analyze(word)) != 1 {
				changed++
			}
			transducer.Near(word, letters)
		}
	}
	if refused == 0 || refused == 40 || changed == 0 {
		t.Errorf("%d of 40 damaged files are refused, %d words are read otherwise", refused, changed)
	}
}
