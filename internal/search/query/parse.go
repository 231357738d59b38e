// Package query turns what people type into groups of alternatives: a group
// for each word, with everything that may stand for it and how much it counts.
// It knows no database; only the tsquery texts that it makes go there, as
// parameters.
package query

import (
	"strings"
	"unicode/utf8"

	"tekojentori.fi/tori/internal/search/token"
)

// The bounds of a query. What is longer is cut.
const (
	maxLength = 300 // characters
	maxWords  = 12
)

// A clause is a word or a quoted phrase of a query.
type clause struct {
	words  []string
	phrase bool
	minus  bool
}

// parse cuts the text into clauses. It reports whether something was left out.
func parse(text string) (clauses []clause, cut bool) {
	text, cut = shorten(text)
	words := 0
	for text != "" {
		var c clause
		c, text = next(text)
		if len(c.words) == 0 {
			continue
		}
		if words += len(c.words); words > maxWords {
			return clauses, true
		}
		clauses = append(clauses, c)
	}
	return clauses, cut
}

// shorten bounds the text before anything looks at it closely.
func shorten(text string) (string, bool) {
	cut := false
	if len(text) > 4*maxLength {
		text, cut = text[:4*maxLength], true
	}
	text = token.Clean(text)
	if utf8.RuneCountInString(text) > maxLength {
		text, cut = string([]rune(text)[:maxLength]), true
	}
	return text, cut
}

// quotes are the marks that open or close a phrase.
const quotes = "\"”“„»«"

// next takes the first clause off the text.
func next(text string) (clause, string) {
	text = strings.TrimLeft(text, " \t\r\n\u00a0")
	var c clause
	if rest, ok := minus(text); ok {
		c.minus, text = true, rest
	}
	if r, size := utf8.DecodeRuneInString(text); size > 0 && strings.ContainsRune(quotes, r) {
		inside, rest := text[size:], ""
		if end := strings.IndexAny(inside, quotes); end >= 0 {
			_, closing := utf8.DecodeRuneInString(inside[end:])
			inside, rest = inside[:end], inside[end+closing:]
		}
		c.words = split(inside)
		c.phrase = len(c.words) > 1
		return c, rest
	}
	end := strings.IndexAny(text, " \t\r\n\u00a0"+quotes)
	if end < 0 {
		end = len(text)
	}
	if end < len(text) && strings.HasSuffix(text[:end], "-") && text[end] == ' ' {
		c.words = split(text[:end+1]) // keeps the hyphen of veto- ja pitovoima
	} else {
		c.words = split(text[:end])
	}
	return c, text[end:]
}

// minus takes off a minus sign that stands before a word or a phrase.
func minus(text string) (string, bool) {
	for _, sign := range []string{"-", "−", "–"} {
		if rest, ok := strings.CutPrefix(text, sign); ok && rest != "" && !strings.ContainsAny(rest[:1], " -") {
			return rest, true
		}
	}
	return text, false
}

func split(text string) []string {
	var words []string
	for _, t := range token.Split(text) {
		words = append(words, t.Word)
	}
	return words
}
