package synonym

import (
	"slices"
	"strings"

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
	known    map[reading]*Reading
	places   map[string][]place // by key
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
		t = &Reading{Text: of.text}
		t.read(r.analyzer, of.foreign)
		r.known[of] = t
	}
	return t
}

// foreign reports whether the Finnish dictionary lacks most words of a group:
// then the others are not Finnish either, as introduktion is not.
func (g Group) foreign(a *analysis.Analyzer) bool {
	known := 0
	for _, text := range g.Terms {
		unknown := func(t token.Token) bool { return !a.Word("fi", t.Word).Known }
		if !slices.ContainsFunc(token.Split(token.Clean(text)), unknown) {
			known++
		}
	}
	return 2*known < len(g.Terms)
}

// read sets the words of a term without stop words. Nobody has said what
// language a term is in, so it stands for Finnish and Swedish, and for English
// too when it is a name or Finnish does not know it.
func (t *Reading) read(a *analysis.Analyzer, foreign bool) {
	gap := 0
	tokens := token.Split(token.Clean(t.Text))
	for _, tok := range tokens {
		e := a.Word("fi", tok.Word)
		gap++
		if e.Stop || len(tokens) > 1 && Light(e, a.Word("sv", tok.Word), a.Word("en", tok.Word)) {
			continue
		}
		list := slices.Clone(Chosen(e, tok.Word))
		if !e.Known || foreign && !slices.Contains(e.Lexemes, token.Plain(tok.Word)) {
			list = append(list, a.Word("sv", tok.Word).Lexemes...)
		}
		if name := e.Shown != strings.ToLower(e.Shown); !e.Known || name {
			list = append(list, a.Word("en", tok.Word).Lexemes...)
		}
		t.Words, t.Gaps = append(t.Words, slices.Clip(list)), append(t.Gaps, gap)
		gap = 0
	}
	switch {
	case len(t.Words) == 1 && len(tokens) > 1: // not every aika is one of ei aikaa
		t.Words, t.Gaps = nil, nil
	case len(t.Words) == 1:
		t.Gaps = nil
	}
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
