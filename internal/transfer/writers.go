package transfer

import (
	"bufio"
	"encoding/csv"
	"io"

	"github.com/xuri/excelize/v2"
)

type csvWriter struct{ *csv.Writer }

func newCSV(out io.Writer, comma bool) csvWriter {
	_, _ = io.WriteString(out, "\ufeff") // Finnish Excel takes UTF-8 only with it; the writer meets a lost reader again
	w := csv.NewWriter(out)
	w.UseCRLF = true
	if !comma {
		w.Comma = ';'
	}
	return csvWriter{w}
}

func (w csvWriter) header(cols []Column) error {
	names := make([]string, len(cols))
	for i, c := range cols {
		names[i] = c.Name
	}
	return w.Write(names)
}

func (w csvWriter) row(cols []Column, r *Row) error {
	cells := make([]string, len(cols))
	for i, c := range cols {
		cells[i] = guard(c.cell(r))
	}
	return w.Write(cells)
}

func (w csvWriter) end() error {
	w.Flush()
	return w.Error()
}

type jsonWriter struct {
	out *bufio.Writer
	n   int
}

func (w *jsonWriter) header([]Column) error {
	_, err := w.out.WriteString("[")
	return err
}

func (w *jsonWriter) row(cols []Column, r *Row) error {
	object := map[string]any{}
	for _, c := range cols {
		if c.List == nil {
			object[c.Name] = *c.Text(r)
		} else {
			object[c.Name] = append([]string{}, *c.List(r)...)
		}
	}
	return w.value(object)
}

func (w *jsonWriter) end() error {
	_, _ = w.out.WriteString("\n]\n")
	return w.out.Flush()
}

type xlsxWriter struct {
	book   *excelize.File
	stream *excelize.StreamWriter
	out    io.Writer
	n      int
}

func newXLSX(out io.Writer) (*xlsxWriter, error) {
	book := excelize.NewFile()
	if err := book.SetSheetName("Sheet1", "Teot"); err != nil {
		return nil, err
	}
	stream, err := book.NewStreamWriter("Teot")
	if err != nil {
		return nil, err
	}
	freeze := excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}
	return &xlsxWriter{book: book, stream: stream, out: out}, stream.SetPanes(&freeze)
}

func (w *xlsxWriter) header(cols []Column) error {
	cells := make([]any, len(cols))
	for i, c := range cols {
		cells[i] = c.Name
	}
	return w.write(cells)
}

func (w *xlsxWriter) row(cols []Column, r *Row) error {
	cells := make([]any, len(cols))
	for i, c := range cols {
		cells[i] = c.cell(r) // a Go string is a text cell, never a formula
	}
	return w.write(cells)
}

func (w *xlsxWriter) write(cells []any) error {
	w.n++
	at, err := excelize.CoordinatesToCellName(1, w.n)
	if err != nil {
		return err
	}
	return w.stream.SetRow(at, cells)
}

func (w *xlsxWriter) end() error {
	if err := w.stream.Flush(); err != nil {
		return err
	}
	defer w.book.Close() // written whole or not
	return w.book.Write(w.out)
}
