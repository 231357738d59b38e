package arch

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
)

// sqlAt is the functions that take a statement, and at which argument.
var sqlAt = map[string]int{
	"postgres.One": 2, "postgres.All": 2, "postgres.Value": 2, "postgres.Values": 2, "postgres.Exec": 2, "postgres.Each": 2,
	".Query": 1, ".QueryRow": 1, ".Exec": 1, ".Queue": 0, ".Prepare": 2, // .Queue of a batch, which is called b
}

// mayBuild is who may put a statement together of what is no constant, and
// why. Nothing that a person sends comes near them.
var mayBuild = map[string]string{
	"internal/backup":            "names of tables and columns, read from the catalogue and quoted",
	"internal/embedpg":           "the name of the private database, quoted",
	"internal/postgres":          "passes on what its callers give it",
	"internal/postgres/pgtest":   "names of test databases",
	"internal/slug":              "passes on a constant of its caller",
	"internal/act/parts.go":      "runs each of a list of constants",
	"internal/campaign/award.go": "passes on a constant of its own file",
	"web/bench":                  "names of databases of the bench",
}

// TestSQLIsConstant reads every call that takes a statement: it must be made
// of constant strings, so that nothing typed by anyone can become SQL.
func TestSQLIsConstant(t *testing.T) {
	root := os.DirFS("../..")
	files := map[string][]*ast.File{}
	set := token.NewFileSet()
	err := fs.WalkDir(root, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(p, ".go") || strings.HasSuffix(p, "_test.go") {
			return err
		}
		src, err := fs.ReadFile(root, p)
		if err != nil {
			return err
		}
		f, err := parser.ParseFile(set, p, src, parser.SkipObjectResolution)
		files[path.Dir(p)] = append(files[path.Dir(p)], f)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for dir, all := range files {
		constants := constantsOf(all)
		for _, f := range all {
			ast.Inspect(f, func(n ast.Node) bool {
				sql := statement(n)
				if sql == nil {
					return true
				}
				at := set.Position(sql.Pos())
				if seen++; !isConstant(sql, constants) && mayBuild[dir]+mayBuild[at.Filename] == "" {
					t.Errorf("%s: the statement is not a constant string", at)
				}
				return true
			})
		}
	}
	if seen < 100 {
		t.Errorf("only %d statements were found: does the test still know how they are run?", seen)
	}
}

// statement is the argument of a call that is SQL, or nil.
func statement(n ast.Node) ast.Expr {
	call, ok := n.(*ast.CallExpr)
	if !ok {
		return nil
	}
	fun := call.Fun
	switch generic := fun.(type) { // postgres.One[T](…)
	case *ast.IndexExpr:
		fun = generic.X
	case *ast.IndexListExpr:
		fun = generic.X
	}
	sel, ok := fun.(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	name := "." + sel.Sel.Name
	if x, ok := sel.X.(*ast.Ident); ok && x.Name == "postgres" {
		name = x.Name + name
	}
	if x, ok := sel.X.(*ast.Ident); name == ".Queue" && (!ok || x.Name != "b") {
		return nil
	}
	at, ok := sqlAt[name]
	if !ok || len(call.Args) <= at {
		return nil
	}
	return call.Args[at]
}

// constantsOf is the names of the constants of a package, those inside of
// functions too.
func constantsOf(files []*ast.File) []string {
	var names []string
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			if d, ok := n.(*ast.GenDecl); ok && d.Tok == token.CONST {
				for _, spec := range d.Specs {
					for _, name := range spec.(*ast.ValueSpec).Names {
						names = append(names, name.Name)
					}
				}
			}
			return true
		})
	}
	return names
}

func isConstant(e ast.Expr, constants []string) bool {
	switch e := e.(type) {
	case *ast.BasicLit:
		return e.Kind == token.STRING
	case *ast.Ident:
		return slices.Contains(constants, e.Name)
	case *ast.ParenExpr:
		return isConstant(e.X, constants)
	case *ast.BinaryExpr:
		return e.Op == token.ADD && isConstant(e.X, constants) && isConstant(e.Y, constants)
	}
	return false
}

func TestIsConstant(t *testing.T) {
	for src, want := range map[string]bool{
		`"SELECT 1"`: true, "`SELECT ` + columns + ` FROM act`": true, `columns`: true, `("a" + "b")`: true,
		`"SELECT " + name`: false, `sql`: false, `fmt.Sprintf("SELECT %s", x)`: false, `"ORDER BY " + order[by]`: false,
	} {
		e, err := parser.ParseExpr(src)
		if err != nil {
			t.Fatal(err)
		}
		if got := isConstant(e, []string{"columns"}); got != want {
			t.Errorf("%s: %t, want %t", src, got, want)
		}
	}
}
