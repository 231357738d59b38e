package transfer

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

func openXLSX(f io.Reader) (*source, error) {
	book, err := excelize.OpenReader(f, excelize.Options{UnzipXMLSizeLimit: 16 << 20, RawCellValue: false})
	if err != nil {
		return nil, fmt.Errorf("not an XLSX file: %w", err)
	}
	sheets := &bookReader{book: book, names: book.GetSheetList()}
	if err := sheets.open(); err != nil {
		return nil, err
	}
	return &source{next: sheets.next, close: func() error { return errors.Join(sheets.rows.Close(), sheets.raw.Close(), book.Close()) }}, nil
}

// A bookReader reads the first sheet of a book, and those after it that go on
// with the same columns, as export writes them when a sheet is full.
type bookReader struct {
	book   *excelize.File
	names  []string // of the sheet that is open and those to come
	rows   *excelize.Rows
	raw    *excelize.Rows // the same, as the file has the numbers
	header []string
	cols   []Column
	given  map[string]bool
	line   int
}

func (b *bookReader) open() (err error) {
	if b.rows, err = b.book.Rows(b.names[0]); err != nil {
		return fmt.Errorf("the sheet %q: %w", b.names[0], err)
	}
	if b.raw, err = b.book.Rows(b.names[0]); err != nil {
		return fmt.Errorf("the sheet %q: %w", b.names[0], err)
	}
	if !b.rows.Next() || !b.raw.Next() {
		return fmt.Errorf("the sheet %q is empty", b.names[0])
	}
	b.line = 1
	if b.header, err = b.rows.Columns(); err != nil {
		return fmt.Errorf("the header row: %w", err)
	}
	if _, err = b.raw.Columns(); err != nil {
		return fmt.Errorf("the header row: %w", err)
	}
	if b.cols, err = headerColumns(b.header); err != nil {
		return err
	}
	b.given = givenBy(b.cols)
	return nil
}

func (b *bookReader) next() (Row, int, error) {
	for b.rows.Next() {
		b.line++
		cells, err := b.cells()
		if err != nil {
			return Row{}, b.line, err
		}
		if strings.Join(cells, "") == "" {
			continue
		}
		row, err := fill(b.cols, b.given, cells)
		return row, b.line, err
	}
	if !b.more() {
		return Row{}, b.line, io.EOF
	}
	return b.next()
}

// cells is the cells of a row as people see them, and moments as they are: how
// a spreadsheet shows them leaves something out.
func (b *bookReader) cells() ([]string, error) {
	cells, err := b.rows.Columns()
	if err != nil || !b.raw.Next() {
		return cells, err
	}
	raw, err := b.raw.Columns(excelize.Options{RawCellValue: true})
	for i, c := range b.cols {
		if !c.Moment || i >= len(cells) || i >= len(raw) || cells[i] == raw[i] { // a plain number is none
			continue
		}
		serial, _ := strconv.ParseFloat(raw[i], 64) // what is no number is 0
		if at, ok := momentOf(serial); ok {
			cells[i] = at.Format(time.RFC3339Nano)
		}
	}
	return cells, err
}

// more opens the next sheet, if it goes on with the same columns.
func (b *bookReader) more() bool {
	if len(b.names) < 2 {
		return false
	}
	rows, err := b.book.Rows(b.names[1])
	if err != nil {
		return false
	}
	if rows.Next() {
		if header, err := rows.Columns(); err == nil && slices.Equal(header, b.header) {
			raw, err := b.book.Rows(b.names[1])
			if err != nil || !raw.Next() {
				return false
			}
			if _, err := raw.Columns(); err != nil {
				return false
			}
			_, _ = b.rows.Close(), b.raw.Close() // read to their ends
			b.rows, b.raw, b.names, b.line = rows, raw, b.names[1:], 1
			return true
		}
	}
	_ = rows.Close() // a sheet of something else
	return false
}
