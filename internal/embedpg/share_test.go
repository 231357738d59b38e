package embedpg

import (
	"bufio"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestPortal is no test: it is the portal that the others start as a process.
func TestPortal(t *testing.T) {
	dir := os.Getenv("EMBEDPG_TEST_PORTAL")
	if dir == "" {
		t.Skip("it is the second process of the other tests, not a test by itself")
	}
	s, err := Start(t.Context(), Options{Dir: dir, Settings: fast, Log: slog.Default()})
	if err != nil {
		fmt.Println("failed", err)
		return
	}
	fmt.Println("ready", s.URL())
	time.Sleep(time.Minute) // until it is killed
}

// portal starts another process that uses the folder, and waits until it is
// ready.
func portal(t *testing.T, dir string) *exec.Cmd {
	t.Helper()
	return portalOf(t, os.Args[0], dir, account{})
}

// portalOf is portal with another copy of the program, run as another user.
func portalOf(t *testing.T, program, dir string, as account) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(program, "-test.run=^TestPortal$")
	as.become(cmd)
	cmd.Env = append(cmd.Env, "EMBEDPG_TEST_PORTAL="+dir)
	cmd.Dir = "/"
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { kill(cmd) })
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if strings.HasPrefix(lines.Text(), "ready") {
			return cmd
		}
		t.Log(lines.Text())
	}
	t.Fatal("the other portal did not start")
	return nil
}

func kill(cmd *exec.Cmd) {
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
}

func TestKilledPortalTakesItsServerAlong(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	other := portal(t, dir)
	h, err := makeHome(dir)
	if err != nil {
		t.Fatal(err)
	}
	pid, err := postmaster(h.data())
	if err != nil || pid == 0 {
		t.Fatalf("no server: %v", err)
	}
	kill(other)
	waitFor(t, "the end of the server", func() bool { return !running(pid, h.data()) })
	s := start(t, dir)
	if got := ask(t, s, "SELECT 'hei'"); got != "hei" {
		t.Errorf("got %q", got)
	}
}

func TestStartRightAfterAKill(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	for range 3 {
		kill(portal(t, dir)) // its server is still stopping
	}
	start(t, dir)
}

func TestTwoPortalsShareOneServer(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	leader := portal(t, dir)
	follower := start(t, dir)
	if follower.process != nil {
		t.Fatal("the second portal started a server of its own")
	}
	first := ask(t, follower, "SELECT pg_postmaster_start_time()::text")

	kill(leader)
	waitFor(t, "the new leader", func() bool {
		return follower.try(t.Context(), "tori", "SELECT 1") == nil && ask(t, follower, "SELECT pg_postmaster_start_time()::text") != first
	})

	third := portal(t, dir)
	kill(third) // a follower that goes changes nothing
	time.Sleep(2 * watchEvery)
	if got := ask(t, follower, "SELECT 'hei'"); got != "hei" {
		t.Errorf("got %q", got)
	}
}

func TestLeaderThatStopsHandsOver(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	leader, follower := start(t, dir), start(t, dir)
	leader.Stop()
	waitFor(t, "the new leader", func() bool { return follower.try(t.Context(), "tori", "SELECT 1") == nil })
	follower.Stop()
	if pid, err := postmaster(follower.home.data()); pid != 0 || err != nil {
		t.Errorf("process %d runs after the last portal has left: %v", pid, err)
	}
}

func TestManyPortalsStartAtOnce(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	servers := make(chan *Server)
	for range 5 {
		go func() {
			s, err := Start(t.Context(), Options{Dir: dir, Settings: fast})
			if err != nil {
				t.Error(err)
			}
			servers <- s
		}()
	}
	leaders := 0
	for range 5 {
		s := <-servers
		if s == nil {
			continue
		}
		t.Cleanup(s.Stop)
		if s.process != nil {
			leaders++
		}
	}
	if leaders != 1 {
		t.Errorf("%d portals started a server, want 1", leaders)
	}
}

// A server whose leader is gone and that goes on, as on systems without a
// signal at the death of the parent, is taken over and stopped in the end.
func TestOrphanIsTakenOver(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	s := start(t, dir)
	s.cancel()
	<-s.done
	s.lock.release() // as if the process were gone
	s.lock = nil

	heir := start(t, dir)
	if heir.process == nil || heir.process.pid != s.process.pid {
		t.Fatal("the server was not taken over")
	}
	heir.Stop()
	if running(s.process.pid, s.home.data()) {
		t.Error("the server runs after Stop")
	}
	<-s.process.done
	s.process = nil
}

func TestOrdinaryUser(t *testing.T) {
	t.Parallel()
	if os.Geteuid() != 0 {
		t.Skip("the other tests run as an ordinary user already")
	}
	dir := folder(t)
	const nobody = 65534
	if err := os.Chown(filepath.Dir(dir), nobody, nobody); err != nil {
		t.Fatal(err)
	}
	program := copyOf(t, os.Args[0], filepath.Join(filepath.Dir(dir), "portal"))
	other := portalOf(t, program, dir, account{name: "nobody", uid: nobody, gid: nobody, other: true})
	s := start(t, dir) // root may use what an ordinary user started
	if got := ask(t, s, "SELECT 'hei'"); got != "hei" {
		t.Errorf("got %q", got)
	}
	kill(other)
	waitFor(t, "the new leader", func() bool { return s.try(t.Context(), "tori", "SELECT 1") == nil })
}

func copyOf(t *testing.T, from, to string) string {
	b, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, b, 0o755); err != nil {
		t.Fatal(err)
	}
	return to
}
