package e2e

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"tekojentori.fi/tori/internal/postgres/pgtest"
)

// workshop is the folder of what all tests of this run share: the program and
// the profile of the browser.
var workshop string

// program builds the portal, once.
var program = sync.OnceValues(func() (string, error) {
	file := filepath.Join(workshop, "tori")
	out, err := exec.Command("go", "build", "-ldflags=-w", "-o", file, "../../cmd/tori").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("build the portal: %w\n%s", err, out)
	}
	return file, nil
})

// demo is the database of a portal with the demo data, loaded once; the files
// that belong to it are in the folder demo of the workshop.
var demo = pgtest.Fill(func(url string) error {
	file, err := program()
	if err != nil {
		return err
	}
	cmd := exec.Command(file, "demo")
	cmd.Env = settings(url, filepath.Join(workshop, "demo"))
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("load the demo: %w\n%s", err, out)
	}
	return nil
})

// settings are those of every portal.
func settings(database, data string) []string {
	return []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + workshop, "DATABASE_URL=" + database, "DATA_DIR=" + data,
		"DEMO_PASSWORD=" + password, "LOG_LEVEL=warn",
	}
}

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
