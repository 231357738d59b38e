package synonym_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/search/analysis"
	"tekojentori.fi/tori/internal/search/synonym"
	"tekojentori.fi/tori/internal/search/token"
)

func TestParse(t *testing.T) {
	t.Parallel()
	got := synonym.Parse("# note\n\na | b c\nd > e | f\ng ~ h\ni >> j\nalone\n")
	want := []synonym.Group{
		{Terms: []string{"a", "b c"}, Weight: synonym.Same},
		{Terms: []string{"d", "e", "f"}, OneWay: true, Weight: synonym.Same},
		{Terms: []string{"g", "h"}, Weight: synonym.Related},
		{Terms: []string{"i", "j"}, OneWay: true, Weight: synonym.Kind},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// find is the synonyms of a text.
func find(a *analysis.Analyzer, s *synonym.Set, text string) []string {
	var words [][]string
	for _, tok := range token.Split(text) {
		if e := a.Word("fi", tok.Word); !e.Stop {
			words = append(words, slices.Concat(e.Lexemes, a.Word("sv", tok.Word).Lexemes))
		}
	}
	var texts []string
	for _, term := range s.Find(words, text) {
		texts = append(texts, term.Text)
	}
	return texts
}

func TestFind(t *testing.T) {
	t.Parallel()
	a := analysis.New(nil)
	s := synonym.NewSet(a, synonym.Builtin())
	for text, want := range map[string]string{
		"pomon":                           "esihenkilö",
		"toisen asteen":                   "lukio",
		"sosiaali- ja terveyspalveluiden": "sote",
		"Tammerfors":                      "Tampere",
		"Limingo":                         "Liminka",
		"biblioteket":                     "kirjasto",
		"Pirha":                           "Pirkanmaan hyvinvointialue",
		"Birkalands välfärdsområde":       "Pirkanmaan hyvinvointialue",
	} {
		if got := find(a, s, strings.ToLower(text)); !slices.Contains(got, want) {
			t.Errorf("%s: %q lacks %s", text, got, want)
		}
	}
	if got := find(a, s, "johtaja"); slices.Contains(got, "pomo") {
		t.Errorf("a rule of one way goes the other way: %q", got)
	}
}

// TestStopWordsOfTerms: a term is known by its other words, and by more than one
// of them if it has several.
func TestStopWordsOfTerms(t *testing.T) {
	t.Parallel()
	a := analysis.New(nil)
	s := synonym.NewSet(a, synonym.Parse("working from home | etätyö\nei aikaa | kiire"))
	if got := find(a, s, "working home"); !slices.Contains(got, "etätyö") {
		t.Errorf("working from home: %q", got)
	}
	if got := find(a, s, "ei aikaa"); len(got) > 0 {
		t.Errorf("ei aikaa: %q", got)
	}
	if got := find(a, s, "kiire"); len(got) > 0 {
		t.Errorf("kiire: %q", got)
	}
}

// TestTermsOfOneStem: what is written as a term is that one.
func TestTermsOfOneStem(t *testing.T) {
	t.Parallel()
	a := analysis.New(nil)
	s := synonym.NewSet(a, synonym.Parse("ruoka | mat | food\nkaveri | vän | mater"))
	if got := find(a, s, "mat"); !slices.Contains(got, "ruoka") || slices.Contains(got, "kaveri") {
		t.Errorf("mat: %q", got)
	}
	if got := find(a, s, "maten"); !slices.Contains(got, "ruoka") {
		t.Errorf("maten: %q", got)
	}
	if !s.Has("Mat") || s.Has("maten") {
		t.Error("what is a term is not told from what is none")
	}
}

func TestTwoStepsAway(t *testing.T) {
	t.Parallel()
	a := analysis.New(nil)
	s := synonym.NewSet(a, synonym.Parse("seniori | ikäihminen\nikäihminen ~ hoivakoti\ninvandrare ~ maahanmuuttaja\nmaahanmuuttaja | kotoutuja"))
	for text, want := range map[string]string{"seniori": "hoivakoti", "invandrare": "kotoutuja"} {
		if got := find(a, s, text); !slices.Contains(got, want) {
			t.Errorf("%s: %q lacks %s", text, got, want)
		}
	}
	if got := find(a, s, "hoivakoti"); slices.Contains(got, "kotoutuja") {
		t.Errorf("hoivakoti: %q", got)
	}
}

func TestBegun(t *testing.T) {
	t.Parallel()
	s := synonym.NewSet(analysis.New(nil), synonym.Parse("Perehdytys | opastus\nperehtyjä | tulokas\nperhe | koti"))
	var got []string
	for _, term := range s.Begun("pereh", 2) {
		got = append(got, term.Text)
	}
	if want := []string{"perehtyjä", "perehdytys"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := s.Begun("zzz", 2); len(got) != 0 {
		t.Errorf("got %v", got)
	}
}
