package e2e

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
)

// workshop is the folder of what all tests of this run share: the program and
// the profile of the browser.
var workshop string

// program builds the portal, once.
var program = sync.OnceValues(func() (string, error) {
	file := filepath.Join(workshop, "tori")
	out, err := exec.Command("go", "build", "-o", file, "../../cmd/tori").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("build the portal: %w\n%s", err, out)
	}
	return file, nil
})

func TestMain(m *testing.M) {
	os.Exit(run(m))
}

func run(m *testing.M) int {
	var err error
	if workshop, err = os.MkdirTemp("", "tori-e2e-"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(workshop)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	defer closeBrowser()
	browserParent = ctx
	return m.Run()
}

// inCI reports whether a test that cannot run is a failure.
func inCI() bool { return os.Getenv("CI") != "" && os.Getenv("CI") != "false" }
