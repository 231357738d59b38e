package transfer

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"
	"strings"
	"time"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
)

// A Cross is a cross table with the names that people know it by.
type Cross struct {
	stats.Cross
	Title, Corner, Sum i18n.Text // the corner tells what the rows and columns are
	Share              stats.Share
	ShareName          i18n.Text // what the percentages are of
}

// WriteCross writes a cross table, with the rule that it is counted by, in a
// language. At is when it was counted.
func WriteCross(out io.Writer, f Format, l i18n.Lang, x Cross, at time.Time) error {
	switch f {
	case XLSX:
		return crossXLSX(out, l, x, at)
	case JSON:
		return crossJSON(out, l, x, at)
	case CSV, JSONL:
	}
	return crossCSV(out, l, x)
}

// lines is the table as people see it: a header, the rows, the totals. Value
// is what stands in a cell.
func (x Cross) lines(l i18n.Lang, corner i18n.Text, value func(row, column int) any) [][]any {
	head := []any{corner.To(l)}
	for _, c := range x.Columns {
		head = append(head, c.Label.To(l))
	}
	all := [][]any{append(head, x.Sum.To(l))}
	line := func(label string, row int) {
		cells := []any{label}
		for j := range x.Columns {
			cells = append(cells, value(row, j))
		}
		all = append(all, append(cells, value(row, stats.Sum)))
	}
	for i, r := range x.Rows {
		line(r.Label.To(l), i)
	}
	line(x.Sum.To(l), stats.Sum)
	return all
}

func (x Cross) number(row, column int) any { return x.At(row, column) }

// part is the share of a cell, of one; nil where there is nothing to take it of.
func (x Cross) part(row, column int) any {
	if whole := x.Whole(x.Share, row, column); whole > 0 {
		return float64(x.At(row, column)) / float64(whole)
	}
	return nil
}

func crossCSV(out io.Writer, l i18n.Lang, x Cross) error {
	_, _ = io.WriteString(out, "\ufeff") // the writer meets a lost reader again
	w := csv.NewWriter(out)
	w.Comma, w.UseCRLF = ';', true
	lines := x.lines(l, x.Corner, x.number)
	if x.Share != stats.NoShare {
		lines = append(lines, x.lines(l, x.ShareName, x.part)...)
	}
	for _, line := range lines {
		cells := make([]string, len(line))
		for i, v := range line {
			switch v := v.(type) {
			case int:
				cells[i] = strconv.Itoa(v)
			case float64:
				cells[i] = percentage(l, v)
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

// percentage is a share as a spreadsheet of the language reads it.
func percentage(l i18n.Lang, part float64) string {
	text := strconv.FormatFloat(100*part, 'f', 1, 64) + "%"
	if l == i18n.EN {
		return text
	}
	return strings.Replace(text, ".", ",", 1)
}

func crossJSON(out io.Writer, l i18n.Lang, x Cross, at time.Time) error {
	type line struct {
		Code  string         `json:"code"`
		Label string         `json:"label"`
		Total int            `json:"total"`
		Cells map[string]int `json:"cells,omitempty"`
		Parts map[string]any `json:"parts,omitempty"` // of one
		Part  any            `json:"part,omitempty"`  // the total’s
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
		PartsOf   string    `json:"parts_of,omitempty"`
		Total     int       `json:"total"`
		Columns   []line    `json:"columns"`
		Rows      []line    `json:"rows"`
	}{x.Definition.Key, x.Words().To(l), x.Definition.Window.To(l), x.Definition.Basis, at, "2022", "as_then", "", string(x.Share), x.Total, []line{}, []line{}}
	if x.Lens.Sectors2020 {
		body.Sectors = "2020"
	}
	if x.Lens.Successors {
		body.Ended = "successors"
	}
	if !x.Lens.On.IsZero() {
		body.AsOn = x.Lens.On.Format(time.DateOnly)
	}
	for j, c := range x.Columns {
		body.Columns = append(body.Columns, line{Code: c.Code, Label: c.Label.To(l), Total: c.Total, Part: x.part(stats.Sum, j)})
	}
	for i, r := range x.Rows {
		one := line{Code: r.Code, Label: r.Label.To(l), Total: r.Total, Cells: map[string]int{}, Part: x.part(i, stats.Sum)}
		if x.Share != stats.NoShare {
			one.Parts = map[string]any{}
		}
		for j, c := range x.Columns {
			one.Cells[c.Code] = x.At(i, j)
			if x.Share != stats.NoShare {
				one.Parts[c.Code] = x.part(i, j)
			}
		}
		body.Rows = append(body.Rows, one)
	}
	return json.NewEncoder(out).Encode(body)
}
