// Package arch checks the shape of the program: who imports whom.
package arch

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "tekojentori.fi/tori/"

// foundation packages carry no business words; any package may import them.
var foundation = []string{
	"internal/address", "internal/backup", "internal/blob", "internal/config", "internal/embedpg", "internal/fault", "internal/i18n", "internal/job", "internal/limit",
	"internal/mail", "internal/personal", "internal/postgres", "internal/secret", "internal/session", "internal/sheet", "internal/slug", "internal/tally", "internal/validate", "internal/version", "internal/worddiff",
}

// features are in order: each may import only those before it.
var features = []string{
	"internal/account", "internal/audit", "internal/feedback", "internal/reading", "internal/taxonomy", "internal/search", "internal/stats", "internal/organization",
	"internal/membership", "internal/boundary", "internal/act", "internal/attachment", "internal/moderation", "internal/adoption", "internal/campaign", "internal/coaching",
	"internal/workshop", "internal/initiative", "internal/content", "internal/follow", "internal/redirect", "internal/curation", "internal/report", "internal/transfer", "internal/owndata", "internal/demo",
}

// onlyTaxonomy may import no feature but taxonomy: they read SQL.
var onlyTaxonomy = []string{"internal/search", "internal/stats"}

// speaksHTTP are the packages of internal that have to: sessions are cookies,
// files may be fetched, links are tried, and organisations sign their people in.
var speaksHTTP = []string{"internal/session", "internal/blob", "internal/embedpg", "internal/account/sso", "internal/act/link"}

// TestImports parses the files itself, and does not ask go list, so that the
// go command sees what the test reads and never reports a stale success.
func TestImports(t *testing.T) {
	root := os.DirFS("../..")
	err := fs.WalkDir(root, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(p, ".go") || strings.HasSuffix(p, "_test.go") {
			return err
		}
		src, err := fs.ReadFile(root, p)
		if err != nil {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), p, src, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, im := range f.Imports {
			to, err := strconv.Unquote(im.Path.Value)
			if err != nil {
				return err
			}
			if why := forbidden(path.Dir(p), to); why != "" {
				t.Errorf("%s imports %s: %s", p, to, why)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// forbidden is why the package in the directory from may not import to, or "".
func forbidden(from, to string) string {
	to, ours := strings.CutPrefix(to, module)
	switch {
	case within(from, "internal") && (within(to, "web") || outside(to, "github.com/go-chi", "github.com/a-h/templ")):
		return "internal knows nothing of the web"
	case within(from, "internal") && to == "net/http" && !slices.Contains(speaksHTTP, from):
		return "internal knows nothing of HTTP"
	case within(from, "web") && outside(to, "github.com/jackc/pgx"):
		return "web knows nothing of SQL"
	case !ours:
		return ""
	case slices.ContainsFunc(foundation, func(f string) bool { return within(from, f) }) && rank(to) >= 0:
		return "the foundation knows no feature"
	case rank(from) >= 0 && slices.Contains(onlyTaxonomy, features[rank(from)]) && rank(to) >= 0 && rank(to) != rank(from) && to != "internal/taxonomy":
		return "search and stats know no feature but taxonomy"
	case rank(from) >= 0 && rank(to) > rank(from):
		return "a feature imports only the features before it"
	case feature(from) && feature(to) && from != to:
		return "the pages of one feature do not import those of another"
	case (from == "web/ui" || from == "web/layout") && rank(to) > rank("internal/account"):
		return "ui and layout know no feature but the account"
	}
	return ""
}

// rank is the place of a package in the order of the features; -1 for others.
func rank(p string) int {
	return slices.IndexFunc(features, func(f string) bool { return within(p, f) })
}

func within(p, dir string) bool { return p == dir || strings.HasPrefix(p, dir+"/") }

func outside(p string, dirs ...string) bool {
	return slices.ContainsFunc(dirs, func(dir string) bool { return within(p, dir) })
}

// feature reports whether p is the pages of one feature, as web/actpage.
func feature(p string) bool {
	return strings.HasPrefix(p, "web/") && strings.HasSuffix(p, "page") && p != "web/page"
}

func TestForbidden(t *testing.T) {
	for _, tt := range []struct {
		from, to string
		ok       bool
	}{
		{"internal/act", module + "internal/account", true},
		{"internal/account", module + "internal/act", false},
		{"internal/act", module + "web/page", false},
		{"internal/act", "net/http", false},
		{"internal/session", "net/http", true},
		{"internal/postgres", module + "internal/act", false},
		{"internal/search", module + "internal/act", false},
		{"internal/search/fi", module + "internal/search/vfst", true},
		{"web/actpage", module + "web/submitpage", false},
		{"web/actpage", "github.com/jackc/pgx/v5", false},
		{"web/ui", module + "internal/act", false},
	} {
		if why := forbidden(tt.from, tt.to); (why == "") != tt.ok {
			t.Errorf("%s → %s: %q, want allowed %t", tt.from, tt.to, why, tt.ok)
		}
	}
}
