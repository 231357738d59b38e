package transfer

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"tekojentori.fi/tori/internal/fault"
)

// WriteLines writes lines of cells as they come: a CSV with a header, or a JSON
// array with an object a line.
func WriteLines(out io.Writer, f Format, header []string, each func(line func(cells ...string) error) error) error {
	switch f {
	case CSV:
		w := newCSV(out, false)
		if err := w.Write(header); err != nil {
			return err
		}
		err := each(func(cells ...string) error {
			for i, c := range cells {
				cells[i] = guard(c)
			}
			return w.Write(cells)
		})
		if err != nil {
			return err
		}
		return w.end()
	case JSON:
		w := &jsonWriter{out: bufio.NewWriter(out)}
		if err := w.header(nil); err != nil {
			return err
		}
		if err := each(func(cells ...string) error { return w.object(header, cells) }); err != nil {
			return err
		}
		return w.end()
	case XLSX:
	}
	return fmt.Errorf("lines as %q: %w", f, fault.BadRequest)
}

// object writes one line with the names of the header.
func (w *jsonWriter) object(names, cells []string) error {
	object := make(map[string]string, len(names))
	for i, name := range names {
		object[name] = cells[i]
	}
	return w.value(object)
}

func (w *jsonWriter) value(v any) error {
	text, err := json.Marshal(v)
	if err != nil {
		return err
	}
	if w.n++; w.n > 1 {
		_ = w.out.WriteByte(',')
	}
	_ = w.out.WriteByte('\n')
	_, err = w.out.Write(text)
	return err
}
