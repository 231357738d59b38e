// Package fitest gives tests the Finnish dictionary, which is a package of the
// machine and no part of the program.
package fitest

import (
	"os"
	"testing"

	"tekojentori.fi/tori/internal/search/fi"
)

// Dictionary is where Debian puts it.
const Dictionary = "/usr/lib/voikko/5/mor-standard/mor.vfst"

// Open is the lexicon with the dictionary. A test that needs it is skipped on
// a machine without it, and fails in CI, which installs it.
func Open(tb testing.TB) *fi.Lexicon {
	tb.Helper()
	l, err := fi.Open(Dictionary)
	if err == nil {
		return l
	}
	if ci := os.Getenv("CI"); ci != "" && ci != "false" {
		tb.Fatal("CI is to install the package voikko-fi: ", err)
	}
	tb.Skip("the package voikko-fi is not installed: ", err)
	return nil
}
