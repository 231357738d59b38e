package embedpg

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Each start fails, and its error says what to do.
func TestErrorsSayWhatToDo(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		damage func(t *testing.T, s *Server)
		bin    string
		want   string
	}{
		{"no version", remove("data/PG_VERSION"), "", "move the folder away"},
		{"no control file", remove("data/global/pg_control"), "", "could not find the database system"},
		{"other major", func(t *testing.T, s *Server) {
			write(t, filepath.Join(s.home.data(), "PG_VERSION"), "9\n")
		}, "", "PostgreSQL 9, which made the data that are here, is not installed"},
		{"no binaries", nil, "/nowhere", "TORI_PG_BIN=/nowhere has no PostgreSQL"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			dir := folder(t)
			if test.damage != nil {
				s := start(t, dir)
				s.Stop()
				test.damage(t, s)
			}
			_, err := Start(t.Context(), Options{Dir: dir, BinDir: test.bin, Settings: fast})
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want one with %q", err, test.want)
			}
		})
	}
}

func remove(name string) func(*testing.T, *Server) {
	return func(t *testing.T, s *Server) {
		if err := os.Remove(filepath.Join(s.home.dir, name)); err != nil {
			t.Fatal(err)
		}
	}
}

func write(t *testing.T, path, content string) {
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

// A start that was cut short leaves data.new and an empty lock.
func TestHalfMadeClusterIsMadeAnew(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	if err := os.MkdirAll(filepath.Join(dir, "data.new", "base"), 0o700); err != nil {
		t.Fatal(err)
	}
	s := start(t, dir)
	if got := ask(t, s, "SELECT 'hei'"); got != "hei" {
		t.Errorf("got %q", got)
	}
}

// After a crash postmaster.pid may name a process that is something else by
// now, as after the restart of a container.
func TestReusedProcessIDIsNotAServer(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	s := start(t, dir)
	file := filepath.Join(s.home.data(), "postmaster.pid")
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	s.Stop()
	_, rest, _ := strings.Cut(string(b), "\n")
	write(t, file, "1\n"+rest)
	if err := os.Chown(file, s.home.uid, s.home.gid); err != nil {
		t.Fatal(err)
	}
	start(t, dir)
}

func TestFolderBehindAClosedOne(t *testing.T) {
	t.Parallel()
	if os.Geteuid() != 0 {
		t.Skip("only root runs PostgreSQL as another user")
	}
	parent := filepath.Dir(folder(t))
	dir := filepath.Join(parent, "closed", "postgres")
	if err := os.Mkdir(filepath.Dir(dir), 0o700); err != nil {
		t.Fatal(err)
	}
	s := start(t, dir)
	if !strings.HasPrefix(s.Dir(), spare) {
		t.Errorf("the data are in %s, want them under %s", s.Dir(), spare)
	}
	if err := os.Chmod(filepath.Dir(dir), 0o711); err != nil {
		t.Fatal(err)
	}
	again := start(t, dir) // the data stay where they are when the folder opens
	if again.Dir() != s.Dir() {
		t.Errorf("the data moved from %s to %s", s.Dir(), again.Dir())
	}
	again.Stop() // else it would take the lead of the folder that goes
	if err := s.Remove(); err != nil {
		t.Fatal(err)
	}
}
