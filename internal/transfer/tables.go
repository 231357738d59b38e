package transfer

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
)

// A Table is counted acts with the name that people know the table by.
type Table struct {
	stats.Table
	Title i18n.Text
}

// beside is how many organisations take part and how many acts have won an
// award; nil when the table does not tell: acts have organisations.
func (t Table) beside() (organizations, awarded any) {
	if t.Total > 0 && t.Organizations == 0 {
		return nil, nil
	}
	return t.Organizations, t.Awarded
}

// WriteTables writes tables of numbers, each with the rule that it is counted
// by, in a language. At is when they were counted.
func WriteTables(out io.Writer, f Format, l i18n.Lang, tables []Table, at time.Time) error {
	switch f {
	case XLSX:
		return tablesXLSX(out, l, tables, at)
	case JSON:
		return tablesJSON(out, l, tables, at)
	case CSV, JSONL:
	}
	return tablesCSV(out, l, tables)
}

func tablesCSV(out io.Writer, l i18n.Lang, tables []Table) error {
	_, _ = io.WriteString(out, "\ufeff") // the writer meets a lost reader again
	w := csv.NewWriter(out)
	w.Comma, w.UseCRLF = ';', true
	if err := w.Write([]string{"table", "code", "label", "count", "total", "rule", "window", "basis"}); err != nil {
		return err
	}
	for _, t := range tables {
		for _, r := range t.Rows {
			d := t.Definition
			err := w.Write([]string{d.Key, guard(r.Code), guard(r.Label.To(l)), strconv.Itoa(r.Count), strconv.Itoa(t.Total), d.Rule.To(l), d.Window.To(l), d.Basis})
			if err != nil {
				return err
			}
		}
	}
	w.Flush()
	return w.Error()
}

func tablesJSON(out io.Writer, l i18n.Lang, tables []Table, at time.Time) error {
	type row struct {
		Code  string `json:"code"`
		Label string `json:"label"`
		Count int    `json:"count"`
	}
	type table struct {
		Key           string `json:"key"`
		Title         string `json:"title"`
		Rule          string `json:"rule"`
		Window        string `json:"window"`
		Basis         string `json:"basis"`
		Total         int    `json:"total"`
		Organizations any    `json:"organizations,omitempty"`
		Awarded       any    `json:"awarded,omitempty"`
		Rows          []row  `json:"rows"`
	}
	body := struct {
		CountedAt time.Time `json:"counted_at"`
		Tables    []table   `json:"tables"`
	}{at, []table{}}
	for _, t := range tables {
		d := t.Definition
		organizations, awarded := t.beside()
		x := table{d.Key, t.Title.To(l), d.Rule.To(l), d.Window.To(l), d.Basis, t.Total, organizations, awarded, []row{}}
		for _, r := range t.Rows {
			x.Rows = append(x.Rows, row{r.Code, r.Label.To(l), r.Count})
		}
		body.Tables = append(body.Tables, x)
	}
	return json.NewEncoder(out).Encode(body)
}

var (
	definitionsT = i18n.T("Määritelmät", "Definitioner", "Definitions")
	headings     = []i18n.Text{i18n.T("Koodi", "Kod", "Code"), i18n.T("Nimi", "Namn", "Name"), i18n.T("Määrä", "Antal", "Count")}
	defHeadings  = []i18n.Text{
		i18n.T("Taulukko", "Tabell", "Table"), i18n.T("Tunnus", "Beteckning", "Key"), i18n.T("Sääntö", "Regel", "Rule"), i18n.T("Aika", "Tid", "Window"),
		i18n.T("Yhteensä", "Totalt", "In all"), i18n.T("Organisaatioita", "Organisationer", "Organisations"),
		i18n.T("Palkittuja", "Prisbelönta", "Awarded"), i18n.T("Laskettu", "Räknat", "Counted"),
	}
)

