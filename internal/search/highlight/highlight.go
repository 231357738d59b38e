// Package highlight marks in a text what a query has found. It returns pieces
// of plain text, so that templates escape them.
package highlight

import (
	"strings"

	"tekojentori.fi/tori/internal/search/analysis"
	"tekojentori.fi/tori/internal/search/query"
	"tekojentori.fi/tori/internal/search/token"
)

// A Segment is a piece of a text: a match or what stands between matches.
type Segment struct {
	Text  string
	Match bool
}

// A Highlighter marks the matches of one query. It is for one goroutine.
type Highlighter struct {
	analyzer *analysis.Analyzer
	lexemes  map[string]bool
	terms    map[string][]place // where a lexeme stands in terms
	traces   [256]bool          // of the lexemes: most words share none
	inTerms  [256]bool          // of those of terms
	prefixes []string
	lang     string
	tokens   []token.Token // room that is used again for each text
	matches  []string
}

// New makes a highlighter for texts in lang: fi, sv or en.
func New(a *analysis.Analyzer, marks query.Marks, lang string) *Highlighter {
	h := &Highlighter{analyzer: a, lexemes: make(map[string]bool, len(marks.Lexemes)), prefixes: marks.Prefixes, lang: lang}
	for _, l := range marks.Lexemes {
		h.lexemes[l] = true
		h.traces[trace(l)] = true
	}
	h.addTerms(marks.Terms)
	return h
}

// among is the first of a word's lexemes that the query asks for.
func (h *Highlighter) among(e *analysis.Entry) string {
	for _, list := range [...][]string{e.Lexemes, e.Parts, e.Roots} {
		for _, l := range list {
			if h.traces[trace(l)] && h.lexemes[l] {
				return l
			}
		}
	}
	return ""
}

// trace is a byte by which most lexemes are told apart without a look-up.
func trace(lexeme string) byte {
	if lexeme == "" {
		return 0
	}
	return lexeme[len(lexeme)-1] ^ byte(len(lexeme)<<3) // what is lost does not matter
}

// Text is the whole of a text with its matches marked.
func (h *Highlighter) Text(text string) []Segment {
	text = token.Clean(text)
	h.tokens = token.Append(h.tokens[:0], text)
	return h.segments(text, 0, len(text), h.tokens)
}

// segments cuts text[start:end] at its matches.
func (h *Highlighter) segments(text string, start, end int, tokens []token.Token) []Segment {
	var list []Segment
	at := start
	for i, t := range tokens {
		if t.Start < start || t.End > end || h.met(tokens, i) == "" {
			continue
		}
		if t.Start > at {
			list = append(list, Segment{Text: text[at:t.Start]})
		}
		list = append(list, Segment{Text: text[t.Start:t.End], Match: true})
		at = t.End
	}
	if at < end {
		list = append(list, Segment{Text: text[at:end]})
	}
	return list
}

// met is the lexeme or beginning by which a word of a text meets the query, ""
// for none.
func (h *Highlighter) met(tokens []token.Token, at int) string {
	word := tokens[at].Word
	e := h.analyzer.Word(h.lang, word)
	if e.Stop {
		return ""
	}
	if l := h.among(e); l != "" {
		return l
	}
	if !e.Known { // a name, or a word of the other language
		if l := h.among(h.analyzer.Word(h.other(), word)); l != "" {
			return l
		}
	}
	for _, p := range h.prefixes {
		if strings.HasPrefix(word, p) {
			return p
		}
	}
	if len(h.terms) > 0 {
		return h.ofTerm(tokens, at)
	}
	return ""
}

func (h *Highlighter) other() string {
	if h.lang == "fi" {
		return "sv"
	}
	return "fi"
}
