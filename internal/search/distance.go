package search

import "strings"

// distance is how many slips of the keyboard turn one word into the other:
// letters left out, added, changed or swapped. A letter without its dots or
// ring is a quarter of a slip, one letter for a double one or the other way
// half a slip, and two in the wrong order three quarters.
func distance(a, b string) float64 {
	x, y := []rune(a), []rune(b)
	rows := make([][]float64, len(x)+1)
	for i := range rows {
		rows[i] = make([]float64, len(y)+1)
		rows[i][0] = float64(i)
	}
	for j := range y {
		rows[0][j+1] = float64(j + 1)
	}
	for i := range x {
		for j := range y {
			d := min(rows[i][j+1]+extra(x, i), rows[i+1][j]+extra(y, j), rows[i][j]+change(x[i], y[j]))
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				d = min(d, rows[i-1][j-1]+0.75)
			}
			rows[i+1][j+1] = d
		}
	}
	return rows[len(x)][len(y)]
}

// extra is the cost of letter i too many.
func extra(word []rune, i int) float64 {
	if i > 0 && word[i] == word[i-1] {
		return 0.5
	}
	return 1
}

// change is the cost of one letter in place of another.
func change(a, b rune) float64 {
	if a == b {
		return 0
	}
	switch string([]rune{min(a, b), max(a, b)}) {
	case "aä", "oö", "aå", "äå", "oå":
		return 0.25
	}
	return 1
}

const (
	alphabet = "abcdefghijklmnopqrstuvwxyzåäö"
	// maxShort is the longest word that is short of trigrams.
	maxShort = 7
	// maxSlips is the longest word whose slips are all tried.
	maxSlips = 24
)

// slipsOf is all words one slip away from another, and the same with all
// its dots.
func slipsOf(word string) []string {
	w := []rune(word)
	if len(w) > maxSlips {
		return nil
	}
	dotted := strings.NewReplacer("a", "ä", "o", "ö").Replace(word)
	list := []string{dotted}
	for i := range w {
		head, tail := string(w[:i]), string(w[i+1:])
		list = append(list, head+tail)
		if i > 0 {
			list = append(list, string(w[:i-1])+string(w[i])+string(w[i-1])+tail)
		}
		for _, letter := range alphabet {
			list = append(list, head+string(letter)+tail, head+string(letter)+string(w[i:]))
		}
	}
	for _, letter := range alphabet {
		list = append(list, word+string(letter))
	}
	return list
}
