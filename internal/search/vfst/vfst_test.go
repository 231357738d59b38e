package vfst

import (
	"encoding/binary"
	"errors"
	"io/fs"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// file makes a small transducer of symbols and cells {in, out, target, more}.
func file(symbols []string, cells [][4]uint32) []byte {
	b := binary.LittleEndian.AppendUint32(nil, magic1)
	b = binary.LittleEndian.AppendUint32(b, magic2)
	b = append(b, make([]byte, 8)...)
	b = binary.LittleEndian.AppendUint16(b, uint16(len(symbols)))
	b = append(b, strings.Join(symbols, "\x00")+"\x00"...)
	for len(b)%cellSize != 0 {
		b = append(b, 0)
	}
	for _, c := range cells {
		b = binary.LittleEndian.AppendUint16(b, uint16(c[0]))
		b = binary.LittleEndian.AppendUint16(b, uint16(c[1]))
		b = binary.LittleEndian.AppendUint32(b, c[2]|c[3]<<24)
	}
	return b
}

var small = file(
	//       0   1          2          3    4    5       6
	[]string{"", "@P.F.X@", "@R.F.X@", "a", "b", "[L1]", "[L2]"},
	[][4]uint32{
		{0, 5, 3, 2}, // state 0: nothing read, [L1] written, to 3
		{1, 6, 3, 0}, //          the flag is set, [L2] written, to 3
		{3, 3, 5, 0}, //          a, to 5
		{3, 3, 4, 0}, // state 3: a, to 4
		{2, 2, 6, 1}, // state 4: needs the flag, to 6
		{4, 4, 6, 0}, //          b, to 6 (and state 5, which begins here)
		{final, 0, 0, 0},
	})

func TestSmallTransducer(t *testing.T) {
	t.Parallel()
	transducer, err := Read(small)
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string][]string{
		"a":  {"[L2]a"},
		"ab": {"[L1]ab", "[L2]ab", "ab"},
		"b":  nil,
		"ä":  nil,
		"":   nil,
	} {
		if diff := cmp.Diff(want, transducer.Analyze(word)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", word, diff)
		}
	}
}

func TestLongState(t *testing.T) {
	t.Parallel()
	cells := [][4]uint32{{0, 0, 303, 255}, {300, 0, 0, 0}} // 301 more cells: this one and 300 transitions
	for range 300 {
		cells = append(cells, [4]uint32{1, 2, 302, 0})
	}
	cells = append(cells, [4]uint32{final, 0, 0, 0}, [4]uint32{final, 0, 0, 0})
	transducer, err := Read(file([]string{"", "a", "[X]"}, cells))
	if err != nil {
		t.Fatal(err)
	}
	if got := len(transducer.Analyze("a")); got != maxReadings {
		t.Errorf("%d readings of 300, want the bound %d", got, maxReadings)
	}
	if got := transducer.Analyze(""); len(got) != 1 {
		t.Errorf("the first cell of a long state is not followed: %q", got)
	}
}

func TestEndlessWalkIsBounded(t *testing.T) {
	t.Parallel()
	loop := file([]string{"", "a"}, [][4]uint32{{0, 0, 0, 1}, {0, 0, 0, 0}})
	transducer, err := Read(loop)
	if err != nil {
		t.Fatal(err)
	}
	if got := transducer.Analyze("a"); got != nil {
		t.Errorf("readings from a loop: %q", got)
	}
}

func TestDamagedFiles(t *testing.T) {
	t.Parallel()
	weighted := append([]byte{}, small...)
	weighted[8] = 1
	for name, b := range map[string][]byte{
		"empty":            {},
		"header only":      small[:16],
		"wrong magic":      append([]byte("x"), small[1:]...),
		"weighted":         weighted,
		"symbols cut":      small[:22],
		"no cells":         small[:len(small)-7*cellSize],
		"half a cell":      small[:len(small)-3],
		"unknown flag":     file([]string{"", "@Z.F@"}, [][4]uint32{{final, 0, 0, 0}}),
		"flag among chars": file([]string{"", "a", "@C.F@"}, [][4]uint32{{final, 0, 0, 0}}),
	} {
		if _, err := Read(b); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := Open("testdata/none"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
}

func TestWellSpelled(t *testing.T) {
	t.Parallel()
	for reading, want := range map[string]bool{
		"[Ln][Xp]työ[X]työ[Sn][Ny][Bh][Bc][Ln][Xp]ura[X]ur[Sn][Ny]a":         true,
		"[Ln][Xp]työ[X]työ[Sn][Ny]-[Bh][Bc][Ln][Xp]ura[X]ur[Sn][Ny]a":        false,
		"[Ln][Xp]linja[X]linj[Sn][Ny]a-[Bh][Bc][Ln][Xp]auto[X]auto[Sn][Ny]":  true,
		"[Ln][Xp]linja[X]linj[Sn][Ny]a[Bh][Bc][Ln][Xp]auto[X]auto[Sn][Ny]":   false,
		"[Lu]10-[Bc][Ll][Xp]vuotias[X]vuotia[Sn][Ny]s":                       true,
		"[Lep][Xp]Vantaa[X]vantaa[Sn][Ny]-[Bc][Ln][Xp]lehti[X]leht[Sn][Ny]i": true,
		"[Ll][Xp]varhainen[X]varhais-[Bh][Bc][Ln][Xp]työ[X]työ[Sn][Ny]":      true,
	} {
		if got := WellSpelled(reading); got != want {
			t.Errorf("%s: %t", reading, got)
		}
	}
}

// FuzzRead damages the file and looks for panics and endless walks.
func FuzzRead(f *testing.F) {
	f.Add(small, "ab")
	f.Add(small[:40], "a")
	f.Fuzz(func(t *testing.T, b []byte, word string) {
		if transducer, err := Read(b); err == nil {
			transducer.Analyze(word)
			transducer.Near(word, "abä")
		}
	})
}
