package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/postgres/pgtest"
)

func TestCommandRunsOnAClusterThatIsRemoved(t *testing.T) {
	t.Setenv(pgtest.URLVar, "") // as if this test were not run by withpg
	note := filepath.Join(t.TempDir(), "note")
	var stderr bytes.Buffer
	status := run(t.Context(), []string{"sh", "-c", "echo $TEST_DATABASE_DIR >" + note + "; kill -0 $(head -n 1 $TEST_DATABASE_DIR/data/postmaster.pid)"}, &stderr)
	if status != 0 {
		t.Fatalf("status %d: %s", status, &stderr)
	}
	dir, err := os.ReadFile(note)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(strings.TrimSpace(string(dir))); !os.IsNotExist(err) {
		t.Errorf("%s is still there: %v", dir, err)
	}
}

func TestExitStatus(t *testing.T) {
	t.Setenv(pgtest.URLVar, "postgres://elsewhere/postgres") // a server of the caller: none is started
	for _, test := range []struct {
		args []string
		want int
	}{
		{[]string{"true"}, 0},
		{[]string{"sh", "-c", "exit 3"}, 3},
		{[]string{"sh", "-c", "kill -9 $$"}, 137},
		{[]string{"no-such-command"}, 127},
		{[]string{"-nonsense", "true"}, 2},
		{nil, 2},
	} {
		var stderr bytes.Buffer
		if got := run(t.Context(), test.args, &stderr); got != test.want {
			t.Errorf("%v: status %d, want %d: %s", test.args, got, test.want, &stderr)
		}
	}
}
