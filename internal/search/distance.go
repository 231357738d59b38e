package search

import "math"

// distance is how many slips of the keyboard turn one word into the other:
// letters left out, added, changed or swapped. A letter without its dots or
// ring is a quarter of a slip, one letter for a double one or the other way
// half a slip, and two in the wrong order three quarters.
func distance(a, b string) float64 { return distanceWithin(a, b, math.MaxFloat64) }

// distanceWithin is distance when it is no more than a limit, and some number
// above the limit when it is more: of the thousands of words that may have been
// meant nearly all are far off.
func distanceWithin(a, b string, limit float64) float64 {
	var roomA, roomB [maxLetters]rune
	x, y := letters(a, roomA[:0]), letters(b, roomB[:0])
	if apart := 0.5 * math.Abs(float64(len(x)-len(y))); apart > limit { // each letter more costs at least half a slip
		return apart
	}
	var rooms [3 * maxLetters]float64
	rows := rooms[:]
	if 3*(len(y)+1) > len(rows) {
		rows = make([]float64, 3*(len(y)+1))
	}
	before, above, row := rows[:len(y)+1], rows[len(y)+1:2*(len(y)+1)], rows[2*(len(y)+1):3*(len(y)+1)]
	for j := range above {
		above[j] = float64(j)
	}
	for i := range x {
		row[0] = float64(i + 1)
		least := row[0]
		for j := range y {
			d := min(above[j+1]+extra(x, i), row[j]+extra(y, j), above[j]+change(x[i], y[j]))
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				d = min(d, before[j-1]+swapped)
			}
			row[j+1] = d
			least = min(least, d)
		}
		if least-swapped > limit { // the next row may still reach over this one by a swap
			return least
		}
		before, above, row = above, row, before
	}
	return above[len(y)]
}

// swapped is the cost of two letters in the wrong order.
const swapped = 0.75

// maxLetters is how long most words are at most: those need no memory.
const maxLetters = 32

// letters is the letters of a word, in room as far as it goes.
func letters(word string, room []rune) []rune {
	for _, r := range word {
		room = append(room, r)
	}
	return room
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
	if a, b = min(a, b), max(a, b); a == 'a' && (b == 'ä' || b == 'å') || a == 'o' && (b == 'ö' || b == 'å') || a == 'ä' && b == 'å' {
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
	list := []string{dotted.Replace(word)}
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
