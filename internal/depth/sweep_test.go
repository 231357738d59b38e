package depth

import (
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
)

// sweeping is the folders with a test that asks how deep to look.
func sweeping(t *testing.T) []string {
	t.Helper()
	root, folders := os.DirFS("../.."), map[string]bool{}
	for _, top := range []string{"cmd", "internal", "web"} {
		err := fs.WalkDir(root, top, func(p string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(p, "_test.go") || path.Dir(p) == "internal/depth" {
				return err
			}
			src, err := fs.ReadFile(root, p)
			if sweep.Match(src) {
				folders[path.Dir(p)] = true
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(folders) == 0 {
		t.Error("no test asks how deep to look: nothing is looked through")
	}
	var all []string
	for f := range folders {
		all = append(all, f)
	}
	slices.Sort(all)
	return all
}
