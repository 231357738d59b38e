package transfer

import (
	"bytes"
	"strconv"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"tekojentori.fi/tori/internal/i18n"
)

// A moment comes back from its number to the microsecond, or is left as text. It
// is of the time since 1922, when clocks of Finland were whole minutes off others.
func TestMomentsComeBack(t *testing.T) {
	t.Parallel()
	left := 0
	rapid.Check(t, func(t *rapid.T) {
		at := time.UnixMicro(rapid.Int64Range(-15e14, 4e15).Draw(t, "at"))
		text, ok := serialOf(at.In(i18n.Helsinki()).Format(time.RFC3339Nano))
		if !ok {
			left++
			return
		}
		serial, err := strconv.ParseFloat(text, 64)
		if back, known := momentOf(serial); err != nil || !known || !back.Equal(at) {
			t.Fatalf("%v is %s, which is %v", at, text, back)
		}
	})
	if left > 10 {
		t.Errorf("%d moments are left as text", left)
	}
	for _, text := range []string{"", "eilen"} {
		if serial, ok := serialOf(text); ok {
			t.Errorf("%q is %s", text, serial)
		}
	}
	_, summer := serialOf("2022-10-30T03:30:00+03:00")
	_, winter := serialOf("2022-10-30T03:30:00+02:00")
	if summer == winter {
		t.Errorf("in the hour that comes twice both are numbers, or none: %t", summer)
	}
}

// A moment in a book is a number that a spreadsheet shows as one.
func TestMomentsInABookAreReal(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	w, err := newXLSX(&out)
	if err != nil {
		t.Fatal(err)
	}
	cols := Order{Columns: []string{"ref", "published_at"}}.columns()
	for _, step := range []func() error{
		func() error { return w.header(cols) },
		func() error { return w.row(cols, &Row{Ref: "44837", PublishedAt: "2022-10-03T09:15:00.123456+03:00"}) },
		w.end,
	} {
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}
	book, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	for cell, want := range map[string]string{"A2": "44837", "B2": "3.10.2022 9:15"} {
		if got, err := book.GetCellValue("Teot", cell); err != nil || got != want {
			t.Errorf("%s shows %q, %v; want %q", cell, got, err, want)
		}
	}
	if kind, err := book.GetCellType("Teot", "B2"); err != nil || kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber {
		t.Errorf("the moment is of type %v, %v", kind, err)
	}
}
