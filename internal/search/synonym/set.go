package synonym

import (
	"slices"
	"strings"

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
	terms   map[string][]Term // by the lexemes of the word or words, joined by spaces
	longest int               // words of the longest key
}

// maxWords is the longest term that is looked for in a query.
const maxWords = 4

// NewSet prepares groups for an analyzer.
func NewSet(a *analysis.Analyzer, groups []Group) *Set {
	s := &Set{terms: map[string][]Term{}}
	for _, g := range slices.Concat(groups, lent(groups)) {
		terms := make([]Term, len(g.Terms))
		for i, text := range g.Terms {
			terms[i] = Term{Text: text, Weight: g.Weight}
			terms[i].read(a)
		}
		for i, t := range terms {
			if g.OneWay && i > 0 {
				break
			}
			s.add(t, terms)
		}
	}
	return s
}

// maxLent bounds what one term borrows.
const maxLent = 6

// lent is what is related to a term, for those that mean the same: who asks
// for seniors gets the care home that is related to the old.
func lent(groups []Group) []Group {
	related := map[string][]string{}
	for _, g := range groups {
		for _, term := range g.Terms {
			if g.Weight == Related {
				related[term] = append(related[term], g.Terms...)
			}
		}
	}
	var list []Group
	for _, g := range groups {
		if g.Weight != Same || g.OneWay {
			continue
		}
		var all []string
		for _, term := range g.Terms {
			for _, r := range related[term] {
				if !slices.Contains(all, r) && !slices.Contains(g.Terms, r) {
					all = append(all, r)
				}
			}
		}
		for _, term := range g.Terms {
			if len(all) > 0 {
				list = append(list, Group{Terms: append([]string{term}, all[:min(len(all), maxLent)]...), OneWay: true, Weight: Distant})
			}
		}
	}
	return list
}

// add makes all other terms findable under the words of t.
func (s *Set) add(t Term, terms []Term) {
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
				found = append(found, t)
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

// read sets the words of a term without stop words. Nobody has said what
// language a term is in, so it stands for Finnish and Swedish, and for English
// too when it is a name or Finnish does not know it.
func (term *Term) read(a *analysis.Analyzer) {
	gap := 0
	for _, t := range token.Split(token.Clean(term.Text)) {
		e := a.Word("fi", t.Word)
		gap++
		if e.Stop {
			continue
		}
		list := slices.Concat(Chosen(e, t.Word), a.Word("sv", t.Word).Lexemes)
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
