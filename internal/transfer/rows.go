package transfer

import (
	"encoding/csv"
	"io"
)

// WriteRows writes rows of text as CSV for Finnish Excel; the first is the
// header. No cell of it can become a formula.
func WriteRows(out io.Writer, rows [][]string) error {
	_, _ = io.WriteString(out, "\ufeff") // the writer meets a lost reader again
	w := csv.NewWriter(out)
	w.Comma, w.UseCRLF = ';', true
	for _, row := range rows {
		guarded := make([]string, len(row))
		for i, cell := range row {
			guarded[i] = guard(cell)
		}
		if err := w.Write(guarded); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}
