package adminpage

import (
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
)

// recorded is a deed where it is written into the log, or handed to what
// writes it.
var recorded = regexp.MustCompile(`(?:ecord|deed|Deed|DeedTx|team|decide|decideWithReason|decideOn|answer|tendCanned|changedTx)\(ctx, (?:[\w.{}]+, ){1,2}"([a-z_ -]+?) ?"`)

// Whoever adds a deed gives it words.
func TestEveryDeedHasWords(t *testing.T) {
	t.Parallel()
	deeds := map[string]bool{}
	err := fs.WalkDir(os.DirFS("../../internal"), ".", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		code, err := os.ReadFile("../../internal/" + path)
		for _, found := range recorded.FindAllSubmatch(code, -1) {
			deeds[string(found[1])] = true
		}
		return err
	})
	if err != nil || len(deeds) < 40 {
		t.Fatalf("%d deeds, %v", len(deeds), err)
	}
	for deed := range deeds {
		if _, told := deedNames[deed]; !told {
			t.Errorf("the log has no words for %q", deed)
		}
	}
}
