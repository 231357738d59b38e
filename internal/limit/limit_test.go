package limit_test

import (
	"os"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/limit"
)

// The README tells the limits that the program has.
func TestReadmeTellsTheLimits(t *testing.T) {
	b, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(b), "\n"+limit.Markdown()+"\n") {
		t.Errorf("the README has other limits; these are they:\n%s", limit.Markdown())
	}
}
