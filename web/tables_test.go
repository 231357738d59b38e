package web_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The tables of fields and parameters know every name that a page reads.
func TestTablesKnowEveryField(t *testing.T) {
	t.Parallel()
	known := map[string]bool{}
	for _, table := range []map[string]string{fieldsOf, parametersOf} {
		for _, names := range table {
			for _, name := range strings.Fields(names) {
				known[name] = true
			}
		}
	}
	read := regexp.MustCompile(`(?:FormValue|Query\(\)\.Get|values\.Get|\btext|\bfield)\("([a-z_]+)"\)|PostForm\["([a-z_]+)"\]|query:"([a-z_]+)`)
	files, err := filepath.Glob("*page/*.go")
	more, err2 := filepath.Glob("api/*.go")
	if err != nil || err2 != nil || len(files) < 20 {
		t.Fatal(err, err2, len(files))
	}
	for _, file := range append(files, more...) {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range read.FindAllStringSubmatch(string(b), -1) {
			if name := m[1] + m[2] + m[3]; !known[name] {
				t.Errorf("%s reads %q, which no table knows", file, name)
			}
		}
	}
}
