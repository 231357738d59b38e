package vfst

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"unicode/utf8"
)

const (
	magic1     = 0x00013A6E
	magic2     = 0x000351FA
	headerSize = 16
	cellSize   = 8
	overflow   = 255     // so many further cells: the true count is in the next cell
	maxCells   = 1 << 24 // a target has 24 bits
)

// Read makes a transducer from the content of a file.
func Read(b []byte) (*Transducer, error) {
	if err := checkHeader(b); err != nil {
		return nil, err
	}
	symbols, offset, err := readSymbols(b)
	if err != nil {
		return nil, err
	}
	t := &Transducer{symbols: symbols}
	if err := t.classify(); err != nil {
		return nil, err
	}
	if t.cells, err = readCells(b[offset:]); err != nil {
		return nil, err
	}
	return t, nil
}

func checkHeader(b []byte) error {
	switch {
	case len(b) < headerSize+2:
		return errors.New("too short")
	case binary.LittleEndian.Uint32(b) != magic1, binary.LittleEndian.Uint32(b[4:]) != magic2:
		return errors.New("not a VFST file")
	case b[8] != 0:
		return errors.New("a weighted transducer is not a dictionary")
	}
	return nil
}

// readSymbols reads the table of symbols and says where the cells begin.
func readSymbols(b []byte) ([]string, int, error) {
	symbols := make([]string, binary.LittleEndian.Uint16(b[headerSize:]))
	at := headerSize + 2
	for i := range symbols {
		n := bytes.IndexByte(b[at:], 0)
		if n < 0 {
			return nil, 0, fmt.Errorf("symbol %d does not end", i)
		}
		if symbols[i] = string(b[at : at+n]); !utf8.ValidString(symbols[i]) {
			return nil, 0, fmt.Errorf("symbol %d is not UTF-8", i)
		}
		at += n + 1
	}
	at = (at + cellSize - 1) / cellSize * cellSize
	if at >= len(b) {
		return nil, 0, errors.New("no cells")
	}
	return symbols, at, nil
}

// classify tells flags, characters and tags apart.
func (t *Transducer) classify() error {
	if len(t.symbols) == 0 || t.symbols[0] != "" {
		return errors.New("symbol 0 is not empty")
	}
	t.flags = make([]flag, len(t.symbols))
	t.chars = map[rune]uint16{}
	names := features{byName: map[string]uint8{}}
	for i, s := range t.symbols {
		symbol := uint16(i) // the table is counted by 16 bits
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case len(s) > 1 && s[0] == '@':
			f, err := names.parse(s)
			if err != nil {
				return err
			}
			if symbol != t.lastFlag+1 {
				return fmt.Errorf("flag %q stands among the characters", s)
			}
			t.flags[i], t.lastFlag = f, symbol
		case s != "" && size == len(s):
			t.chars[r] = symbol
		}
	}
	t.features = len(names.byName)
	return nil
}

func readCells(b []byte) ([]cell, error) {
	if len(b)%cellSize != 0 || len(b)/cellSize > maxCells {
		return nil, fmt.Errorf("%d bytes of cells", len(b))
	}
	cells := make([]cell, len(b)/cellSize)
	for i := range cells {
		at := b[i*cellSize:]
		cells[i] = cell{in: binary.LittleEndian.Uint16(at), out: binary.LittleEndian.Uint16(at[2:]), next: binary.LittleEndian.Uint32(at[4:])}
	}
	return cells, nil
}

// count is the number of further cells that an overflow cell states: its
// first four bytes are that number less one.
func (c cell) count() uint32 { return uint32(c.out)<<16 | uint32(c.in) + 1 }
