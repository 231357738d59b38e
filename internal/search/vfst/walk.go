package vfst

import (
	"sort"
	"strings"
)

// Analyze is the readings of a word: what the transducer writes for it, such
// as "[Ln][Xp]koti[X]kodi[Sine][Ny]ssa". The word is in lower case. A word
// that the dictionary does not know has none.
func (t *Transducer) Analyze(word string) []string {
	w := walk{t: t, steps: maxSteps}
	for _, r := range word {
		symbol, ok := t.chars[r]
		if !ok || len(w.input) == maxWord {
			return nil
		}
		w.input = append(w.input, symbol)
	}
	w.features = make([]uint8, t.features)
	w.visit(0, 0, 0)
	return w.readings
}

// A walk is one search, depth first, for the ways through the transducer that
// read the whole input.
type walk struct {
	t        *Transducer
	input    []uint16
	output   []uint16
	features []uint8 // the value of each feature on the way to here
	steps    int     // how many more cells may be tried
	readings []string
}

// visit tries every way on from a state.
func (w *walk) visit(state uint32, position, depth int) {
	cells, ok := w.t.state(state)
	if !ok || depth > maxDepth {
		return
	}
	long := cells[0].more() == overflow
	for i, c := range cells {
		if long && i == 1 {
			continue // not a transition but the length of the state
		}
		if c.in > w.t.lastFlag {
			break
		}
		w.follow(c, position, depth)
	}
	w.read(cells, position, depth)
	if position == len(w.input) && (cells[0].in == final || cells[len(cells)-1].in == final) {
		w.found()
	}
}

// read follows the cells that read the next character.
func (w *walk) read(cells []cell, position, depth int) {
	if position == len(w.input) {
		return
	}
	symbol := w.input[position]
	if cells[0].more() == overflow { // only such a state has a cell out of order
		if cells[0].in == symbol {
			w.step(cells[0], position+1, depth)
		}
		cells = cells[min(2, len(cells)):]
	}
	// BinarySearchFunc would call its function, which takes a fifth of all analysis
	i := sort.Search(len(cells), func(i int) bool { return cells[i].in >= symbol })
	for ; i < len(cells) && cells[i].in == symbol; i++ {
		w.step(cells[i], position+1, depth)
	}
}

// follow takes a cell that reads nothing: an empty one or a flag.
func (w *walk) follow(c cell, position, depth int) {
	f := w.t.flags[c.in]
	if f.op == 0 {
		w.step(c, position, depth)
		return
	}
	before := w.features[f.feature]
	after, ok := f.apply(before)
	if !ok {
		return
	}
	w.features[f.feature] = after
	w.step(c, position, depth)
	w.features[f.feature] = before
}

// step goes through a cell, looks further from there and comes back.
func (w *walk) step(c cell, position, depth int) {
	if w.steps == 0 || len(w.readings) == maxReadings {
		return
	}
	w.steps--
	n := len(w.output)
	if c.out > w.t.lastFlag && int(c.out) < len(w.t.symbols) {
		w.output = append(w.output, c.out)
	}
	w.visit(c.target(), position, depth+1)
	w.output = w.output[:n]
}

func (w *walk) found() {
	if len(w.readings) == maxReadings {
		return
	}
	var b strings.Builder
	for _, symbol := range w.output {
		b.WriteString(w.t.symbols[symbol])
	}
	w.readings = append(w.readings, b.String())
}
