// Package worddiff tells how a text has changed, word by word.
package worddiff

import (
	"strings"
	"unicode"
)

// A Kind is what became of some words.
type Kind int

// The kinds.
const (
	Same Kind = iota
	Gone
	New
)

// A Piece is words that stayed, went or came, with the spaces between them.
type Piece struct {
	Kind Kind
	Text string
}

// mostCells bounds the work: what differs in more words than this allows is
// told as a whole.
const mostCells = 4_000_000

// Of is the pieces of which both texts are made: Same and Gone ones are the
// text before, Same and New ones the text after.
func Of(before, after string) []Piece {
	a, b := words(before), words(after)
	var pieces []Piece
	add := func(k Kind, all []string) {
		if text := strings.Join(all, ""); text != "" {
			if n := len(pieces); n > 0 && pieces[n-1].Kind == k {
				pieces[n-1].Text += text
			} else {
				pieces = append(pieces, Piece{k, text})
			}
		}
	}
	start := 0
	for start < len(a) && start < len(b) && a[start] == b[start] {
		start++
	}
	end := 0
	for end < len(a)-start && end < len(b)-start && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	add(Same, a[:start])
	middle(a[start:len(a)-end], b[start:len(b)-end], add)
	add(Same, a[len(a)-end:])
	return pieces
}

// middle is Of where both texts begin and end with other words.
func middle(a, b []string, add func(Kind, []string)) {
	if len(a)*len(b) > mostCells {
		add(Gone, a)
		add(New, b)
		return
	}
	// common[i][j] is how many words a[i:] and b[j:] have in common, in order.
	common := make([][]uint16, len(a)+1)
	for i := range common {
		common[i] = make([]uint16, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			add(Same, a[i:i+1])
			i, j = i+1, j+1
		case common[i+1][j] >= common[i][j+1]:
			add(Gone, a[i:i+1])
			i++
		default:
			add(New, b[j:j+1])
			j++
		}
	}
	add(Gone, a[i:])
	add(New, b[j:])
}

// words is a text in words, each with the spaces after it.
func words(s string) []string {
	var all []string
	begin, space := 0, false
	for i, r := range s {
		if unicode.IsSpace(r) {
			space = true
		} else if space {
			all, begin, space = append(all, s[begin:i]), i, false
		}
	}
	if begin < len(s) {
		all = append(all, s[begin:])
	}
	return all
}
