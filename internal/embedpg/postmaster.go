package embedpg

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
)

// noProcess is a process id that no system gives out.
const noProcess = "999999999"

// postmaster is the process id in postmaster.pid, or 0 when no server runs on
// the data. A file that names a process which is gone, or is something else by
// now, is marked so that PostgreSQL does not take that process for a server
// and refuse to start.
func postmaster(data string) (pid int, err error) {
	file := filepath.Join(data, "postmaster.pid")
	b, err := os.ReadFile(file)
	if errors.Is(err, os.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	first, rest, _ := bytes.Cut(b, []byte("\n"))
	pid, err = strconv.Atoi(string(bytes.TrimSpace(first)))
	if err != nil {
		return 0, nil // being written, or cut short by a full disk: for PostgreSQL to judge
	}
	pid = max(pid, -pid) // a single-user server writes it negative
	if running(pid, data) {
		return pid, nil
	}
	// The file is not removed: its shared memory key lets PostgreSQL wait for
	// the last children of a server that was killed.
	marked := append([]byte(noProcess+"\n"), rest...)
	if err := os.WriteFile(file, marked, 0o600); err != nil {
		return 0, fmt.Errorf("mark %s: %w", file, err)
	}
	return 0, nil
}

// running reports whether the process is a server on the data. A killed one
// that its parent has not waited for, a zombie, is not.
func running(pid int, data string) bool {
	if err := syscall.Kill(pid, 0); errors.Is(err, syscall.ESRCH) {
		return false
	}
	proc := filepath.Join("/proc", strconv.Itoa(pid))
	stat, err := os.ReadFile(filepath.Join(proc, "stat"))
	if err != nil {
		return !exists("/proc/self/stat") // a system without /proc: believe the id
	}
	// pid (name) state …, where the name may hold anything
	if i := bytes.LastIndexByte(stat, ')'); i >= 0 && i+2 < len(stat) && bytes.IndexByte([]byte("ZX"), stat[i+2]) >= 0 {
		return false
	}
	comm, err := os.ReadFile(filepath.Join(proc, "comm"))
	if err != nil || !bytes.HasPrefix(comm, []byte("post")) { // postgres, or postmaster
		return false
	}
	cwd, err := os.Readlink(filepath.Join(proc, "cwd")) // a server works in its data folder
	if err != nil {
		return !errors.Is(err, os.ErrNotExist) // may be forbidden
	}
	real, err := filepath.EvalSymlinks(data)
	return err != nil || cwd == real
}
