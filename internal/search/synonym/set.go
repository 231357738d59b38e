package synonym

import (
	"slices"
	"strings"
	"unicode/utf8"

	"tekojentori.fi/tori/internal/search/analysis"
	"tekojentori.fi/tori/internal/search/token"
)

// A Term is one term of a group as the index knows it: for each of its words
// the lexemes of which one must be there.
type Term struct {
	Text   string
	Weight float64
	Words  [][]string
	Gaps   []int // how many words after the one before each stands: 1 unless stop words are between
}

// A Set finds the synonyms of words. It never changes.
type Set struct {
	terms   map[string][]*Term // by the lexemes of the word or words, joined by spaces; each is told of by all others of its group
	longest int                // words of the longest key
	words   []Term             // the terms of one word, in the order of the alphabet
}

// maxWords is the longest term that is looked for in a query.
const maxWords = 4

// NewSet prepares groups for an analyzer.
func NewSet(a *analysis.Analyzer, groups []Group) *Set {
	s := &Set{terms: map[string][]*Term{}}
	a = a.Apart()
	known := reader{a, map[reading]*Term{}}
	for _, g := range slices.Concat(groups, lent(groups)) {
		terms := make([]*Term, len(g.Terms))
		foreign := g.foreign(a)
		for i, text := range g.Terms {
			terms[i] = known.term(reading{text, foreign, g.Weight})
		}
		for i, t := range terms {
			if g.OneWay && i > 0 {
				break
			}
			s.add(t, terms)
			if len(t.Words) == 1 && !strings.Contains(t.Text, " ") {
				s.words = append(s.words, Term{Text: strings.ToLower(t.Text), Words: t.Words})
			}
		}
	}
	slices.SortFunc(s.words, func(a, b Term) int { return strings.Compare(a.Text, b.Text) })
	s.words = slices.Clip(slices.CompactFunc(s.words, func(a, b Term) bool { return a.Text == b.Text }))
	return s
}

// A reader reads each term once: most stand in many groups.
type reader struct {
	analyzer *analysis.Analyzer
	known    map[reading]*Term
}

// A reading is what tells terms apart. Without a weight it is the words alone,
// which terms of every weight share.
type reading struct {
	text    string
	foreign bool
	weight  float64
}

func (r reader) term(of reading) *Term {
	t, ok := r.known[of]
	if ok {
		return t
	}
	t = &Term{Text: of.text, Weight: of.weight}
	if of.weight == 0 {
		t.read(r.analyzer, of.foreign)
	} else {
		words := r.term(reading{text: of.text, foreign: of.foreign})
		t.Words, t.Gaps = words.Words, words.Gaps
	}
	r.known[of] = t
	return t
}

// Begun is the terms of one word that begin in some way, n of them at most: the
// shortest first.
func (s *Set) Begun(start string, n int) []Term {
	from, _ := slices.BinarySearchFunc(s.words, start, func(t Term, start string) int { return strings.Compare(t.Text, start) })
	to := from
	for to < len(s.words) && strings.HasPrefix(s.words[to].Text, start) {
		to++
	}
	list := slices.Clone(s.words[from:to])
	slices.SortStableFunc(list, func(a, b Term) int { return utf8.RuneCountInString(a.Text) - utf8.RuneCountInString(b.Text) })
	return list[:min(len(list), n)]
}

// add makes all other terms findable under the words of t.
func (s *Set) add(t *Term, terms []*Term) {
	if len(t.Words) == 0 || len(t.Words) > maxWords {
		return
	}
	s.longest = max(s.longest, len(t.Words))
	for _, key := range keys(t.Words) {
		for _, other := range terms {
			if other.Text != t.Text && len(other.Words) > 0 {
				s.terms[key] = append(s.terms[key], other)
			}
		}
	}
}

// Longest is how many words in a row are worth asking for.
func (s *Set) Longest() int { return s.longest }

// Find is the synonyms of some words in a row, each given by its lexemes; the
// weightiest first.
func (s *Set) Find(words [][]string) []Term {
	var found []Term
	for _, key := range keys(words) {
		for _, t := range s.terms[key] {
			if !slices.ContainsFunc(found, func(f Term) bool { return f.Text == t.Text }) {
				found = append(found, *t)
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
func (term *Term) read(a *analysis.Analyzer, foreign bool) {
	gap := 0
	for _, t := range token.Split(token.Clean(term.Text)) {
		e := a.Word("fi", t.Word)
		gap++
		if e.Stop {
			continue
		}
		list := slices.Clone(Chosen(e, t.Word))
		if !e.Known || foreign {
			list = append(list, a.Word("sv", t.Word).Lexemes...)
		}
		if name := e.Shown != strings.ToLower(e.Shown); !e.Known || name {
			list = append(list, a.Word("en", t.Word).Lexemes...)
		}
		term.Words, term.Gaps = append(term.Words, list), append(term.Gaps, gap)
		gap = 0
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
