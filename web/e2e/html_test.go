package e2e

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// The W3C's checker of HTML, fetched by npm, and what it must be.
const (
	vnuVersion = "26.9.27"
	vnuSum     = "22f15dd39a33bed929d2a5c0cddf5946849a647eca9272bf4d5d00bc7e7a4d47"
)

// A checker is the path of vnu.jar.
type checker string

// fetching lets one test fetch the checker while the others wait for it.
var fetching sync.Mutex

// needChecker finds the checker. It is too big to keep in the repository, so
// CI fetches it, once; elsewhere the test is skipped if it is not there.
func needChecker(t *testing.T) checker {
	t.Helper()
	if _, err := exec.LookPath("java"); err != nil {
		if inCI() {
			t.Fatal("the checker of HTML needs java: apt install default-jre-headless")
		}
		t.Skip("skipped: the checker of HTML needs java: apt install default-jre-headless")
	}
	fetching.Lock()
	defer fetching.Unlock()
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Skip("skipped: no folder for the checker of HTML: ", err)
	}
	folder := filepath.Join(cache, "tekojen-tori", "vnu-"+vnuVersion)
	jar := filepath.Join(folder, "package", "build", "dist", "vnu.jar")
	if _, err := os.Stat(jar); err != nil {
		if !inCI() {
			t.Skipf("skipped: the checker of HTML is not there; CI=true fetches it to %s", folder)
		}
		if err := fetchChecker(t, folder); err != nil {
			t.Fatal(err)
		}
	}
	content, err := os.ReadFile(jar)
	if err != nil {
		t.Fatal(err)
	}
	if sum := sha256.Sum256(content); hex.EncodeToString(sum[:]) != vnuSum {
		t.Fatalf("%s is not vnu-jar %s: its SHA-256 is %x; remove it", jar, vnuVersion, sum)
	}
	return checker(jar)
}

// fetchChecker downloads by the ordinary npm client and puts the files in
// place at once.
func fetchChecker(t *testing.T, folder string) error {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(folder), 0o755); err != nil {
		return err
	}
	draft, err := os.MkdirTemp(filepath.Dir(folder), "vnu-draft-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(draft)
	for _, command := range [][]string{
		{"npm", "pack", "--silent", "vnu-jar@" + vnuVersion},
		{"tar", "-xzf", "vnu-jar-" + vnuVersion + ".tgz"},
	} {
		cmd := exec.CommandContext(t.Context(), command[0], command[1:]...)
		cmd.Dir = draft
		if out, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("%s: %w\n%s", strings.Join(command, " "), err, out)
		}
	}
	return os.Rename(draft, folder)
}

// errors is what is wrong in the pages, which are given by their addresses.
func (c checker) errors(t *testing.T, pages map[string][]byte) []string {
	t.Helper()
	folder, addresses := t.TempDir(), map[string]string{}
	args := []string{"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss4m", "-jar", string(c), "--stdout", "--format", "json", "--exit-zero-always"}
	for address, content := range pages {
		file := filepath.Join(folder, fmt.Sprintf("%d.html", len(addresses)))
		if err := os.WriteFile(file, content, 0o600); err != nil {
			t.Fatal(err)
		}
		addresses[filepath.Base(file)] = address
		args = append(args, file)
	}
	var said bytes.Buffer
	cmd := exec.CommandContext(t.Context(), "java", args...)
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("the checker of HTML: %v\n%s", err, said.String())
	}
	var report struct {
		Messages []struct {
			Type, URL, Message, Extract string
			LastLine                    int
		}
	}
	if err := json.Unmarshal(out, &report); err != nil {
		t.Fatalf("the checker of HTML: %v\n%s", err, out)
	}
	var wrong []string
	for _, m := range report.Messages {
		if m.Type != "info" {
			wrong = append(wrong, fmt.Sprintf("%s line %d: %s\n\t%s", addresses[filepath.Base(m.URL)], m.LastLine, m.Message, m.Extract))
		}
	}
	return wrong
}
