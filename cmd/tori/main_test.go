package main

import (
	"os"
	"testing"

	"tekojentori.fi/tori/internal/attachment/wording"
)

// TestMain lets the portals of the tests read documents in processes of their
// own, which begin as this program does.
func TestMain(m *testing.M) {
	wording.Child()
	os.Exit(m.Run())
}
