package embedpg

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// fast makes a server that may lose its data and starts sooner.
var fast = map[string]string{"fsync": "off", "shared_buffers": "16MB"}

// folder is a new folder that the user that runs PostgreSQL can enter, which
// t.TempDir is not for root.
func folder(t *testing.T) string {
	dir, err := os.MkdirTemp("", "embedpg-")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(dir); err != nil {
			t.Error(err)
		}
	})
	return filepath.Join(dir, "postgres")
}

func start(t *testing.T, dir string) *Server {
	t.Helper()
	s, err := Start(t.Context(), Options{Dir: dir, Settings: fast, Log: slog.New(slog.NewTextHandler(t.Output(), nil))})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Stop)
	return s
}

// ask runs a query for one text on a connection of its own.
func ask(t *testing.T, s *Server, sql string) string {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), s.URL())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.WithoutCancel(t.Context()))
	var answer string
	if err := conn.QueryRow(t.Context(), sql).Scan(&answer); err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
	return answer
}

func TestDatabaseKnowsFinnish(t *testing.T) {
	t.Parallel()
	s := start(t, folder(t))
	for sql, want := range map[string]string{
		`SELECT current_database()`: "tori",
		`SELECT ('ö' ~* 'Ö')::text`: "true",
		`SELECT string_agg(x, '' ORDER BY x) FROM unnest(ARRAY['ö','z','ä','å','a']) x`: "azåäö",
		`SELECT current_setting('listen_addresses')`:                                    "",
		`SELECT current_setting('data_checksums')`:                                      "on",
		`SELECT current_setting('fsync')`:                                               "off",
	} {
		if got := ask(t, s, sql); got != want {
			t.Errorf("%s: %q, want %q", sql, got, want)
		}
	}
	info, err := os.Stat(s.home.run)
	if err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the folder of the socket: %v %v, want 0700", info.Mode(), err)
	}
}

func TestSecondStartKeepsDataAndIsQuick(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	first := start(t, dir)
	ask(t, first, `SELECT set_config('x.y', '', false) FROM (SELECT lo_create(4711)) l`)
	pid := first.process.pid
	first.Stop()
	if running(pid, first.home.data()) {
		t.Error("the server runs after Stop")
	}
	began := time.Now()
	second := start(t, dir)
	took := time.Since(began)
	if took > 2*time.Second { // 0.1 s when the machine has nothing else to do
		t.Errorf("the second start took %v", took)
	}
	t.Logf("the second start took %v", took)
	if got := ask(t, second, `SELECT count(*)::text FROM pg_largeobject_metadata WHERE oid = 4711`); got != "1" {
		t.Errorf("%s rows after the second start, want 1", got)
	}
}

func TestServerThatDiesIsRestarted(t *testing.T) {
	t.Parallel()
	s := start(t, folder(t))
	killPostmaster(t, s)
	waitFor(t, "the restart", func() bool { return s.try(t.Context(), "tori", "SELECT 1") == nil })
}

// killPostmaster kills the server of the folder the hard way.
func killPostmaster(t *testing.T, s *Server) {
	t.Helper()
	pid, err := postmaster(s.home.data())
	if err != nil || pid == 0 {
		t.Fatalf("no server: %v", err)
	}
	if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	waitFor(t, "the end of the server", func() bool { return !running(pid, s.home.data()) })
}

func waitFor(t *testing.T, what string, done func() bool) {
	t.Helper()
	began := time.Now()
	for !done() {
		if time.Since(began) > 20*time.Second {
			t.Fatalf("waited in vain for %s", what)
		}
		time.Sleep(5 * time.Millisecond)
	}
	t.Logf("%s took %v", what, time.Since(began))
}

func TestAloneRefusesToShare(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	start(t, dir)
	_, err := Start(t.Context(), Options{Dir: dir, Alone: true})
	if !errors.Is(err, ErrInUse) {
		t.Errorf("error %v, want ErrInUse", err)
	}
}

func TestRemoveLeavesNothing(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	s := start(t, dir)
	if err := s.Remove(); err != nil {
		t.Fatal(err)
	}
	if exists(dir) {
		t.Errorf("%s is still there", dir)
	}
}

// Who starts in a folder that is being removed finds it taken, or an empty one:
// never half a database.
func TestStartWhileTheFolderIsRemoved(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	old := start(t, dir)
	for range 2 {
		removed := make(chan error, 1)
		go func() { removed <- old.Remove() }()
		var next *Server
		for err := ErrInUse; errors.Is(err, ErrInUse); {
			if next, err = Start(t.Context(), Options{Dir: dir, Database: "tori", Settings: map[string]string{"fsync": "off"}, Alone: true}); err != nil && !errors.Is(err, ErrInUse) {
				t.Fatal(err)
			}
		}
		if err := <-removed; err != nil {
			t.Fatal(err)
		}
		if got := ask(t, next, "SELECT 'hei'"); got != "hei" {
			t.Errorf("got %q", got)
		}
		old = next
	}
	if err := old.Remove(); err != nil {
		t.Fatal(err)
	}
}

func TestLongFolderGetsAShortSocket(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(folder(t), strings.Repeat("pitkä", 20))
	s := start(t, dir)
	if got := ask(t, s, "SELECT 'hei'"); got != "hei" {
		t.Errorf("got %q", got)
	}
	if err := s.Remove(); err != nil {
		t.Fatal(err)
	}
	if exists(s.home.run) {
		t.Errorf("%s is still there", s.home.run)
	}
}
