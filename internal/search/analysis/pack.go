package analysis

import (
	"slices"
	"strings"
)

// packed is a word and its entry with one piece of memory for all their letters
// and one for all lists: tens of thousands are kept. Most of the lexemes stand
// in each other.
func packed(word string, e *Entry) (string, *Entry) {
	lists := slices.Concat([][]string{e.Lexemes, e.Parts, e.Roots}, e.Splits)
	letters := word
	for _, s := range append(slices.Concat(lists...), e.Shown) {
		if !strings.Contains(letters, s) {
			letters += s
		}
	}
	letters = strings.Clone(letters) // not the text that the word was cut from
	same := func(s string) string {
		at := strings.Index(letters, s)
		return letters[at : at+len(s)]
	}
	room := slices.Concat(lists...)
	for i, s := range room {
		room[i] = same(s)
	}
	for i, list := range lists {
		if len(list) > 0 {
			lists[i], room = room[:len(list):len(list)], room[len(list):]
		}
	}
	return letters[:len(word)], &Entry{
		Stop: e.Stop, Known: e.Known, Noun: e.Noun, Shown: same(e.Shown),
		Lexemes: lists[0], Parts: lists[1], Roots: lists[2], Splits: append([][]string(nil), lists[3:]...),
	}
}
