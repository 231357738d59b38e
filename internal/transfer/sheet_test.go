package transfer

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"
)

// When a sheet is full the book goes on in the next one, and import reads all
// of them. Every text comes back as it was.
func TestFullSheetsGoOn(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	w, err := newXLSX(&out)
	if err != nil {
		t.Fatal(err)
	}
	w.maxRows = 3
	titles := []string{"_x0041_ ja _x005F_", "kaksi  väliä", "rivi\nja\ttoinen", "<a & 'b'>", "=1+1", "åäö 🎪", "\"lainaus\""}
	if err := w.header(columns); err != nil {
		t.Fatal(err)
	}
	for i, title := range titles {
		if err := w.row(columns, &Row{Ref: strconv.Itoa(i), Title: title, Organization: "Limingan kunta", Tags: []string{"a", "b"}}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.end(); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if got := len(book.GetSheetList()); got != 5 {
		t.Errorf("%d sheets, want 4 of two rows each and the definitions", got)
	}
	if got, err := book.GetCellValue("Määritelmät", "B2"); err != nil || got != "Tunnus" {
		t.Errorf("the first column is %q, %v", got, err)
	}
	if panes, err := book.GetPanes("Teot 2"); err != nil || !panes.Freeze {
		t.Errorf("the header moves: %+v %v", panes, err)
	}
	file := filepath.Join(t.TempDir(), "teot.xlsx")
	if err := os.WriteFile(file, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := open(OnDisk(file))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.close(); err != nil {
			t.Error(err)
		}
	})
	for i, title := range titles {
		row, _, err := s.next()
		if err != nil || row.Ref != strconv.Itoa(i) || row.Title != title || len(row.Tags) != 2 {
			t.Errorf("row %d: %q %q %v, want %q: %v", i, row.Ref, row.Title, row.Tags, title, err)
		}
	}
	if _, _, err := s.next(); !errors.Is(err, io.EOF) {
		t.Errorf("after the last row: %v", err)
	}
}
