package vfst

import (
	"strings"
	"unicode/utf8"
)

// boundary ends a part of a compound.
const boundary = "[Bc]"

const vowels = "aeiouyäöå"

// named are the classes of parts that a hyphen may join without need: names
// of people and places, abbreviations, numbers and letters.
var named = []string{"[Lee]", "[Lep]", "[Les]", "[Lem]", "[La]", "[Lu]", "[Lur]"}

// WellSpelled reports whether a reading has its hyphens as Finnish spells
// them: between the parts of a compound one stands exactly when a vowel meets
// its like, a number comes before or a name is part of it. The transducer
// itself lets all others through as well, which is a help with sloppy texts.
func WellSpelled(reading string) bool {
	for {
		left, right, more := strings.Cut(reading, boundary)
		if !more {
			return true
		}
		if !joined(left, right) {
			return false
		}
		reading = right
	}
}

// joined checks the boundary between a part and what follows it.
func joined(left, right string) bool {
	next, _, _ := strings.Cut(right, boundary)
	before, after := surface(left), surface(next)
	if before == "" || after == "" {
		return true
	}
	letters := strings.TrimSuffix(before, "-")
	last, _ := utf8.DecodeLastRuneInString(letters)
	first, _ := utf8.DecodeRuneInString(after)
	if letters == before {
		return last != first || !strings.ContainsRune(vowels, last)
	}
	if last == first && strings.ContainsRune(vowels, last) || last >= '0' && last <= '9' {
		return true
	}
	return strings.HasSuffix(letters, "is") || hasName(left) || hasName(next)
}

func hasName(part string) bool {
	for _, class := range named {
		if strings.Contains(part, class) {
			return true
		}
	}
	return false
}

// surface is the letters of a part as they stand in the word: without tags
// and without the base forms that stand between [Xp], [Xj] or [Xr] and [X].
func surface(part string) string {
	var b strings.Builder
	for part != "" {
		text, rest, tagged := strings.Cut(part, "[")
		b.WriteString(text)
		if !tagged {
			break
		}
		tag, rest, _ := strings.Cut(rest, "]")
		if len(tag) == 2 && tag[0] == 'X' {
			_, rest, _ = strings.Cut(rest, "[X]")
		}
		part = rest
	}
	return b.String()
}
