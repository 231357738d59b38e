package vfst

import (
	"maps"
	"slices"
	"strings"
)

// Near is the words of the dictionary that are one slip away from a word: a
// letter of the alphabet left out, added, changed or swapped with the one
// before. It is what Analyze would say yes to of all such words, found in one
// walk: most of them end in a dead end after a letter or two.
func (t *Transducer) Near(word, alphabet string) []string {
	n := nearWalk{walk: walk{t: t, steps: maxNearSteps}, letters: make([]bool, len(t.symbols)), found: map[string]bool{}}
	for _, r := range alphabet {
		if symbol, ok := t.chars[r]; ok {
			n.letters[symbol] = true
		}
	}
	for _, r := range word {
		symbol, ok := t.chars[r]
		if !ok {
			symbol = unreadable // only a slip can leave it out
		}
		if len(n.input) == maxWord {
			return nil
		}
		n.input = append(n.input, symbol)
	}
	n.features = make([]uint8, t.features)
	n.visit(0, 0, 0, unslipped, nil)
	delete(n.found, word) // two equal letters swapped
	return slices.Sorted(maps.Keys(n.found))
}

// maxNearSteps bounds the walk of all that is near a word.
const maxNearSteps = 400_000

// unreadable stands for a character that the dictionary does not have.
const unreadable = final

// A slip is how far the one slip is.
type slip uint8

const (
	unslipped slip = iota
	slipped
	swapping // the later of two letters is read, the earlier must follow
)

// A nearWalk is a walk that may slip once.
type nearWalk struct {
	walk
	letters []bool // by symbol, those that may be typed instead
	found   map[string]bool
}

// visit tries every way on from a state. read is the characters so far.
func (n *nearWalk) visit(state uint32, position, depth int, s slip, read []uint16) {
	cells, ok := n.t.state(state)
	if !ok || depth > maxDepth {
		return
	}
	if (cells[0].in == final || cells[len(cells)-1].in == final) && position == len(n.input) && s == slipped {
		n.found[n.word(read)] = true
	}
	long := cells[0].more() == overflow
	for i, c := range cells {
		switch {
		case long && i == 1: // the length of the state
		case c.in <= n.t.lastFlag:
			n.follow(c, position, depth, s, read)
		case c.in != final:
			n.read(c, position, depth, s, read)
		}
	}
	if s == unslipped && position < len(n.input) { // a letter too many was typed
		n.visit(state, position+1, depth+1, slipped, read)
	}
}

// word is characters as text.
func (n *nearWalk) word(read []uint16) string {
	var b strings.Builder
	for _, symbol := range read {
		b.WriteString(n.t.symbols[symbol])
	}
	return b.String()
}

// read takes a cell that reads a character: the one that was typed, or another
// by a slip.
func (n *nearWalk) read(c cell, position, depth int, s slip, read []uint16) {
	at := func(i int) bool { return i < len(n.input) && n.input[i] == c.in }
	on := func(position int, s slip) { n.step(c, position, depth, s, append(read, c.in)) }
	switch {
	case s == swapping && at(position-1):
		on(position+1, slipped)
	case s == slipped && at(position):
		on(position+1, slipped)
	}
	if s != unslipped {
		return
	}
	if at(position) {
		on(position+1, unslipped)
	}
	if at(position + 1) {
		on(position+1, swapping)
	}
	if int(c.in) < len(n.letters) && n.letters[c.in] { // a damaged file has symbols that are none
		on(position, slipped) // it was left out
		if position < len(n.input) && !at(position) {
			on(position+1, slipped) // another was typed
		}
	}
}

// follow takes a cell that reads nothing: an empty one or a flag.
func (n *nearWalk) follow(c cell, position, depth int, s slip, read []uint16) {
	f := n.t.flags[c.in]
	if f.op == 0 {
		n.step(c, position, depth, s, read)
		return
	}
	before := n.features[f.feature]
	after, ok := f.apply(before)
	if !ok {
		return
	}
	n.features[f.feature] = after
	n.step(c, position, depth, s, read)
	n.features[f.feature] = before
}

func (n *nearWalk) step(c cell, position, depth int, s slip, read []uint16) {
	if n.steps == 0 {
		return
	}
	n.steps--
	n.visit(c.target(), position, depth+1, s, read)
}
