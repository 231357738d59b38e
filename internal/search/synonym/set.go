package synonym

import (
	"iter"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"tekojentori.fi/tori/internal/search/analysis"
)

// A Term is a term of a group, and how much it counts.
type Term struct {
	*Reading
	Weight float64
}

// A Set finds the synonyms of words. It never changes.
type Set struct {
	groups  []group
	keys    []string // the lexemes of each word or words, joined by spaces, in order
	ends    []int32  // of each key, where its places end
	places  []place
	longest int    // words of the longest key
	words   []word // the terms of one word, in the order of the alphabet
}

// A word is a term of one word in lower case.
type word struct {
	*Reading
	name bool // of a place
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
	s := &Set{}
	known := newReader(a, groups)
	for _, g := range slices.Concat(groups, lent(groups)) {
		s.add(g, known)
	}
	slices.SortStableFunc(s.words, func(a, b word) int { return strings.Compare(a.Text, b.Text) })
	s.words = slices.Clip(slices.CompactFunc(s.words, func(a, b word) bool { return a.Text == b.Text }))
	for _, key := range slices.Sorted(maps.Keys(known.places)) {
		s.keys, s.places = append(s.keys, key), append(s.places, known.places[key]...)
		s.ends = append(s.ends, int32(len(s.places))) // there are some ten thousand
	}
	s.groups, s.keys, s.ends, s.places = slices.Clip(s.groups), slices.Clip(s.keys), slices.Clip(s.ends), slices.Clip(s.places)
	s.pack()
	return s
}

// at is where the terms with a key stand.
func (s *Set) at(key string) []place {
	n, ok := slices.BinarySearch(s.keys, key)
	switch {
	case !ok:
		return nil
	case n == 0:
		return s.places[:s.ends[0]]
	default:
		return s.places[s.ends[n-1]:s.ends[n]]
	}
}

// add makes the terms of a group findable, of a group of one way the first.
func (s *Set) add(g Group, known reader) {
	terms := make([]*Reading, len(g.Terms))
	foreign := known.foreign(g)
	for i, text := range g.Terms {
		terms[i] = known.term(reading{text, foreign})
	}
	s.groups = append(s.groups, group{terms, g.Weight})
	if g.OneWay {
		terms = terms[:1]
	}
	for i, t := range terms {
		if len(t.Words) == 0 || len(t.Words) > maxWords {
			continue
		}
		s.longest = max(s.longest, len(t.Words))
		known.place(t, place{int32(len(s.groups) - 1), int32(i)}) // there are some thousand
		if len(t.Words) == 1 && !strings.Contains(t.Text, " ") {
			s.words = append(s.words, word{t.inLowerCase(), g.Weight == Name})
		}
	}
}

// Begun is the terms of one word that begin in some way, n of them at most: the
// shortest first.
func (s *Set) Begun(start string, n int) []*Reading {
	var list []*Reading
	from, _ := slices.BinarySearchFunc(s.words, start, func(t word, start string) int { return strings.Compare(t.Text, start) })
	for at := from; at < len(s.words) && strings.HasPrefix(s.words[at].Text, start); at++ {
		list = append(list, s.words[at].Reading)
	}
	slices.SortStableFunc(list, func(a, b *Reading) int { return utf8.RuneCountInString(a.Text) - utf8.RuneCountInString(b.Text) })
	return list[:min(len(list), n)]
}

// Words is the terms of one word that are no names, in lower case.
func (s *Set) Words() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, w := range s.words {
			if !w.name && !yield(w.Text) {
				return
			}
		}
	}
}

// Longest is how many words in a row are worth asking for.
func (s *Set) Longest() int { return s.longest }

// Find is the synonyms of some words in a row, each given by its lexemes; the
// weightiest first. A single word that is a term as it is typed is that one, and
// no other of the same stem: Swedish mat is not English mate.
func (s *Set) Find(words [][]string, typed string) []Term {
	var found []Term
	as := keys(words)
	only := typed != "" && slices.ContainsFunc(as, func(key string) bool {
		return slices.ContainsFunc(s.at(key), func(at place) bool { return s.is(at, typed) })
	})
	for _, key := range as {
		for _, at := range s.at(key) {
			if only && !s.is(at, typed) {
				continue
			}
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

// is reports whether the term at a place is written so.
func (s *Set) is(at place, typed string) bool {
	return strings.EqualFold(s.groups[at.group].terms[at.term].Text, typed)
}

// Has reports whether a word is a term, as it is written.
func (s *Set) Has(text string) bool {
	_, ok := slices.BinarySearchFunc(s.words, strings.ToLower(text), func(t word, w string) int { return strings.Compare(t.Text, w) })
	return ok
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
				switch {
				case len(next) == maxKeys:
				case key == "":
					next = append(next, l)
				case language(key) == language(l):
					next = append(next, key+" "+l)
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
