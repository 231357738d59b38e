package transfer

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"io"
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
	return w.value(objectOf(cols, r))
}

// objectOf is a row as JSON tells it: lists are arrays.
func objectOf(cols []Column, r *Row) map[string]any {
	object := map[string]any{}
	for _, c := range cols {
		if c.List == nil {
			object[c.Name] = *c.Text(r)
		} else {
			object[c.Name] = append([]string{}, *c.List(r)...)
		}
	}
	return object
}

func (w *jsonWriter) end() error {
	_, _ = w.out.WriteString("\n]\n")
	return w.out.Flush()
}

// linesWriter writes an object a line, as import has always read them.
type linesWriter struct {
	out *bufio.Writer
	enc *json.Encoder
}

func newJSONLines(out io.Writer) linesWriter {
	b := bufio.NewWriter(out)
	return linesWriter{b, json.NewEncoder(b)}
}

func (w linesWriter) header([]Column) error { return nil }

func (w linesWriter) row(cols []Column, r *Row) error { return w.enc.Encode(objectOf(cols, r)) }

func (w linesWriter) end() error { return w.out.Flush() }
