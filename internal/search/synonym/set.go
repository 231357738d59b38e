package synonym

import (
	"slices"
	"strings"
	"unicode/utf8"

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

// A Term is a term of a group, and how much it counts.
type Term struct {
	*Reading
	Weight float64
}

// A Set finds the synonyms of words. It never changes.
type Set struct {
	groups  []group
	places  map[string][]place // by the lexemes of the word or words, joined by spaces
	longest int                // words of the longest key
	words   []*Reading         // the terms of one word in lower case, in the order of the alphabet
}

// A group is terms of which each is told of by the others.
type group struct {
	terms  []*Reading
	weight float64
}

// A place is where a term stands: in which group, and which of its terms it is.
type place struct{ group, term int32 }

// maxWords is the longest term that is looked for in a query.
const maxWords = 4

// NewSet prepares groups for an analyzer.
func NewSet(a *analysis.Analyzer, groups []Group) *Set {
	s := &Set{places: map[string][]place{}}
	known := reader{a.Apart(), map[reading]*Reading{}}
	for _, g := range slices.Concat(groups, lent(groups)) {
		s.add(g, known)
	}
	slices.SortStableFunc(s.words, func(a, b *Reading) int { return strings.Compare(a.Text, b.Text) })
	s.words = slices.Clip(slices.CompactFunc(s.words, func(a, b *Reading) bool { return a.Text == b.Text }))
	return s
}

// add makes the terms of a group findable, of a group of one way the first.
func (s *Set) add(g Group, known reader) {
	terms := make([]*Reading, len(g.Terms))
	foreign := g.foreign(known.analyzer)
	for i, text := range g.Terms {
		terms[i] = known.term(reading{text, foreign})
	}
	s.groups = append(s.groups, group{terms, g.Weight})
	if g.OneWay {
		terms = terms[:1]
	}
	for i, t := range terms {
		s.place(t, place{int32(len(s.groups) - 1), int32(i)}) // there are some thousand
		if len(t.Words) == 1 && !strings.Contains(t.Text, " ") {
			s.words = append(s.words, t.inLowerCase())
		}
	}
}

// place makes a term be found by its words.
func (s *Set) place(t *Reading, at place) {
	if len(t.Words) == 0 || len(t.Words) > maxWords {
		return
	}
	s.longest = max(s.longest, len(t.Words))
	for _, key := range keys(t.Words) {
		s.places[key] = append(s.places[key], at)
	}
}

func (t *Reading) inLowerCase() *Reading {
	if lower := strings.ToLower(t.Text); lower != t.Text {
		return &Reading{Text: lower, Words: t.Words}
	}
	return t
}

// A reader reads each term once: most stand in many groups.
type reader struct {
	analyzer *analysis.Analyzer
	known    map[reading]*Reading
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

// Begun is the terms of one word that begin in some way, n of them at most: the
// shortest first.
func (s *Set) Begun(start string, n int) []*Reading {
	from, _ := slices.BinarySearchFunc(s.words, start, func(t *Reading, start string) int { return strings.Compare(t.Text, start) })
	to := from
	for to < len(s.words) && strings.HasPrefix(s.words[to].Text, start) {
		to++
	}
	list := slices.Clone(s.words[from:to])
	slices.SortStableFunc(list, func(a, b *Reading) int { return utf8.RuneCountInString(a.Text) - utf8.RuneCountInString(b.Text) })
	return list[:min(len(list), n)]
}

// Longest is how many words in a row are worth asking for.
func (s *Set) Longest() int { return s.longest }

// Find is the synonyms of some words in a row, each given by its lexemes; the
// weightiest first.
func (s *Set) Find(words [][]string) []Term {
	var found []Term
	for _, key := range keys(words) {
		for _, at := range s.places[key] {
			g := s.groups[at.group]
			for _, t := range g.terms {
				if t.Text != g.terms[at.term].Text && len(t.Words) > 0 && !slices.ContainsFunc(found, func(f Term) bool { return f.Text == t.Text }) {
					found = append(found, Term{t, g.weight})
				}
			}
		}
	}
	slices.SortStableFunc(found, func(a, b Term) int { return int(10*b.Weight) - int(10*a.Weight) })
	return found
}

// maxKeys bounds the ways to read several ambiguous words.
const maxKeys = 64

// keys is every way to take one lexeme for each word, within one language.
func keys(words [][]string) []string {
	list := []string{""}
	for _, lexemes := range words {
		var next []string
		for _, key := range list {
			for _, l := range lexemes {
				if len(next) < maxKeys && (key == "" || language(key) == language(l)) {
					next = append(next, strings.TrimSpace(key+" "+l))
				}
			}
		}
		list = next
	}
	return list
}

func language(lexeme string) string {
	for _, prefix := range []string{analysis.Swedish, analysis.English} {
		if strings.HasPrefix(lexeme, prefix) {
			return prefix
		}
	}
	return ""
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
	for _, tok := range token.Split(token.Clean(t.Text)) {
		e := a.Word("fi", tok.Word)
		gap++
		if e.Stop {
			continue
		}
		list := slices.Clone(Chosen(e, tok.Word))
		if !e.Known || foreign {
			list = append(list, a.Word("sv", tok.Word).Lexemes...)
		}
		if name := e.Shown != strings.ToLower(e.Shown); !e.Known || name {
			list = append(list, a.Word("en", tok.Word).Lexemes...)
		}
		t.Words, t.Gaps = append(t.Words, slices.Clip(list)), append(t.Gaps, gap)
		gap = 0
	}
	if len(t.Words) == 1 {
		t.Gaps = nil
	}
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
