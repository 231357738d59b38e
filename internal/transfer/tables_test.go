package transfer_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/transfer"
)

func tables() []transfer.Table {
	t := stats.Table{
		Definition: stats.Definition{Key: "acts_by_sector", Rule: i18n.T("Sääntö.", "Regel.", "Rule."), Basis: "first_published", Window: i18n.T("Aika", "Tid", "Time")},
		By:         stats.Sector, Total: 5, Organizations: 2, Awarded: 1,
		Rows: []stats.Count{
			{Value: stats.Value{Code: "a", Label: i18n.T("Opetus; ja kasvatus", "Undervisning", "Education")}, Count: 3},
			{Value: stats.Value{Code: "b", Label: i18n.T("=1+1", "=1+1", "=1+1")}, Count: 2},
		},
	}
	return []transfer.Table{{Table: t, Title: i18n.T("Teot toimialoittain ja vielä paljon pidemmästi", "Gärningar per bransch", "Acts by sector")}}
}

var at = time.Date(2026, 11, 25, 21, 30, 0, 0, time.UTC)

// The same numbers in every format, as a reader of each finds them.
func TestTablesInEveryFormat(t *testing.T) {
	t.Parallel()
	var file bytes.Buffer
	if err := transfer.WriteTables(&file, transfer.CSV, i18n.FI, tables(), at); err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(file.String(), "\ufeff")))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil || len(rows) != 3 || rows[1][3] != "3" || rows[1][2] != "Opetus; ja kasvatus" || rows[1][5] != "Sääntö." {
		t.Errorf("CSV: %q, %v", rows, err)
	}
	if strings.HasPrefix(rows[2][2], "=") {
		t.Errorf("CSV: a formula came through: %q", rows[2][2])
	}
	file.Reset()
	if err := transfer.WriteTables(&file, transfer.JSON, i18n.SV, tables(), at); err != nil {
		t.Fatal(err)
	}
	var body struct {
		Tables []struct {
			Key, Rule string
			Total     int
			Rows      []struct{ Label string }
		}
	}
	if err := json.Unmarshal(file.Bytes(), &body); err != nil || body.Tables[0].Total != 5 || body.Tables[0].Rows[0].Label != "Undervisning" || body.Tables[0].Rule != "Regel." {
		t.Errorf("JSON: %+v, %v", body, err)
	}
}

// The workbook has real numbers and dates, a frozen header, a filter, a chart
// and the rules.
func TestWorkbookOfTables(t *testing.T) {
	t.Parallel()
	var file bytes.Buffer
	if err := transfer.WriteTables(&file, transfer.XLSX, i18n.FI, tables(), at); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(&file)
	if err != nil {
		t.Fatal(err)
	}
	sheets := book.GetSheetList()
	if len(sheets) != 2 || sheets[0] != "Määritelmät" {
		t.Fatalf("sheets %q", sheets)
	}
	sheet := sheets[1]
	for cell, want := range map[string]string{"A1": "Koodi", "B2": "Opetus; ja kasvatus", "C2": "3", "C3": "2", "B3": "=1+1"} {
		if got, err := book.GetCellValue(sheet, cell); err != nil || got != want {
			t.Errorf("%s is %q, %v; want %q", cell, got, err, want)
		}
	}
	if kind, err := book.GetCellType(sheet, "C2"); err != nil || kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber {
		t.Errorf("the count is of type %v, %v", kind, err)
	}
	if f, err := book.GetCellFormula(sheet, "B3"); err != nil || f != "" {
		t.Errorf("a formula came through: %q, %v", f, err)
	}
	if p, err := book.GetPanes(sheet); err != nil || !p.Freeze || p.YSplit != 1 {
		t.Errorf("panes %+v, %v", p, err)
	}
	if got, err := book.GetCellValue("Määritelmät", "H2"); err != nil || got != "2026-11-25 23:30" {
		t.Errorf("counted at %q, %v; want Finnish time", got, err)
	}
	if got, _ := book.GetCellValue("Määritelmät", "C2"); got != "Sääntö." {
		t.Errorf("the rule is %q", got)
	}
}
