package transfer

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"tekojentori.fi/tori/internal/sheet"
)

// A source gives the rows of a file one by one. Next ends with io.EOF.
type source struct {
	next  func() (Row, int, error) // a row and its line
	close func() error
}

// A BadRow is what is wrong with one row. It prints as FILE:LINE: column: what.
type BadRow struct {
	File   string
	Line   int
	Column string // "": the row as a whole
	What   string
}

func (b BadRow) Error() string {
	if b.Column == "" {
		return fmt.Sprintf("%s:%d: %s", b.File, b.Line, b.What)
	}
	return fmt.Sprintf("%s:%d: %s: %s", b.File, b.Line, b.Column, b.What)
}

// A File is what an import reads, twice: it is opened for each time.
type File struct {
	Name string // as messages name it; its ending says what kind of file it is
	Open func() (io.ReadCloser, error)
}

// OnDisk is the file at a path.
func OnDisk(path string) File {
	return File{Name: path, Open: func() (io.ReadCloser, error) { return os.Open(path) }}
}

// open reads the header of a file.
func open(file File) (*source, error) {
	f, err := file.Open()
	if err != nil {
		return nil, err
	}
	var s *source
	switch strings.ToLower(filepath.Ext(file.Name)) {
	case ".xlsx":
		s, err = openXLSX(f)
	case ".jsonl", ".ndjson", ".json":
		s = openJSONLines(f)
	case ".csv", ".tsv", ".txt", "":
		s, err = openCSV(f)
	default:
		err = errors.New("the name must end in .csv, .xlsx or .jsonl")
	}
	if err != nil {
		_ = f.Close()
		return nil, fmt.Errorf("%s: %w", file.Name, err)
	}
	inner := s.close
	s.close = func() error { return errors.Join(inner(), f.Close()) }
	return s, nil
}

// maxLine is the longest line of JSON that is read, in bytes.
const maxLine = 4 << 20

func openCSV(f io.Reader) (*source, error) {
	in := bufio.NewReaderSize(f, 64<<10)
	if bom, _ := in.Peek(3); string(bom) == "\ufeff" {
		_, _ = in.Discard(3)
	}
	head, _ := in.Peek(4096)
	r := csv.NewReader(in)
	r.Comma = sheet.Separator(string(head))
	r.FieldsPerRecord = -1
	header, err := r.Read()
	if err != nil {
		return nil, fmt.Errorf("the header row: %w", err)
	}
	cols, err := headerColumns(header)
	if err != nil {
		return nil, err
	}
	given := givenBy(cols)
	s := &source{close: func() error { return nil }}
	s.next = func() (Row, int, error) {
		cells, err := r.Read()
		var bad *csv.ParseError
		if errors.As(err, &bad) {
			return Row{}, bad.StartLine, bad.Err
		}
		if err != nil {
			return Row{}, 0, err
		}
		line, _ := r.FieldPos(0)
		for i := range cells {
			cells[i] = unguard(cells[i])
		}
		row, err := fill(cols, given, cells)
		return row, line, err
	}
	return s, nil
}

func headerColumns(header []string) ([]Column, error) {
	var cols []Column
	seen := map[string]bool{}
	for _, name := range header {
		name = strings.ToLower(strings.TrimSpace(name))
		c, ok := columnByName(name)
		switch {
		case !ok:
			return nil, fmt.Errorf("the column %q is unknown; allowed: %s", name, allNames())
		case seen[name]:
			return nil, fmt.Errorf("the column %q stands twice", name)
		}
		seen[name] = true
		cols = append(cols, c)
	}
	for _, name := range []string{"ref", "title", "organization"} {
		if !seen[name] {
			return nil, fmt.Errorf("the column %q is missing; it is required", name)
		}
	}
	return cols, nil
}

func givenBy(cols []Column) map[string]bool {
	given := map[string]bool{}
	for _, c := range cols {
		given[c.Name] = true
	}
	return given
}

func fill(cols []Column, given map[string]bool, cells []string) (Row, error) {
	row := Row{given: given}
	if len(cells) > len(cols) {
		return row, fmt.Errorf("%d cells, but the header has %d columns", len(cells), len(cols))
	}
	for i, cell := range cells {
		if !utf8.ValidString(cell) {
			return row, fmt.Errorf("%s: not valid UTF-8", cols[i].Name)
		}
		cols[i].set(&row, cell)
	}
	return row, nil
}

func allNames() string { return strings.Join(Header(), ", ") }
