// Package vfst reads Voikko's morphology, an unweighted finite-state
// transducer in the VFST format, and runs words through it.
//
// The format is little-endian: a header of 16 bytes, a table of symbols
// (empty, flag diacritics, characters, tags), and then cells of 8 bytes. A
// state is a run of cells and is named by the index of its first one.
//
// A Transducer never changes, so any number of goroutines may use it. A
// damaged file is an error, or a word without readings, but never a panic or
// an endless walk: every walk is bounded.
package vfst

import (
	"fmt"
	"os"
)

// The bounds of the walk of one word.
const (
	maxSteps    = 100_000
	maxReadings = 100
	maxDepth    = 2_000
	maxWord     = 200 // characters
)

// final marks a cell that ends a word instead of leading on.
const final = 0xFFFF

// A Transducer turns a word into its readings.
type Transducer struct {
	symbols  []string
	flags    []flag          // by symbol; those that are no flags have the operation 0
	chars    map[rune]uint16 // the symbol of each character
	lastFlag uint16          // symbols up to this one take no input
	features int
	cells    []cell
}

// A cell is one transition: it reads in, writes out and leads to the state
// target. The first cell of a state says how many more there are.
type cell struct {
	in, out uint16
	next    uint32 // as it stands in the file: a dictionary has half a million cells
}

// target is the state that the cell leads to.
func (c cell) target() uint32 { return c.next & (maxCells - 1) }

// more is how many cells of the state follow its first one.
func (c cell) more() uint8 { return uint8(c.next >> 24) } // what is left has 8 bits

// Open reads a transducer from a file.
func Open(path string) (*Transducer, error) {
	b, err := os.ReadFile(path) //nolint:gosec // the operator names the dictionary by FI_LEXICON
	if err != nil {
		return nil, fmt.Errorf("open dictionary: %w", err)
	}
	t, err := Read(b)
	if err != nil {
		return nil, fmt.Errorf("read dictionary %s: %w", path, err)
	}
	return t, nil
}

// state is the transitions of the state that begins at cell i; false when the
// file is damaged there.
func (t *Transducer) state(i uint32) ([]cell, bool) {
	n := uint32(len(t.cells)) // checked by Read
	if i >= n {
		return nil, false
	}
	first := t.cells[i]
	if first.more() != overflow {
		end := i + uint32(first.more()) + 1
		if end > n {
			return nil, false
		}
		return t.cells[i:end], true
	}
	return t.longState(i)
}

// longState is a state of more than 255 cells. Its second cell is no
// transition but says how many follow; see count.
func (t *Transducer) longState(i uint32) ([]cell, bool) {
	n := uint32(len(t.cells)) // checked by Read
	if i+1 >= n {
		return nil, false
	}
	count := t.cells[i+1].count()
	if count > n || i+1+count > n {
		return nil, false
	}
	return t.cells[i : i+1+count], true
}
