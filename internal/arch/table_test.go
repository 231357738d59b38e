package arch

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// readers may read the tables of all features by SQL: they count, find and
// fill. Others ask the Service of a table's feature.
var readers = []string{"internal/stats", "internal/search", "internal/demo", "internal/backup"}

// sharedReads are the reads that one statement must do, see decision 0004.
var sharedReads = map[string][]string{
	"internal/redirect":   {"act", "act_legacy_url"},
	"internal/curation":   {"act"},
	"internal/moderation": {"account", "act", "act_author", "act_removal", "act_update", "campaign_entry"},
}

var (
	created = regexp.MustCompile(`CREATE TABLE (?:IF NOT EXISTS )?([a-z_]+)`)
	written = regexp.MustCompile(`(?:INSERT INTO|DELETE FROM|MERGE INTO|(?:^|[^R] )UPDATE) ([a-z_]+)`)
	read    = regexp.MustCompile(`(?:FROM|JOIN) ([a-z_]+)`)
)

// TestEachTableHasOneWriter finds the feature that writes each table, and that
// no other writes it, nor reads it by SQL.
func TestEachTableHasOneWriter(t *testing.T) {
	tables := tablesOf(t)
	writes, reads := map[string][]string{}, map[string][]string{}
	for _, q := range sqlByPackage(t) {
		for _, m := range written.FindAllStringSubmatch(q.sql, -1) {
			note(writes, tables, m[1], q.from)
		}
		for _, m := range read.FindAllStringSubmatch(q.sql, -1) {
			note(reads, tables, m[1], q.from)
		}
	}
	for _, table := range slices.Sorted(maps.Keys(tables)) {
		if len(writes[table]) > 1 {
			t.Errorf("%s is written by %s: a table has one writer", table, strings.Join(writes[table], " and "))
		}
		for _, from := range reads[table] {
			if !slices.Contains(writes[table], from) && len(writes[table]) > 0 && !slices.Contains(readers, from) && !slices.Contains(sharedReads[from], table) {
				t.Errorf("%s reads %s of %s by SQL: ask its Service", from, table, writes[table][0])
			}
		}
	}
}

func note(users map[string][]string, tables map[string]bool, table, from string) {
	if tables[table] && !slices.Contains(users[table], from) {
		users[table] = append(users[table], from)
	}
}

// tablesOf is what the migrations create.
func tablesOf(t *testing.T) map[string]bool {
	t.Helper()
	tables := map[string]bool{}
	files, err := filepath.Glob("../../migrations/*.sql")
	if err != nil || len(files) == 0 {
		t.Fatalf("no migrations: %v", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range created.FindAllStringSubmatch(string(text), -1) {
			tables[m[1]] = true
		}
	}
	return tables
}

// ownedSQL is SQL that stands in a file of a package.
type ownedSQL struct{ from, sql string }

func sqlByPackage(t *testing.T) []ownedSQL {
	t.Helper()
	var all []ownedSQL
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.Contains(path, "test"+string(filepath.Separator)) {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		feature, _, _ := strings.Cut(filepath.ToSlash(strings.TrimPrefix(path, ".."+string(filepath.Separator))), "/")
		ast.Inspect(file, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if text, err := strconv.Unquote(lit.Value); err == nil {
					all = append(all, ownedSQL{"internal/" + feature, text})
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
