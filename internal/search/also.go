package search

import (
	"cmp"
	"slices"
	"strings"

	"tekojentori.fi/tori/internal/search/analysis"
	"tekojentori.fi/tori/internal/search/query"
	"tekojentori.fi/tori/internal/search/synonym"
	"tekojentori.fi/tori/internal/search/token"
)

// maxAlso bounds the synonyms that are named to the reader.
const maxAlso = 6

// also is the synonyms that were looked for as well, those in the language of
// the page first, without those that are only the words of the query again, and
// without what the reader does not want.
func (s *finding) also(lang string) []string {
	var own, others, asked []string
	var unwanted [][]string
	for _, m := range s.groups {
		words := strings.Fields(cmp.Or(m.corrected, m.Typed))
		if m.Minus {
			unwanted = append(unwanted, words)
		} else {
			asked = append(asked, words...)
		}
	}
	a := s.index.analyzer
	for _, m := range s.groups {
		if m.Minus || m.Dull || !m.has(query.Synonym) {
			continue
		}
		for _, text := range m.Also {
			if len(own) == maxAlso {
				return own
			}
			term := contentWords(a, text)
			excluded := func(words []string) bool { return allAmong(a, words, term) }
			switch {
			case slices.Contains(own, text) || allAmong(a, term, asked) || slices.ContainsFunc(unwanted, excluded):
			case readBy(a, lang, text, term):
				own = append(own, text)
			case len(others) < maxAlso && !slices.Contains(others, text):
				others = append(others, text)
			}
		}
	}
	return append(own, others[:min(len(others), maxAlso-len(own))]...)
}

// readBy reports whether who reads a language likely reads a term: whether
// Finnish knows its words or not, for of the other languages we have none.
func readBy(a *analysis.Analyzer, lang, text string, words []string) bool {
	unknown := slices.ContainsFunc(words, func(w string) bool { return !a.Word("fi", w).Known })
	return unknown == (lang != "fi") && (lang != "en" || !strings.ContainsAny(text, "åäö"))
}

// contentWords is the words of a text that are stop words in no language.
func contentWords(a *analysis.Analyzer, text string) []string {
	var words []string
	for _, t := range token.Split(token.Clean(text)) {
		if !a.Word("fi", t.Word).Stop && !a.Word("sv", t.Word).Stop && !a.Word("en", t.Word).Stop {
			words = append(words, t.Word)
		}
	}
	return words
}

// allAmong reports whether there are words, and each is among others in some
// form.
func allAmong(a *analysis.Analyzer, words, others []string) bool {
	var known []string
	for _, w := range others {
		known = append(known, forms(a, w)...)
	}
	unknown := func(w string) bool {
		return !slices.ContainsFunc(forms(a, w), func(f string) bool { return slices.Contains(known, f) })
	}
	return len(words) > 0 && !slices.ContainsFunc(words, unknown)
}

// forms is the lexemes of a word: Swedish and English ones only where Finnish
// does not know it, for stems are less sure than base forms.
func forms(a *analysis.Analyzer, word string) []string {
	e := a.Word("fi", word)
	lexemes := synonym.Chosen(e, word)
	if e.Known {
		return lexemes
	}
	return slices.Concat(lexemes, a.Word("sv", word).Lexemes, a.Word("en", word).Lexemes)
}
