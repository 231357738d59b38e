package transfer

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"tekojentori.fi/tori/internal/i18n"
)

// What a sheet may hold: Excel has so many rows, and a file in a book must stay
// below 4 GB to be opened by all programs. When one is full, another begins.
const (
	maxRows  = excelize.TotalRows
	maxSheet = 3 << 30 // bytes
)

// xlsxWriter writes a book as it goes, row by row, and keeps nothing of it:
// excelize gathers the whole book in memory. All cells are text, so none can
// become a formula.
type xlsxWriter struct {
	zip     *zip.Writer
	sheet   io.Writer // the one that is being written
	sheets  int
	cols    []Column // of the sheet
	names   []string // of the columns: A, B, C …
	rows    int      // in the sheet
	size    int64    // of the sheet
	line    bytes.Buffer
	maxRows int
}

func newXLSX(out io.Writer) (*xlsxWriter, error) {
	w := &xlsxWriter{zip: zip.NewWriter(out), maxRows: maxRows}
	for _, f := range []struct{ name, body string }{{"_rels/.rels", bookRels}, {"xl/styles.xml", bookStyles}} {
		if err := w.file(f.name, f.body); err != nil {
			return nil, err
		}
	}
	return w, nil
}

func (w *xlsxWriter) file(name, body string) error {
	f, err := w.zip.Create(name)
	if err != nil {
		return err
	}
	_, err = io.WriteString(f, xml.Header+body)
	return err
}

// header begins a sheet.
func (w *xlsxWriter) header(cols []Column) error {
	w.sheets++
	w.cols = cols
	w.names, w.rows, w.size = make([]string, len(cols)), 0, 0
	var err error
	for i := range cols {
		if w.names[i], err = excelize.ColumnNumberToName(i + 1); err != nil {
			return err
		}
	}
	if w.sheet, err = w.zip.Create(fmt.Sprintf("xl/worksheets/sheet%d.xml", w.sheets)); err != nil {
		return err
	}
	if _, err := fmt.Fprintf(w.sheet, xml.Header+sheetBegin, len(cols)); err != nil {
		return err
	}
	return w.write(cols, func(c Column) string { return c.Name }, heading)
}

func (w *xlsxWriter) row(cols []Column, r *Row) error {
	if w.rows == w.maxRows || w.size > maxSheet {
		if err := w.endSheet(); err != nil {
			return err
		}
		if err := w.header(cols); err != nil {
			return err
		}
	}
	return w.write(cols, func(c Column) string { return c.cell(r) }, plain)
}

// The styles of a book, as bookStyles has them.
const (
	plain   = ""
	heading = ` s="1"`
	moment  = ` s="2"`
)

// write writes a row. A day and time below the heading is a real one.
func (w *xlsxWriter) write(cols []Column, value func(Column) string, style string) error {
	w.rows++
	line, row := &w.line, strconv.Itoa(w.rows)
	line.Reset()
	line.WriteString(`<row r="` + row + `">`)
	for i, c := range cols {
		text := value(c)
		if text == "" {
			continue
		}
		if c.Moment && style != heading {
			if serial, ok := serialOf(text); ok {
				line.WriteString(`<c r="` + w.names[i] + row + `"` + moment + `><v>` + serial + `</v></c>`)
				continue
			}
		}
		line.WriteString(`<c r="` + w.names[i] + row + `"` + style + ` t="inlineStr"><is><t xml:space="preserve">`)
		_ = xml.EscapeText(line, []byte(literal(text))) // a buffer takes everything
		line.WriteString(`</t></is></c>`)
	}
	line.WriteString(`</row>`)
	n, err := line.WriteTo(w.sheet)
	w.size += n
	return err
}

func (w *xlsxWriter) endSheet() error {
	_, err := fmt.Fprintf(w.sheet, `</sheetData><autoFilter ref="A1:%s%d"/></worksheet>`, w.names[len(w.names)-1], w.rows)
	return err
}

// end writes what the columns are, and tells which sheets there are: it is
// known only now.
func (w *xlsxWriter) end() error {
	if err := w.endSheet(); err != nil {
		return err
	}
	acts := w.sheets
	if err := w.definitions(); err != nil {
		return err
	}
	var types, sheets, rels strings.Builder
	for n := 1; n <= w.sheets; n++ {
		name := "Teot"
		switch {
		case n > acts:
			name = definitionsT.To(i18n.FI)
		case n > 1:
			name = fmt.Sprintf("Teot %d", n)
		}
		fmt.Fprintf(&types, `<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="`+ooxml+`spreadsheetml.worksheet+xml"/>`, n)
		fmt.Fprintf(&sheets, `<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, name, n, n)
		fmt.Fprintf(&rels, `<Relationship Id="rId%d" Type="`+officeRel+`/worksheet" Target="worksheets/sheet%d.xml"/>`, n, n)
	}
	for _, f := range []struct{ name, body string }{
		{"xl/workbook.xml", fmt.Sprintf(bookSheets, sheets.String())},
		{"xl/_rels/workbook.xml.rels", fmt.Sprintf(sheetRels, rels.String(), w.sheets+1)},
		{"[Content_Types].xml", fmt.Sprintf(bookTypes, types.String())},
	} {
		if err := w.file(f.name, f.body); err != nil {
			return err
		}
	}
	return w.zip.Close()
}

// definitions is a sheet of its own that tells what each column is.
func (w *xlsxWriter) definitions() error {
	told := w.cols
	cols := []Column{{Name: "column"}, {Name: "suomeksi"}, {Name: "på svenska"}, {Name: "in English"}}
	if err := w.header(cols); err != nil {
		return err
	}
	for _, c := range told {
		words := map[string]string{"column": c.Name, "suomeksi": c.Label.To(i18n.FI), "på svenska": c.Label.To(i18n.SV), "in English": c.Label.To(i18n.EN)}
		if err := w.write(cols, func(c Column) string { return words[c.Name] }, plain); err != nil {
			return err
		}
	}
	return w.endSheet()
}

// escaped is what programs read as a character by its number.
var escaped = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// literal is text that is read as it stands.
func literal(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	return escaped.ReplaceAllStringFunc(text, func(s string) string { return "_x005F" + s })
}
