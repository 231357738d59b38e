// Package token cuts text into words: for the index, the query and the
// highlighting alike, so that the three agree.
package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A Token is a word and where it stands in the text, in bytes.
type Token struct {
	Word       string // lower case
	Start, End int
}

// maxWord is the longest word in bytes that is worth looking up.
const maxWord = 120

// Clean is text in the normal form that Split expects, without characters
// that no index holds: soft hyphens and zero bytes.
func Clean(text string) string {
	text = strings.ToValidUTF8(text, " ")
	if strings.ContainsAny(text, "\u00ad\x00\u200b") {
		text = strings.NewReplacer("\u00ad", "", "\x00", " ", "\u200b", "").Replace(text)
	}
	return norm.NFC.String(text)
}

// Split is the words of a text. A hyphen, a colon or an apostrophe inside a
// word belongs to it (linja-auto, EU:n); so does a hyphen at the end that
// stands for the rest of a compound (veto- ja pitovoima).
func Split(text string) []Token { return Append(make([]Token, 0, len(text)/8+1), text) }

// Append adds the words of a text to a list.
func Append(tokens []Token, text string) []Token {
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !letter(r) {
			at += size
			continue
		}
		end := wordEnd(text, at)
		if end-at <= maxWord {
			tokens = append(tokens, Token{Word: lower(text[at:end]), Start: at, End: end})
		}
		at = end
	}
	return tokens
}

// wordEnd is where the word that begins at start ends.
func wordEnd(text string, start int) int {
	end := start
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if letter(r) {
			end += size
			continue
		}
		if !joins(r) {
			return end
		}
		next, _ := utf8.DecodeRuneInString(text[end+size:])
		if letter(next) {
			end += size
			continue
		}
		if r == '-' && (next == ' ' || next == ',') && end > start {
			return end + size
		}
		return end
	}
	return end
}

func letter(r rune) bool {
	return r >= 'a' && r <= 'z' || r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

// joins reports whether the character may stand inside a word.
func joins(r rune) bool {
	switch r {
	case '-', '\u2010', '\u2011', ':', '\'', '’':
		return true
	}
	return false
}

// lower is the word in lower case with plain hyphens and apostrophes.
func lower(word string) string {
	word = strings.ToLower(word)
	if strings.ContainsAny(word, "\u2010\u2011’") {
		word = strings.NewReplacer("\u2010", "-", "\u2011", "-", "’", "'").Replace(word)
	}
	return word
}

// Plain is a word without the signs inside it, as base forms stand in the
// index: työ-ura is työura.
func Plain(word string) string {
	if !strings.ContainsAny(word, "-:'") {
		return word
	}
	return strings.Map(func(r rune) rune {
		if r == '-' || r == ':' || r == '\'' {
			return -1
		}
		return r
	}, word)
}

// Stems is the stems of words, which are parted by spaces.
func Stems(stem func(word string) string, words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[stem(w)] = true
	}
	return set
}
