package fi

import (
	"strings"
	"unicode/utf8"
)

// grades is grades of consonants that stems do not tell alike, with the vowels
// that they depend on: the strong one, and the weak one.
var grades = []struct{ strong, weak string }{
	{"lk", "lj"}, // hylkeen, hylje
	{"rk", "rj"},
	{"hk", "hj"},
	{"uku", "uvu"},
	{"yky", "yvy"},
}

const (
	vowels = "aeiouyäö"
	// maxEnding is how many letters may follow what changes, and minGrade the
	// length of the shortest beginning that tells something.
	maxEnding, minGrade = 5, 4
)

// OtherGrades is what the forms of a word in its other grade begin with, as far
// as that can be said without a dictionary: hylke for hylje, reiä for reikä.
func OtherGrades(word string) []string {
	var list []string
	swap := func(from, to string) {
		at := strings.LastIndex(word, from)
		if at <= 0 {
			return
		}
		before, end := word[:at], word[at+len(from):]
		start := before + to
		if n := len(from) - 1; !strings.Contains(vowels, from[n:]) { // up to the vowel
			r, size := utf8.DecodeRuneInString(end)
			if size == 0 || !strings.ContainsRune(vowels, r) || to == "" && !strings.ContainsRune(vowels, lastRune(before)) {
				return
			}
			start += end[:size]
		}
		if utf8.RuneCountInString(end) <= maxEnding && utf8.RuneCountInString(start) >= minGrade {
			list = append(list, start)
		}
	}
	for _, g := range grades {
		swap(g.strong, g.weak)
		swap(g.weak, g.strong)
	}
	swap("lk", "l") // polku, polun
	swap("k", "")   // reikä, reiän
	return list
}
