package embedpg

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"syscall"
	"time"
)

const (
	superuser = "tori"
	port      = "5432" // only a part of the socket's name
)

// A process is the PostgreSQL server.
type process struct {
	pid  int
	done chan struct{} // closed when it has ended; nil when it is not a child of ours
	data string
}

// launch starts the server and does not wait until it is ready.
func launch(bin string, h home, settings map[string]string, log *os.File) (*process, error) {
	args := []string{
		"-D", h.data(), "-p", port, "-c", "listen_addresses=",
		"-c", `unix_socket_directories="` + h.run + `"`, "-c", "lc_messages=C",
	}
	if runtime.GOOS == "linux" { // after a crash the disk is told once, not file by file: back in a second
		args = append(args, "-c", "recovery_init_sync_method=syncfs")
	}
	for name, value := range settings {
		args = append(args, "-c", name+"="+value)
	}
	cmd := exec.Command(filepath.Join(bin, "postgres"), args...) // outlives the context of the start
	h.become(cmd)
	dieWithParent(cmd)
	cmd.Dir, cmd.Stdout, cmd.Stderr = h.dir, log, log

	p := &process{done: make(chan struct{}), data: h.data()}
	started := make(chan error, 1)
	go func() {
		runtime.LockOSThread() // see dieWithParent; never unlocked
		err := cmd.Start()
		started <- err
		if err == nil {
			_ = cmd.Wait() // how it ended is in its log
		}
		close(p.done)
	}()
	if err := <-started; err != nil {
		return nil, fmt.Errorf("start %s as user %s: %w", cmd.Path, h.name, err)
	}
	p.pid = cmd.Process.Pid
	if needsGuard {
		if err := p.guard(h.account); err != nil {
			p.stop()
			return nil, fmt.Errorf("guard the server: %w", err)
		}
	}
	return p, nil
}

// wait waits until the process has ended, and reports false when ctx ended
// first.
func (p *process) wait(ctx context.Context) bool {
	if p.done != nil {
		select {
		case <-ctx.Done():
			return false
		case <-p.done:
			return true
		}
	}
	for running(p.pid, p.data) { // not a child: nobody tells us
		if !pause(ctx, watchEvery) {
			return false
		}
	}
	return true
}

// stop ends the process: kindly, then firmly, then at any price.
func (p *process) stop() {
	for _, step := range []struct {
		signal syscall.Signal
		wait   time.Duration
	}{
		{syscall.SIGINT, 10 * time.Second},
		{syscall.SIGQUIT, 5 * time.Second},
		{syscall.SIGKILL, 5 * time.Second},
	} {
		_ = syscall.Kill(p.pid, step.signal)                                // gone already is fine
		ctx, cancel := context.WithTimeout(context.Background(), step.wait) //nolint:forbidigo // the context of the program has ended by then, and stopping must not be cut short
		ended := p.wait(ctx)
		cancel()
		if ended {
			return
		}
	}
}
