package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"

	"tekojentori.fi/tori/internal/postgres"
)

// A portal is the program under test, on a database of its own.
type portal struct {
	addr       string
	process    *os.Process
	ended      chan error
	log        *os.File
	program    string
	env        []string
	url        string // of the database
	postmaster int
	importTime time.Duration
	importPeak int64 // bytes
}

// startPortal makes a portal with the acts of a file and serves them.
func startPortal(ctx context.Context, dir, file string) (*portal, error) {
	p, err := fillPortal(ctx, dir, file)
	if err != nil {
		return nil, err
	}
	if err := queueUp(ctx, p.url); err != nil {
		return nil, fmt.Errorf("acts that wait: %w", err)
	}
	if err := analyze(ctx, p.url); err != nil {
		return nil, err
	}
	return p, p.serve(ctx, dir)
}

// fillPortal builds the program, and imports the acts into a database of its
// own.
func fillPortal(ctx context.Context, dir, file string) (*portal, error) {
	server := os.Getenv("TEST_DATABASE_URL")
	if server == "" {
		return nil, errors.New("TEST_DATABASE_URL is not set: run make bench")
	}
	p := &portal{ended: make(chan error, 1), program: filepath.Join(dir, "tori")}
	var err error
	if p.url, err = p.database(ctx, server); err != nil {
		return nil, fmt.Errorf("database of the bench: %w", err)
	}
	if out, err := exec.CommandContext(ctx, "go", "build", "-o", p.program, "./cmd/tori").CombinedOutput(); err != nil {
		return nil, fmt.Errorf("build the portal: %w\n%s", err, out)
	}
	if p.addr, err = freeAddress(ctx); err != nil {
		return nil, err
	}
	p.env = []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + dir, "DATABASE_URL=" + p.url, "ADDR=" + p.addr,
		"DATA_DIR=" + filepath.Join(dir, "data"), "LOG_LEVEL=warn", "GOGC=" + os.Getenv("GOGC"),
	}
	if err := p.fill(ctx, file); err != nil {
		return nil, err
	}
	return p, team(ctx, p.program, p.env)
}

// database makes an empty one on the server, and finds the server's process.
func (p *portal) database(ctx context.Context, server string) (string, error) {
	db, err := postgres.Open(ctx, server)
	if err != nil {
		return "", err
	}
	defer db.Close()
	for _, sql := range []string{"DROP DATABASE IF EXISTS tori_bench WITH (FORCE)", "CREATE DATABASE tori_bench"} {
		if err := postgres.Exec(ctx, db, sql); err != nil {
			return "", err
		}
	}
	backend, err := postgres.Value[int](ctx, db, "SELECT pg_backend_pid()")
	if err != nil {
		return "", err
	}
	if p.postmaster, err = parent(backend); err != nil {
		return "", fmt.Errorf("PostgreSQL runs elsewhere, its CPU time cannot be read: %w", err)
	}
	u, err := url.Parse(server)
	if err != nil {
		return "", err
	}
	u.Path = "/tori_bench"
	return u.String(), nil
}

// fill imports the acts as an operator does, and notes what that took.
func (p *portal) fill(ctx context.Context, file string) error {
	cmd := exec.CommandContext(ctx, p.program, "import", "acts", file)
	cmd.Env, cmd.Stderr = p.env, os.Stderr
	begin := time.Now()
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("import: %w", err)
	}
	p.importTime = time.Since(begin)
	if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		p.importPeak = usage.Maxrss * 1024
	}
	return nil
}

// analyze does what autovacuum does elsewhere: the test server has none.
func analyze(ctx context.Context, database string) error {
	db, err := postgres.Open(ctx, database, postgres.StatementTimeout(0))
	if err != nil {
		return err
	}
	defer db.Close()
	return postgres.Exec(ctx, db, "VACUUM ANALYZE")
}

func (p *portal) serve(ctx context.Context, dir string) error {
	var err error
	if p.log, err = os.Create(filepath.Join(dir, "portal.log")); err != nil {
		return err
	}
	cmd := exec.Command(p.program, "serve") // our own program, ended by stop
	cmd.Env, cmd.Stdout, cmd.Stderr = p.env, p.log, p.log
	if err := cmd.Start(); err != nil {
		return err
	}
	p.process = cmd.Process
	go func() { p.ended <- cmd.Wait() }()
	for {
		if status(ctx, "http://"+p.addr+"/readyz") == http.StatusOK {
			return nil
		}
		select {
		case err := <-p.ended:
			p.ended <- err
			said, _ := os.ReadFile(p.log.Name())
			return fmt.Errorf("the portal ended at once: %w\n%s", err, said)
		case <-ctx.Done():
			p.stop()
			return ctx.Err()
		case <-time.After(50 * time.Millisecond):
		}
	}
}

func (p *portal) stop() {
	if p.process == nil {
		return
	}
	_ = p.process.Signal(syscall.SIGTERM)
	select {
	case <-p.ended:
	case <-time.After(30 * time.Second):
		_ = p.process.Kill()
	}
}

func status(ctx context.Context, address string) int {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return 0
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0
	}
	_ = resp.Body.Close()
	return resp.StatusCode
}

func freeAddress(ctx context.Context) (string, error) {
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer l.Close()
	return l.Addr().String(), nil
}
