package faults

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/postgres/pgtest"
)

// password is what all demo people have in these tests.
const password = "vikojen-salasana-2026"

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

func TestMain(m *testing.M) {
	var err error
	if workshop, err = os.MkdirTemp("", "tori-faults-"); err != nil {
		panic(err)
	}
	if err := os.Chmod(workshop, 0o711); err != nil { // the user that runs PostgreSQL passes through
		panic(err)
	}
	status := m.Run()
	_ = os.RemoveAll(workshop)
	os.Exit(status)
}

// A portal is the whole program. It can be killed and started again.
type portal struct {
	t     *testing.T
	addr  string
	url   string
	env   []string
	log   *record
	cmd   *exec.Cmd
	ended chan error
}

// newPortal runs tori serve --demo with settings until the test ends.
func newPortal(t *testing.T, settings ...string) *portal {
	t.Helper()
	addr := freeAddress(t)
	p := &portal{t: t, addr: addr, url: "http://" + addr, log: new(record), env: append([]string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + workshop, "ADDR=" + addr, "DATA_DIR=" + filepath.Join(workshop, strings.ReplaceAll(t.Name(), "/", "-")),
		"DEMO_PASSWORD=" + password, "FI_LEXICON=/none",
	}, settings...)}
	if !slices.ContainsFunc(settings, func(s string) bool { return strings.HasPrefix(s, "DATABASE_URL=") }) {
		p.fill()
	}
	p.start()
	t.Cleanup(func() {
		if p.cmd != nil {
			p.end(syscall.SIGINT)
		}
		if t.Failed() {
			t.Logf("what the portal said:\n%s", p.log)
		}
	})
	p.await(http.StatusOK, 2*time.Minute)
	return p
}

// demoData is a data folder with the demo in its private database, filled once:
// that takes longer than most of these tests.
var demoData = sync.OnceValues(func() (string, error) {
	dir := filepath.Join(workshop, "demo")
	return dir, loadDemo("DATA_DIR=" + dir)
})

// demo is the same on the server of the tests. Its pictures are not shown here.
var demo = pgtest.Fill(func(database string) error {
	return loadDemo("DATA_DIR="+filepath.Join(workshop, "demo-files"), "DATABASE_URL="+database)
})

func loadDemo(settings ...string) error {
	file, err := program()
	if err != nil {
		return err
	}
	cmd := exec.Command(file, "demo")
	cmd.Env = slices.Concat(settings, []string{"PATH=" + os.Getenv("PATH"), "HOME=" + workshop, "DEMO_PASSWORD=" + password, "FI_LEXICON=/none"})
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("load the demo: %w\n%s", err, out)
	}
	return nil
}

// fill gives the portal a copy of the demo data, owners and all.
func (p *portal) fill() {
	p.t.Helper()
	from, err := demoData()
	if err != nil {
		p.t.Fatal(err)
	}
	to := strings.TrimPrefix(p.env[slices.IndexFunc(p.env, func(s string) bool { return strings.HasPrefix(s, "DATA_DIR=") })], "DATA_DIR=")
	if _, err := os.Stat(to); err == nil {
		return // the second portal on one folder
	}
	if out, err := exec.Command("cp", "-a", from, to).CombinedOutput(); err != nil {
		p.t.Fatalf("copy the demo data: %v\n%s", err, out)
	}
}

func (p *portal) start() {
	p.t.Helper()
	file, err := program()
	if err != nil {
		p.t.Fatal(err)
	}
	p.cmd, p.ended = exec.Command(file, "serve", "--demo"), make(chan error, 1)
	p.cmd.Env, p.cmd.Stdout, p.cmd.Stderr = p.env, p.log, p.log
	if err := p.cmd.Start(); err != nil {
		p.t.Fatal(err)
	}
	cmd, ended := p.cmd, p.ended
	go func() { ended <- cmd.Wait() }()
}

// end sends a signal and waits for the end.
func (p *portal) end(s syscall.Signal) {
	p.t.Helper()
	_ = p.cmd.Process.Signal(s) // an error means that it has ended
	select {
	case <-p.ended:
	case <-time.After(40 * time.Second):
		p.t.Errorf("the portal does not end within 40 s of %v", s)
		_ = p.cmd.Process.Kill()
		<-p.ended
	}
	p.cmd = nil
}

// await waits until readiness is as wanted, and is how long that took.
func (p *portal) await(status int, limit time.Duration) time.Duration {
	p.t.Helper()
	began := time.Now()
	for got := 0; got != status; {
		got = p.status("/readyz")
		if time.Since(began) > limit {
			p.t.Fatalf("/readyz is %d after %v, want %d", got, limit, status)
		}
		time.Sleep(20 * time.Millisecond)
	}
	return time.Since(began)
}

// status is the answer to a visitor; 0 for none.
func (p *portal) status(path string) int { return get(p.url + path).status }

// A reply is an answer, whole.
type reply struct {
	status int // 0: none
	header http.Header
	body   string
	took   time.Duration
}

func get(address string) reply {
	began := time.Now()
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return reply{}
	}
	return answer(http.DefaultClient, req, began)
}

func answer(client *http.Client, req *http.Request, began time.Time) reply {
	resp, err := client.Do(req)
	if err != nil {
		return reply{took: time.Since(began)}
	}
	defer resp.Body.Close()
	var b bytes.Buffer
	if _, err := b.ReadFrom(resp.Body); err != nil {
		return reply{took: time.Since(began)}
	}
	return reply{resp.StatusCode, resp.Header, b.String(), time.Since(began)}
}

// ports counts those that portals have been given.
var ports atomic.Int32

// freeAddress is below the ports that the system gives to connections: none of
// these can take it before the portal does.
func freeAddress(t *testing.T) string {
	t.Helper()
	const first, many = 12_000, 20_000
	for range many {
		addr := fmt.Sprintf("127.0.0.1:%d", first+(131*os.Getpid()+int(ports.Add(1)))%many)
		if l, err := net.Listen("tcp", addr); err == nil {
			_ = l.Close() // nobody has come yet
			return addr
		}
	}
	t.Fatal("no port is free")
	return ""
}

// A record keeps the end of what a program says.
type record struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (r *record) Write(p []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.buf.Len() > 64<<10 {
		r.buf.Next(r.buf.Len() / 2)
	}
	return r.buf.Write(p)
}

// String leaves out what is no trouble.
func (r *record) String() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	var s strings.Builder
	for line := range strings.Lines(r.buf.String()) {
		if !strings.Contains(line, "level=INFO") {
			s.WriteString(line)
		}
	}
	return strings.TrimSpace(s.String())
}
