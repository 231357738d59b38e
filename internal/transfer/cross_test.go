package transfer_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/transfer"
)

// crossed is a table of two rows and two columns whose acts overlap.
func crossed() transfer.Cross {
	name := func(s string) i18n.Text { return i18n.Name(s, "", "") }
	line := func(s string, n int) stats.Line {
		return stats.Line{Value: stats.Value{Code: s, Label: name(s)}, Total: n}
	}
	return transfer.Cross{
		Cross: stats.Cross{
			Definition: stats.Definition{Key: "acts_by_sector_and_year", Rule: name("Sääntö."), Window: name("Aika"), Basis: stats.FirstPublished}, Measure: stats.Acts,
			Rows: []stats.Line{line("=opetus", 3), line("hoiva", 1)}, Columns: []stats.Line{line("2021", 1), line("2022", 3)}, Cells: [][]int{{1, 2}, {0, 1}}, Total: 4,
		},
		Title: name("Ristiintaulukko"), Corner: name("Toimiala"), Sum: name("Yhteensä"), Share: stats.OfRow, ShareName: name("Rivin yhteismäärästä"),
	}
}

// The numbers and the percentages of a cross table are in every file; in a book
// they are real numbers under a filter, with a chart and the rules.
func TestCrossTableInEveryFormat(t *testing.T) {
	t.Parallel()
	files := map[transfer.Format][]byte{}
	for _, f := range []transfer.Format{transfer.CSV, transfer.JSON, transfer.XLSX} {
		var out bytes.Buffer
		if err := transfer.WriteCross(&out, f, i18n.FI, crossed(), at); err != nil {
			t.Fatal(err)
		}
		files[f] = out.Bytes()
	}
	want := "Toimiala;2021;2022;Yhteensä\n'=opetus;1;2;3\nhoiva;0;1;1\nYhteensä;1;3;4\n" +
		"Rivin yhteismäärästä;2021;2022;Yhteensä\n'=opetus;33,3%;66,7%;100,0%\nhoiva;0,0%;100,0%;100,0%\nYhteensä;25,0%;75,0%;100,0%\nSääntö. Aika\n"
	if got := strings.ReplaceAll(strings.TrimPrefix(string(files[transfer.CSV]), "\ufeff"), "\r", ""); got != want {
		t.Errorf("CSV:\n%s\nwant\n%s", got, want)
	}
	var body struct {
		PartsOf string `json:"parts_of"`
		Rows    []struct {
			Parts map[string]float64
			Part  float64
		}
	}
	if err := json.Unmarshal(files[transfer.JSON], &body); err != nil || body.PartsOf != "row" || body.Rows[0].Parts["2021"] != 1./3 || body.Rows[1].Part != 1 {
		t.Errorf("JSON: %+v, %v", body, err)
	}
	book, err := excelize.OpenReader(bytes.NewReader(files[transfer.XLSX]))
	if err != nil {
		t.Fatal(err)
	}
	sheets := book.GetSheetList()
	if len(sheets) != 3 {
		t.Fatalf("sheets %q", sheets)
	}
	for at, want := range map[[2]string]string{
		{sheets[0], "A2"}: "=opetus", {sheets[0], "C2"}: "2", {sheets[0], "D4"}: "4", {sheets[1], "B2"}: "33.3%", {sheets[1], "C4"}: "75.0%",
		{"Määritelmät", "B2"}: "acts_by_sector_and_year", {"Määritelmät", "E2"}: "4", {"Määritelmät", "F2"}: "",
	} {
		if got, err := book.GetCellValue(at[0], at[1]); err != nil || got != want {
			t.Errorf("%v is %q, %v; want %q", at, got, err, want)
		}
	}
	parts, err := zip.NewReader(bytes.NewReader(files[transfer.XLSX]), int64(len(files[transfer.XLSX])))
	if err != nil || !slices.ContainsFunc(parts.File, func(f *zip.File) bool { return f.Name == "xl/charts/chart1.xml" }) {
		t.Errorf("no chart in the book: %v", err)
	}
	filtered := 0
	for _, n := range book.GetDefinedName() {
		if strings.Contains(n.RefersTo, "$A$1:$D$3") {
			filtered++
		}
	}
	if filtered != 2 {
		t.Errorf("%d sheets have a filter over their rows: %+v", filtered, book.GetDefinedName())
	}
}
