package transfer

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

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
	return &source{next: sheets.next, close: func() error { return errors.Join(sheets.rows.Close(), book.Close()) }}, nil
}

// A bookReader reads the first sheet of a book, and those after it that go on
// with the same columns, as export writes them when a sheet is full.
type bookReader struct {
	book   *excelize.File
	names  []string // of the sheet that is open and those to come
	rows   *excelize.Rows
	header []string
	cols   []Column
	given  map[string]bool
	line   int
}

func (b *bookReader) open() (err error) {
	if b.rows, err = b.book.Rows(b.names[0]); err != nil {
		return fmt.Errorf("the sheet %q: %w", b.names[0], err)
	}
	if !b.rows.Next() {
		return fmt.Errorf("the sheet %q is empty", b.names[0])
	}
	b.line = 1
	if b.header, err = b.rows.Columns(); err != nil {
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
		cells, err := b.rows.Columns()
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
			_ = b.rows.Close() // read to its end
			b.rows, b.names, b.line = rows, b.names[1:], 1
			return true
		}
	}
	_ = rows.Close() // a sheet of something else
	return false
}
