package transfer

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"
	"time"

	"github.com/xuri/excelize/v2"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
)

// A Cross is a cross table with the names that people know it by.
type Cross struct {
	stats.Cross
	Title, Corner, Sum i18n.Text // the corner tells what the rows and columns are
}

// WriteCross writes a cross table, with the rule that it is counted by, in a
// language. At is when it was counted.
func WriteCross(out io.Writer, f Format, l i18n.Lang, x Cross, at time.Time) error {
	switch f {
	case XLSX:
		return crossXLSX(out, l, x, at)
	case JSON:
		return crossJSON(out, l, x, at)
	case CSV:
	}
	return crossCSV(out, l, x)
}

// lines is the table as people see it: a header, the rows, the totals.
func (x Cross) lines(l i18n.Lang) [][]any {
	head, sums := []any{x.Corner.To(l)}, []any{x.Sum.To(l)}
	for _, c := range x.Columns {
		head, sums = append(head, c.Label.To(l)), append(sums, c.Total)
	}
	all := [][]any{append(head, x.Sum.To(l))}
	for i, r := range x.Rows {
		line := []any{r.Label.To(l)}
		for _, n := range x.Cells[i] {
			line = append(line, n)
		}
		all = append(all, append(line, r.Total))
	}
	return append(all, append(sums, x.Total))
}

func crossCSV(out io.Writer, l i18n.Lang, x Cross) error {
	_, _ = io.WriteString(out, "\ufeff") // the writer meets a lost reader again
	w := csv.NewWriter(out)
	w.Comma, w.UseCRLF = ';', true
	for _, line := range x.lines(l) {
		cells := make([]string, len(line))
		for i, v := range line {
			switch v := v.(type) {
			case int:
				cells[i] = strconv.Itoa(v)
			case string:
				cells[i] = guard(v)
			}
		}
		if err := w.Write(cells); err != nil {
			return err
		}
	}
	if err := w.Write([]string{x.Words().To(l) + " " + x.Definition.Window.To(l)}); err != nil {
		return err
	}
	w.Flush()
	return w.Error()
}

func crossJSON(out io.Writer, l i18n.Lang, x Cross, at time.Time) error {
	type line struct {
		Code  string         `json:"code"`
		Label string         `json:"label"`
		Total int            `json:"total"`
		Cells map[string]int `json:"cells,omitempty"`
	}
	body := struct {
		Key       string    `json:"key"`
		Rule      string    `json:"rule"`
		Window    string    `json:"window"`
		Basis     string    `json:"basis"`
		CountedAt time.Time `json:"counted_at"`
		Sectors   string    `json:"sectors"`         // the list that they are of
		Ended     string    `json:"ended"`           // how organisations that have ended are counted
		AsOn      string    `json:"as_on,omitempty"` // a past day
		Total     int       `json:"total"`
		Columns   []line    `json:"columns"`
		Rows      []line    `json:"rows"`
	}{x.Definition.Key, x.Words().To(l), x.Definition.Window.To(l), x.Definition.Basis, at, "2022", "as_then", "", x.Total, []line{}, []line{}}
	if x.Lens.Sectors2020 {
		body.Sectors = "2020"
	}
	if x.Lens.Successors {
		body.Ended = "successors"
	}
	if !x.Lens.On.IsZero() {
		body.AsOn = x.Lens.On.Format(time.DateOnly)
	}
	for _, c := range x.Columns {
		body.Columns = append(body.Columns, line{c.Code, c.Label.To(l), c.Total, nil})
	}
	for i, r := range x.Rows {
		cells := map[string]int{}
		for j, c := range x.Columns {
			cells[c.Code] = x.Cells[i][j]
		}
		body.Rows = append(body.Rows, line{r.Code, r.Label.To(l), r.Total, cells})
	}
	return json.NewEncoder(out).Encode(body)
}

func crossXLSX(out io.Writer, l i18n.Lang, x Cross, at time.Time) error {
	book := excelize.NewFile()
	defer book.Close() // written whole or not
	sheet, rules := sheetName(x.Title.To(l), 0), definitionsT.To(l)
	if err := book.SetSheetName("Sheet1", sheet); err != nil {
		return err
	}
	for i, line := range x.lines(l) { // a Go string is a text cell, never a formula
		if err := book.SetSheetRow(sheet, "A"+strconv.Itoa(i+1), &line); err != nil {
			return err
		}
	}
	if err := book.SetColWidth(sheet, "A", "A", 40); err != nil {
		return err
	}
	if err := book.SetPanes(sheet, &excelize.Panes{Freeze: true, XSplit: 1, YSplit: 1, TopLeftCell: "B2", ActivePane: "bottomRight"}); err != nil {
		return err
	}
	if _, err := book.NewSheet(rules); err != nil {
		return err
	}
	t := Table{Title: x.Title, Table: stats.Table{Definition: x.Definition, Total: x.Total}}
	t.Definition.Rule = x.Words()
	if err := definitionSheet(book, rules, l, []Table{t}, at); err != nil {
		return err
	}
	return book.Write(out)
}
