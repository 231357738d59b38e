package embedpg

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"testing"
	"time"
)

// TestGuarded is no test: it is a portal with a guarded child.
func TestGuarded(t *testing.T) {
	if os.Getenv("EMBEDPG_TEST_GUARD") == "" {
		t.Skip("it is the second process of the other tests, not a test by itself")
	}
	child := exec.Command("/bin/sleep", "60")
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	p := &process{pid: child.Process.Pid, done: make(chan struct{})}
	if err := p.guard(account{}); err != nil {
		t.Fatal(err)
	}
	fmt.Println(p.pid)
	time.Sleep(time.Minute) // until it is killed
}

func TestGuardStopsTheServerOfAKilledPortal(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("ps"); err != nil {
		t.Skip("the program ps, which tells what runs, is not installed")
	}
	cmd := exec.Command(os.Args[0], "-test.run=^TestGuarded$")
	cmd.Env = append(os.Environ(), "EMBEDPG_TEST_GUARD=1")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer kill(cmd)
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	pid, err := strconv.Atoi(line[:len(line)-1])
	if err != nil {
		t.Fatal(err)
	}
	if !sleeps(pid) {
		t.Fatal("the child does not run")
	}
	kill(cmd)
	waitFor(t, "the guard", func() bool { return !sleeps(pid) })
}

// sleeps reports whether the process runs, as ps sees it: a zombie does not.
func sleeps(pid int) bool {
	out, err := exec.Command("ps", "-o", "stat=", "-p", strconv.Itoa(pid)).Output()
	return err == nil && len(out) > 0 && out[0] != 'Z'
}
