package moderation

import (
	"slices"
	"strings"
	"unicode"

	"tekojentori.fi/tori/internal/act"
)

const (
	// shingle is how many words in a row make it likely that one text comes
	// from the other.
	shingle = 8
	// copiedFrom is how long a passage is worth a moderator's look.
	copiedFrom = 12
)

// A Copy is what an act has in the very words of another one.
type Copy struct {
	Passage string // the longest, "" if none is long enough
	Percent int    // of the words of the act
}

// Copied compares the words of an act with those of another one, whatever
// section they stand in; case and marks do not count.
func Copied(a, other act.Content) Copy {
	theirs := map[string]bool{}
	for _, text := range sectionsOf(other) {
		for words := wordsOf(text); len(words) >= shingle; words = words[1:] {
			theirs[key(words[:shingle])] = true
		}
	}
	var longest []string
	total, shared := 0, 0
	for _, text := range sectionsOf(a) {
		words := wordsOf(text)
		total += len(words)
		for _, run := range runs(words, theirs) {
			if shared += len(run); len(run) > len(longest) {
				longest = run
			}
		}
	}
	if len(longest) < copiedFrom {
		return Copy{}
	}
	return Copy{Passage: strings.Join(longest, " "), Percent: max(100*shared/total, 1)}
}

// runs is the passages of words that stand in the other text too.
func runs(words []string, theirs map[string]bool) [][]string {
	var all [][]string
	from, until := 0, 0
	for i := range max(len(words)-shingle+1, 0) {
		if !theirs[key(words[i:i+shingle])] {
			continue
		}
		if i > until { // a new passage
			if until > from {
				all = append(all, words[from:until])
			}
			from = i
		}
		until = i + shingle
	}
	if until > from {
		all = append(all, words[from:until])
	}
	return all
}

func key(words []string) string {
	lower := slices.Clone(words)
	for i, w := range lower {
		lower[i] = strings.ToLower(w)
	}
	return strings.Join(lower, " ")
}

func wordsOf(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '-' })
}

func sectionsOf(c act.Content) []string {
	return []string{c.Lead, c.Need, c.Approach, c.Results, c.Lessons}
}
