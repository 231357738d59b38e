package highlight

import (
	"slices"

	"tekojentori.fi/tori/internal/search/analysis"
	"tekojentori.fi/tori/internal/search/token"
)

// A place is a word of a term.
type place struct{ term, word int }

// near is how far from each other two words of a term may stand: of takaisin
// heti töihin they are two words apart.
const near = 2

func (h *Highlighter) addTerms(terms [][][]string) {
	if len(terms) == 0 {
		return
	}
	h.terms = map[string][]place{}
	for i, words := range terms {
		for j, lexemes := range words {
			for _, l := range lexemes {
				h.terms[l] = append(h.terms[l], place{i, j})
				h.inTerms[trace(l)] = true
			}
		}
	}
}

// ofTerm is the lexeme by which a word belongs to a term that stands there with
// another of its words, "" for none: of hyvinvointi työssä not every työ is one.
func (h *Highlighter) ofTerm(tokens []token.Token, at int) string {
	places, lexeme := h.places(tokens[at].Word)
	if len(places) == 0 {
		return ""
	}
	for i := max(0, at-near); i <= min(len(tokens)-1, at+near); i++ {
		if i == at {
			continue
		}
		others, _ := h.places(tokens[i].Word)
		for _, o := range others {
			if slices.ContainsFunc(places, func(p place) bool { return p.term == o.term && p.word-o.word == sign(at-i) }) {
				return lexeme
			}
		}
	}
	return ""
}

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}

// places is where a word stands in terms, and the lexeme by which it does.
func (h *Highlighter) places(word string) ([]place, string) {
	for _, lang := range []string{h.lang, h.other()} {
		e := h.analyzer.Word(lang, word)
		if l := h.inTerm(e); l != "" {
			return h.terms[l], l
		}
		if e.Known {
			break
		}
	}
	return nil, ""
}

func (h *Highlighter) inTerm(e *analysis.Entry) string {
	for _, l := range e.Lexemes {
		if h.inTerms[trace(l)] && h.terms[l] != nil {
			return l
		}
	}
	return ""
}
