package transfer

import (
	"io"
	"strconv"
	"time"

	"github.com/xuri/excelize/v2"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
)

// maxSeries is how many columns a chart has room for: of more, it shows the
// totals.
const maxSeries = 12

// crossXLSX writes the numbers, a filter over them and a chart beneath, the
// percentages when they are asked for, and the rules.
func crossXLSX(out io.Writer, l i18n.Lang, x Cross, at time.Time) error {
	book := excelize.NewFile()
	defer book.Close() // written whole or not
	sheet, rules := sheetName(x.Title.To(l), 0), definitionsT.To(l)
	if err := book.SetSheetName("Sheet1", sheet); err != nil {
		return err
	}
	if err := crossSheet(book, sheet, x.lines(l, x.Corner, x.number), 0); err != nil {
		return err
	}
	if err := crossChart(book, sheet, l, x); err != nil {
		return err
	}
	if x.Share != stats.NoShare {
		if err := partSheet(book, l, x); err != nil {
			return err
		}
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

// partSheet is the percentages, each a real number shown as one.
func partSheet(book *excelize.File, l i18n.Lang, x Cross) error {
	sheet := sheetName(x.ShareName.To(l), 1)
	if _, err := book.NewSheet(sheet); err != nil {
		return err
	}
	format := "0.0%"
	style, err := book.NewStyle(&excelize.Style{CustomNumFmt: &format})
	if err != nil {
		return err
	}
	return crossSheet(book, sheet, x.lines(l, x.ShareName, x.part), style)
}

// crossSheet writes lines with a frozen header and a filter over the rows, but
// not over the totals. Style is that of the numbers; 0: none.
func crossSheet(book *excelize.File, sheet string, lines [][]any, style int) error {
	for i, line := range lines { // a Go string is a text cell, never a formula
		if err := book.SetSheetRow(sheet, "A"+strconv.Itoa(i+1), &line); err != nil {
			return err
		}
	}
	last, err := excelize.ColumnNumberToName(len(lines[0]))
	if err != nil {
		return err
	}
	if style != 0 {
		if err := book.SetCellStyle(sheet, "B2", last+strconv.Itoa(len(lines)), style); err != nil {
			return err
		}
	}
	if err := book.SetColWidth(sheet, "A", "A", 40); err != nil {
		return err
	}
	if err := book.SetPanes(sheet, &excelize.Panes{Freeze: true, XSplit: 1, YSplit: 1, TopLeftCell: "B2", ActivePane: "bottomRight"}); err != nil {
		return err
	}
	return book.AutoFilter(sheet, "A1:"+last+strconv.Itoa(len(lines)-1), nil)
}

// crossChart draws the columns of the table side by side; the totals when there
// are none, or too many.
func crossChart(book *excelize.File, sheet string, l i18n.Lang, x Cross) error {
	if len(x.Rows) == 0 {
		return nil
	}
	first, end := 2, len(x.Columns)+1 // columns of the sheet
	if len(x.Columns) == 0 || len(x.Columns) > maxSeries {
		first, end = len(x.Columns)+2, len(x.Columns)+2
	}
	last, quoted := strconv.Itoa(len(x.Rows)+1), "'"+sheet+"'!"
	var series []excelize.ChartSeries
	for n := first; n <= end; n++ {
		name, err := excelize.ColumnNumberToName(n)
		if err != nil {
			return err
		}
		series = append(series, excelize.ChartSeries{
			Name: quoted + "$" + name + "$1", Categories: quoted + "$A$2:$A$" + last, Values: quoted + "$" + name + "$2:$" + name + "$" + last,
		})
	}
	legend := "right"
	if len(series) == 1 {
		legend = "none"
	}
	return book.AddChart(sheet, "A"+strconv.Itoa(len(x.Rows)+5), &excelize.Chart{
		Type: excelize.Col, Series: series, Title: excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: x.Title.To(l)}}},
		Legend: excelize.ChartLegend{Position: legend}, Dimension: excelize.ChartDimension{Width: 900, Height: 420},
	})
}
