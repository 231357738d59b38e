package transfer_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/content"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/organization/referencetest"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/taxonomy"
	"tekojentori.fi/tori/internal/transfer"
)

// newService is a Service on a fresh database with the reference data.
func newService(t *testing.T) *transfer.Service {
	t.Helper()
	db := referencetest.New(t)
	acts := acttest.Service(t, db)
	s := &transfer.Service{
		DB: db, Acts: acts, Organizations: organization.New(db), Terms: taxonomy.New(db),
		Campaigns: campaign.New(db, campaign.Parts{Acts: acts}, time.Now), Content: content.New(db), Now: time.Now,
	}
	for _, step := range []func(context.Context) error{
		s.Campaigns.Load, s.Terms.Refresh, s.Organizations.Refresh, s.Campaigns.Refresh,
	} {
		if err := step(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func write(t *testing.T, name, text string) transfer.File {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return transfer.OnDisk(path)
}

// run imports a file and is the report with the problems as they are printed.
func run(t *testing.T, s *transfer.Service, f transfer.File, o transfer.Options) (transfer.Report, []string, error) {
	t.Helper()
	var bad []string
	o.Bad = func(b transfer.BadRow, _ transfer.Row) {
		b.File = filepath.Base(b.File)
		bad = append(bad, b.Error())
	}
	report, err := s.Import(t.Context(), f, o)
	if err := s.Organizations.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	return report, bad, err
}

const good = "ref;title;organization;sectors;themes;published_at;tags\n" +
	"a-1;Aamu alkaa rauhassa;Limingan kunta;Opetus ja kasvatus|culture-and-leisure;safety;2022-10-03;Aamu|rauha\n" +
	"a-2;Keittiö kertoo hävikin;Uusi Ateria Oy;Koko kunta;Turvallisuus;31.10.2022;\n"

func TestImportIsIdempotentByRef(t *testing.T) {
	t.Parallel()
	s := newService(t)
	report, bad, err := run(t, s, write(t, "a.csv", "\ufeff"+good), transfer.Options{})
	if err != nil || report.Created != 2 {
		t.Fatalf("first: %+v %v %v", report, bad, err)
	}
	report, _, err = run(t, s, write(t, "a.csv", good), transfer.Options{})
	if err != nil || report.Unchanged != 2 {
		t.Errorf("the same file again: %+v, %v; want 2 unchanged", report, err)
	}
	report, _, err = run(t, s, write(t, "a.csv", strings.Replace(good, "hävikin", "hukan", 1)), transfer.Options{})
	if err != nil || report.Changed != 1 || report.Unchanged != 1 {
		t.Errorf("one changed row: %+v, %v", report, err)
	}
	a, err := s.Acts.BySlug(t.Context(), account.Account{}, "keittio-kertoo-havikin")
	if err != nil || a.Title != "Keittiö kertoo hukan" {
		t.Errorf("the address or the title: %q, %v", a.Title, err)
	}
	if o := s.Organizations.Directory().Get(a.OrganizationID); o.Type != organization.Other {
		t.Errorf("an unknown organisation has the type %s", o.Type)
	}
	if term := s.Terms.Lists().Current(a.SectorIDs[0]); term.Code != "whole-organisation" {
		t.Errorf("an older sector became %s", term.Code)
	}
}

func TestOneBadRowStopsTheImport(t *testing.T) {
	t.Parallel()
	s := newService(t)
	f := write(t, "b.csv", good+"a-2;Toinen samalla;Limingan kunta;Kalastus;;eilen;\n;Ei tunnusta;Limingan kunta;;;;\n")
	_, bad, err := run(t, s, f, transfer.Options{})
	if !errors.Is(err, transfer.ErrBadRows) {
		t.Fatalf("err = %v", err)
	}
	for i, want := range []string{
		`b.csv:4: sectors: "Kalastus" is unknown; allowed: education-and-upbringing (Opetus ja kasvatus)`,
		`b.csv:4: published_at: "eilen" is not a date`, `b.csv:4: ref: "a-2" stands on line 3 already`, `b.csv:5: ref: is empty`,
	} {
		if i >= len(bad) || !strings.HasPrefix(bad[i], want) {
			t.Errorf("problem %d of %q, want %s…", i, bad, want)
		}
	}
	if n := count(t, s); n != 0 {
		t.Errorf("%d acts stored", n)
	}
	report, _, err := run(t, s, f, transfer.Options{SkipBad: true})
	if err != nil || report.Created != 2 || report.Bad != 2 {
		t.Errorf("skip bad: %+v, %v", report, err)
	}
}

// A row of an act that has been merged into another is told by its line; the
// others are stored.
func TestARowOfAMergedActIsWrong(t *testing.T) {
	t.Parallel()
	s := newService(t)
	if _, _, err := run(t, s, write(t, "a.csv", good), transfer.Options{}); err != nil {
		t.Fatal(err)
	}
	if err := postgres.Exec(t.Context(), s.DB, `
		UPDATE act SET status = 'merged', merged_into = (SELECT id FROM act WHERE ref = 'a-2') WHERE ref = 'a-1'`); err != nil {
		t.Fatal(err)
	}
	again := write(t, "a.csv", strings.ReplaceAll(good, ";2022-10-03", ";2022-10-04")+"a-3;Uusi teko;Limingan kunta;Koko kunta;safety;2022-11-01;\n")
	report, bad, err := run(t, s, again, transfer.Options{SkipBad: true})
	want := []string{`a.csv:2: ref: "a-1" has been merged into "a-2"; change that one instead`}
	if err != nil || !slices.Equal(bad, want) || report.Bad != 1 || report.Created != 1 {
		t.Errorf("%v, %+v, problems %q, want %q", err, report, bad, want)
	}
}

func TestDryRunWritesNothing(t *testing.T) {
	t.Parallel()
	s := newService(t)
	if _, _, err := run(t, s, write(t, "a.csv", good), transfer.Options{DryRun: true}); err != nil {
		t.Fatal(err)
	}
	if n := count(t, s); n != 0 {
		t.Errorf("%d acts stored", n)
	}
}

func count(t *testing.T, s *transfer.Service) int {
	t.Helper()
	n, err := postgres.Value[int](t.Context(), s.DB, "SELECT count(*) FROM act")
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestImportReadsWhatExportWrites goes round through every format with texts
// that are hard on files.
func TestImportReadsWhatExportWrites(t *testing.T) {
	t.Parallel()
	s := newService(t)
	hard := `{"ref":"h-1","title":"=SUM(A1) ja muuta","organization":"Limingan kunta","lead":"'=jo valmiiksi","need":"rivi\ntoinen; \"lainaus\", pilkku","approach":"-miinus\tsarkain","results":"＝leveä","tags":["+plus","äö"],"partners":["Oulun kaupunki","Pohde"],"links":["https://example.fi/?a=1&b=2"],"legacy_urls":["https://www.kunteko.fi/teot/x y"],"sectors":["education-and-upbringing","employment-services"],"themes":["safety"],"stage":"in_use","unit":"@yksikkö","locality":"Liminka","municipality_code":"425","language":"fi","submitted_at":"2022-10-01T08:00:00+03:00","published_at":"2022-10-03T09:15:00.123456+03:00","status":"archived","campaign":"hyva-kiertamaan-2022","contact_name":"Maija","contact_title":"opettaja","contact_email":"maija@example.fi"}`
	if _, bad, err := run(t, s, write(t, "h.jsonl", hard), transfer.Options{}); err != nil {
		t.Fatal(err, bad)
	}
	ids, err := s.Acts.IDs(t.Context(), []act.Status{act.Archived})
	if err != nil || len(ids) != 1 {
		t.Fatal(ids, err)
	}
	before, err := s.Acts.Export(t.Context(), ids)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range []transfer.Order{
		{Format: transfer.CSV}, {Format: transfer.CSV, Comma: true}, {Format: transfer.XLSX}, {Format: transfer.JSON}, {Format: transfer.JSONL}, {Format: transfer.CSV, Personal: true},
	} {
		t.Run(fmt.Sprintf("%s comma=%t personal=%t", o.Format, o.Comma, o.Personal), func(t *testing.T) {
			o.IDs = ids
			var out bytes.Buffer
			if err := s.Export(t.Context(), &out, o); err != nil {
				t.Fatal(err)
			}
			if has := strings.Contains(out.String(), "maija@example.fi"); o.Format != transfer.XLSX && has != o.Personal {
				t.Errorf("the contact is in the file: %t", has)
			}
			report, bad, err := run(t, s, write(t, "again."+string(o.Format), out.String()), transfer.Options{})
			if err != nil || report.Unchanged != 1 {
				t.Fatalf("import of the export: %+v %v %v", report, bad, err)
			}
			fresh := newService(t)
			if _, bad, err := run(t, fresh, write(t, "fresh."+string(o.Format), out.String()), transfer.Options{}); err != nil {
				t.Fatal(err, bad)
			}
			freshIDs, err := fresh.Acts.IDs(t.Context(), []act.Status{act.Archived})
			if err != nil {
				t.Fatal(err)
			}
			after, err := fresh.Acts.Export(t.Context(), freshIDs)
			if err != nil {
				t.Fatal(err)
			}
			want := before[0].Content
			if !o.Personal {
				want.Contacts = []act.Contact{}
			}
			if diff := cmp.Diff(want, after[0].Content); diff != "" {
				t.Errorf("(-exported +imported):\n%s", diff)
			}
			if !after[0].FirstPublishedAt.Equal(*before[0].FirstPublishedAt) {
				t.Errorf("published %v, was %v", after[0].FirstPublishedAt, before[0].FirstPublishedAt)
			}
		})
	}
}

// What a spreadsheet would take for a formula is text in CSV and XLSX, in
// full-width signs too.
func TestFormulasAreNeutralised(t *testing.T) {
	t.Parallel()
	s := newService(t)
	dangerous, file := []string{}, "ref,title,lead,organization\n"
	for i, sign := range []string{"=", "+", "-", "@", "＝", "＋", "－", "＠"} {
		dangerous = append(dangerous, sign+"cmd|' /C calc'!A0")
		file += fmt.Sprintf("r%d,Rivi %d,%s,Limingan kunta\n", i, i, dangerous[i])
	}
	if _, bad, err := run(t, s, write(t, "a.csv", file), transfer.Options{}); err != nil {
		t.Fatal(err, bad)
	}
	ids, err := s.Acts.IDs(t.Context(), []act.Status{act.Published})
	if err != nil {
		t.Fatal(err)
	}
	var csv, xlsx bytes.Buffer
	for format, out := range map[transfer.Format]*bytes.Buffer{transfer.CSV: &csv, transfer.XLSX: &xlsx} {
		if err := s.Export(t.Context(), out, transfer.Order{IDs: ids, Format: format}); err != nil {
			t.Fatal(err)
		}
	}
	for _, text := range dangerous {
		if !strings.Contains(csv.String(), ";'"+text) {
			t.Errorf("%s stands as it is", text)
		}
	}
	book, err := excelize.OpenReader(&xlsx)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for r, row := range rows {
			for c, text := range row {
				cell, _ := excelize.CoordinatesToCellName(c+1, r+1)
				formula, _ := book.GetCellFormula(sheet, cell)
				kind, _ := book.GetCellType(sheet, cell)
				if slices.Contains(dangerous, text) {
					found++
					if formula != "" || kind != excelize.CellTypeInlineString && kind != excelize.CellTypeSharedString {
						t.Errorf("%s of %s is the formula %q, type %v", cell, sheet, formula, kind)
					}
				}
			}
		}
	}
	if found != len(dangerous) {
		t.Errorf("%d of %d texts stand in the workbook", found, len(dangerous))
	}
}