// tablesXLSX writes a sheet for each table, with real numbers, a frozen header,
// a filter and a chart, and one that tells the rules.
func tablesXLSX(out io.Writer, l i18n.Lang, tables []Table, at time.Time) error {
	book := excelize.NewFile()
	defer book.Close() // written whole or not
	rules := definitionsT.To(l)
	if err := book.SetSheetName("Sheet1", rules); err != nil {
		return err
	}
	for i, t := range tables {
		if err := tableSheet(book, sheetName(t.Title.To(l), i), l, t); err != nil {
			return fmt.Errorf("the sheet of %s: %w", t.Definition.Key, err)
		}
	}
	if err := definitionSheet(book, rules, l, tables, at); err != nil {
		return fmt.Errorf("the sheet of definitions: %w", err)
	}
	return book.Write(out)
}

// sheetName fits a title into what Excel takes, 31 characters.
func sheetName(title string, n int) string {
	name := strconv.Itoa(n+1) + " " + title
	for utf8.RuneCountInString(name) > 31 {
		_, last := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-last]
	}
	return name
}

func tableSheet(book *excelize.File, sheet string, l i18n.Lang, t Table) error {
	if _, err := book.NewSheet(sheet); err != nil {
		return err
	}
	if err := header(book, sheet, l, headings, len(t.Rows)); err != nil {
		return err
	}
	for i, r := range t.Rows { // a Go string is a text cell, never a formula
		if err := book.SetSheetRow(sheet, "A"+strconv.Itoa(i+2), &[]any{r.Code, r.Label.To(l), r.Count}); err != nil {
			return err
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	last := strconv.Itoa(len(t.Rows) + 1)
	quoted := "'" + sheet + "'!"
	return book.AddChart(sheet, "E2", &excelize.Chart{
		Type:   excelize.Bar,
		Series: []excelize.ChartSeries{{Name: quoted + "$C$1", Categories: quoted + "$B$2:$B$" + last, Values: quoted + "$C$2:$C$" + last}},
		Title:  excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: t.Title.To(l)}}},
		YAxis:  excelize.ChartAxis{}, XAxis: excelize.ChartAxis{ReverseOrder: true}, Legend: excelize.ChartLegend{Position: "none"},
	})
}

// header is the first row of a sheet: frozen, with a filter over what follows.
func header(book *excelize.File, sheet string, l i18n.Lang, names []i18n.Text, rows int) error {
	cells := make([]any, len(names))
	for i, n := range names {
		cells[i] = n.To(l)
	}
	if err := book.SetSheetRow(sheet, "A1", &cells); err != nil {
		return err
	}
	last, err := excelize.ColumnNumberToName(len(names))
	if err != nil {
		return err
	}
	if err := book.SetColWidth(sheet, "A", last, 24); err != nil {
		return err
	}
	if err := book.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	return book.AutoFilter(sheet, "A1:"+last+strconv.Itoa(rows+1), nil)
}

func definitionSheet(book *excelize.File, sheet string, l i18n.Lang, tables []Table, at time.Time) error {
	if err := header(book, sheet, l, defHeadings, len(tables)); err != nil {
		return err
	}
	day := "yyyy-mm-dd hh:mm"
	style, err := book.NewStyle(&excelize.Style{CustomNumFmt: &day})
	if err != nil {
		return err
	}
	local := at.In(i18n.Helsinki())
	wall := time.Date(local.Year(), local.Month(), local.Day(), local.Hour(), local.Minute(), 0, 0, time.UTC) // a cell knows no time zone
	for i, t := range tables {
		row := strconv.Itoa(i + 2)
		d := t.Definition
		organizations, awarded := t.beside()
		err := book.SetSheetRow(sheet, "A"+row, &[]any{t.Title.To(l), d.Key, d.Rule.To(l), d.Window.To(l), t.Total, organizations, awarded, wall})
		if err == nil {
			err = book.SetCellStyle(sheet, "H"+row, "H"+row, style)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
