package search

import (
	"strings"
	"unicode/utf8"
)

// A slip is a word one slip away from what was typed: looked for as lemma in
// the vocabulary, offered as form.
type slip struct{ lemma, form string }

// slips is the words one slip away: short ones as they are, for short words
// share few trigrams, and all that the dictionary knows by their base forms.
func (x *Index) slips(word string) []slip {
	n := utf8.RuneCountInString(word)
	if n > maxSlips {
		return nil
	}
	var list []slip
	if n <= maxShort {
		for _, form := range slipsOf(word) {
			list = append(list, slip{form, form})
		}
	}
	for _, form := range append(x.analyzer.Near(word, alphabet), dotted.Replace(word)) {
		for _, lemma := range x.analyzer.BaseForms(form) {
			list = append(list, slip{lemma, form})
		}
	}
	return list
}

// dotted gives a word all its dots.
var dotted = strings.NewReplacer("a", "ä", "o", "ö")
