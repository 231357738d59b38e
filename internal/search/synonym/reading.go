package synonym

import (
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"

	"tekojentori.fi/tori/internal/search/analysis"
	"tekojentori.fi/tori/internal/search/token"
)

// A Reading is a term as the index knows it: for each of its words the lexemes
// of which one must be there.
type Reading struct {
	Text  string
	Words [][]string
	Gaps  []int // of several words, how many words after the one before each stands: 1 unless stop words are between
}

func (t *Reading) inLowerCase() *Reading {
	if lower := strings.ToLower(t.Text); lower != t.Text {
		return &Reading{Text: lower, Words: t.Words}
	}
	return t
}

// A reader reads each term once, for most stand in many groups, and notes where
// they stand.
type reader struct {
	analyzer *analysis.Analyzer
	words    map[string][]string // of each term
	known    map[reading]*Reading
	places   map[string][]place // by key
}

// newReader has the analyzer read the words of all groups at once, for the
// dictionary takes longer than all the rest.
func newReader(a *analysis.Analyzer, groups []Group) reader {
	r := reader{a.Apart(), map[string][]string{}, map[reading]*Reading{}, map[string][]place{}}
	words := map[string]bool{}
	for _, g := range groups {
		for _, text := range g.Terms {
			for _, word := range r.split(text) {
				words[word] = true
			}
		}
	}
	list := slices.Collect(maps.Keys(words))
	var wait sync.WaitGroup
	for part := range slices.Chunk(list, len(list)/runtime.GOMAXPROCS(0)+1) {
		wait.Go(func() {
			for _, word := range part {
				r.analyzer.Word("fi", word)
			}
		})
	}
	wait.Wait()
	return r
}

func (r reader) split(text string) []string {
	words, ok := r.words[text]
	if !ok {
		for _, t := range token.Split(token.Clean(text)) {
			words = append(words, t.Word)
		}
		r.words[text] = words
	}
	return words
}

func (r reader) place(t *Reading, at place) {
	for _, key := range keys(t.Words) {
		r.places[key] = append(r.places[key], at)
	}
}

// A reading is what tells terms apart.
type reading struct {
	text    string
	foreign bool
}

func (r reader) term(of reading) *Reading {
	t, ok := r.known[of]
	if !ok {
		t = r.read(of)
		r.known[of] = t
	}
	return t
}

// foreign reports whether the Finnish dictionary lacks most words of a group:
// then the others are not Finnish either, as introduktion is not.
func (r reader) foreign(g Group) bool {
	known := 0
	for _, text := range g.Terms {
		if !slices.ContainsFunc(r.split(text), func(word string) bool { return !r.analyzer.Word("fi", word).Known }) {
			known++
		}
	}
	return 2*known < len(g.Terms)
}

// read is a term without stop words. Nobody has said what language it is in, so
// it stands for Finnish and Swedish, and for English too when it is a name or
// Finnish does not know it.
func (r reader) read(of reading) *Reading {
	t := &Reading{Text: of.text}
	gap := 0
	words := r.split(of.text)
	for _, word := range words {
		e := r.analyzer.Word("fi", word)
		gap++
		if e.Stop || len(words) > 1 && Light(e, r.analyzer.Word("sv", word), r.analyzer.Word("en", word)) {
			continue
		}
		list := slices.Clone(Chosen(e, word))
		if !e.Known || of.foreign && !slices.Contains(e.Lexemes, token.Plain(word)) {
			list = append(list, r.analyzer.Word("sv", word).Lexemes...)
		}
		if name := e.Shown != strings.ToLower(e.Shown); !e.Known || name {
			list = append(list, r.analyzer.Word("en", word).Lexemes...)
		}
		t.Words, t.Gaps = append(t.Words, slices.Clip(list)), append(t.Gaps, gap)
		gap = 0
	}
	switch {
	case len(t.Words) == 1 && len(words) > 1: // not every aika is one of ei aikaa
		t.Words, t.Gaps = nil, nil
	case len(t.Words) == 1:
		t.Gaps = nil
	}
	return t
}

// Light reports whether a word is none of those that a term of several words
// is known by, whatever the language of the page: from of working from home.
func Light(finnish, swedish, english *analysis.Entry) bool {
	return !finnish.Known && (swedish.Stop || english.Stop)
}

// Chosen is the readings of a word that are likely meant: a word that is a
// base form is taken as that one.
func Chosen(e *analysis.Entry, word string) []string {
	plain := token.Plain(word)
	if slices.Contains(e.Lexemes, plain) {
		return []string{plain}
	}
	return e.Lexemes
}
