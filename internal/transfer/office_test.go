package transfer_test

import (
	"bytes"
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/transfer"
)

// office is LibreOffice. It is large, so that CI alone insists on it.
func office(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"soffice", "libreoffice"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	const missing = "LibreOffice reads the books: apt install libreoffice-calc-nogui"
	if ci := os.Getenv("CI"); ci != "" && ci != "false" {
		t.Fatal(missing)
	}
	t.Skip("skipped: " + missing)
	return ""
}

// sheets is every sheet of a book as LibreOffice shows it, by its name.
func sheets(t *testing.T, book []byte) map[string][][]string {
	t.Helper()
	dir := t.TempDir()
	file := filepath.Join(dir, "book.xlsx")
	if err := os.WriteFile(file, book, 0o600); err != nil {
		t.Fatal(err)
	}
	// a table of every sheet, with ; and quotes, in UTF-8, the cells as they are shown
	cmd := exec.CommandContext(t.Context(), office(t), "-env:UserInstallation=file://"+filepath.ToSlash(filepath.Join(dir, "profile")), "--headless", "--convert-to",
		"csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,true,false,false,-1", "--outdir", dir, file)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("LibreOffice: %v\n%s", err, out)
	}
	tables, err := filepath.Glob(filepath.Join(dir, "book-*.csv"))
	if err != nil || len(tables) == 0 {
		t.Fatalf("LibreOffice made no table: %v", err)
	}
	all := map[string][][]string{}
	for _, table := range tables {
		content, err := os.ReadFile(table)
		if err != nil {
			t.Fatal(err)
		}
		r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(content, []byte("\ufeff"))))
		r.Comma, r.FieldsPerRecord = ';', -1
		rows, err := r.ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", table, err)
		}
		name := strings.TrimSuffix(strings.TrimPrefix(filepath.Base(table), "book-"), ".csv")
		all[name] = rows
	}
	return all
}

// A real spreadsheet opens the books and shows what they say: numbers, moments
// and percentages, and no formula of a stranger.
func TestLibreOfficeReadsTheBooks(t *testing.T) {
	t.Parallel()
	office(t)
	var out bytes.Buffer
	if err := transfer.WriteTables(&out, transfer.XLSX, i18n.FI, tables(), at); err != nil {
		t.Fatal(err)
	}
	numbers := sheets(t, out.Bytes())
	want := [][]string{{"Koodi", "Nimi", "Määrä"}, {"a", "Opetus; ja kasvatus", "3"}, {"b", "=1+1", "2"}}
	for name, rows := range numbers {
		if strings.HasPrefix(name, "1 ") && !cmp.Equal(want, trimmed(rows)) {
			t.Errorf("%s: %s", name, cmp.Diff(want, trimmed(rows)))
		}
	}
	if rows := numbers["Määritelmät"]; len(numbers) != 2 || len(rows) != 2 || rows[1][4] != "5" || rows[1][7] != "2026-11-25 23:30" {
		t.Errorf("the definitions of %d sheets: %q", len(numbers), rows)
	}
	out.Reset()
	if err := transfer.WriteCross(&out, transfer.XLSX, i18n.FI, crossed(), at); err != nil {
		t.Fatal(err)
	}
	crossed := sheets(t, out.Bytes())
	for name, want := range map[string][][]string{
		"1 Ristiintaulukko":      {{"Toimiala", "2021", "2022", "Yhteensä"}, {"=opetus", "1", "2", "3"}, {"hoiva", "0", "1", "1"}, {"Yhteensä", "1", "3", "4"}},
		"2 Rivin yhteismäärästä": {{"Rivin yhteismäärästä", "2021", "2022", "Yhteensä"}, {"=opetus", "33.3%", "66.7%", "100.0%"}, {"hoiva", "0.0%", "100.0%", "100.0%"}, {"Yhteensä", "25.0%", "75.0%", "100.0%"}},
	} {
		if diff := cmp.Diff(want, trimmed(crossed[name])); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	readsActs(t)
}

// readsActs has acts go out as a book, which says what the CSV does.
func readsActs(t *testing.T) {
	t.Helper()
	s := newService(t)
	line := `{"ref":"o-1","title":"=SUM(A1) ja muuta","organization":"Limingan kunta","need":"rivi\ntoinen; \"lainaus\"","municipality_code":"091","published_at":"2022-10-03T09:15:00.123456+03:00","submitted_at":"2022-10-01T08:00:00+03:00","status":"published"}`
	if _, bad, err := run(t, s, write(t, "o.jsonl", line), transfer.Options{}); err != nil {
		t.Fatal(err, bad)
	}
	ids, err := s.Acts.IDs(t.Context(), []act.Status{act.Published})
	if err != nil {
		t.Fatal(err)
	}
	var book bytes.Buffer
	if err := s.Export(t.Context(), &book, transfer.Order{Format: transfer.XLSX, IDs: ids}); err != nil {
		t.Fatal(err)
	}
	all := sheets(t, book.Bytes())
	rows := all["Teot"]
	if len(rows) != 2 || len(all["Määritelmät"]) != len(rows[0])+1 {
		t.Fatalf("%d rows, %d definitions", len(rows), len(all["Määritelmät"]))
	}
	for column, want := range map[string]string{
		"title": "=SUM(A1) ja muuta", "need": "rivi\ntoinen; \"lainaus\"", "municipality_code": "091", "published_at": "3.10.2022 9:15", "submitted_at": "1.10.2022 8:00",
	} {
		if at := slices.Index(rows[0], column); at < 0 || rows[1][at] != want {
			t.Errorf("%s is %q, want %q", column, rows[1], want)
		}
	}
}

// trimmed is rows without the empty cells at their ends.
func trimmed(rows [][]string) [][]string {
	var all [][]string
	for _, row := range rows {
		for len(row) > 0 && row[len(row)-1] == "" {
			row = row[:len(row)-1]
		}
		if len(row) > 0 {
			all = append(all, row)
		}
	}
	return all
}
