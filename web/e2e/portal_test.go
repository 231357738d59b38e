package e2e

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// password is what all demo people have in these tests.
const password = "e2e-salasana-2026"

// A portal is the whole program, running on a database of its own from when
// somebody first comes until the test ends: on most days some of the journeys
// have no turn, and nobody comes.
type portal struct {
	log     *record
	open    sync.Once
	start   func()
	address string // once it has started
}

// newPortal is tori serve --demo, with more settings.
func newPortal(t *testing.T, more ...string) *portal {
	p := &portal{log: new(record)}
	p.start = func() { p.serve(t, demo.URL(t), more) }
	return p
}

// portalOn is newPortal with the demo in some database.
func portalOn(t *testing.T, database string, more ...string) *portal {
	p := &portal{log: new(record)}
	p.start = func() { p.serve(t, database, more) }
	return p
}

// url is where the portal is, as http://localhost:40123: browsers give passkeys
// to names alone.
func (p *portal) url() string {
	p.open.Do(p.start)
	return p.address
}

// serve starts the program and waits until it can serve.
func (p *portal) serve(t *testing.T, database string, more []string) {
	t.Helper()
	file, err := program()
	if err != nil {
		t.Fatal(err)
	}
	addr, data := freeAddress(t), t.TempDir()
	if err := os.CopyFS(data, os.DirFS(filepath.Join(workshop, "demo"))); err != nil {
		t.Fatal(err)
	}
	p.address = "http://localhost" + addr[strings.LastIndex(addr, ":"):]
	cmd := exec.Command(file, "serve", "--demo")
	cmd.Env = append(append(settings(database, data), "ADDR="+addr, "BASE_URL="+p.address), more...)
	cmd.Stdout, cmd.Stderr = p.log, p.log
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	t.Cleanup(func() { p.stop(t, cmd.Process, ended) })
	p.ready(t, ended)
}

// ready waits until the portal can serve.
func (p *portal) ready(t *testing.T, ended chan error) {
	t.Helper()
	deadline := time.After(90 * time.Second)
	for {
		if status, _ := get(t.Context(), p.address+"/readyz"); status == http.StatusOK {
			return
		}
		select {
		case err := <-ended:
			ended <- err
			t.Fatalf("the portal ended before it could serve: %v\n%s", err, p.log)
		case <-deadline:
			t.Fatalf("the portal is not ready after 90 s\n%s", p.log)
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// stop asks the portal to end, as an operator does, and waits for it.
func (p *portal) stop(t *testing.T, process *os.Process, ended <-chan error) {
	_ = process.Signal(syscall.SIGTERM) // an error means that it has ended
	select {
	case err := <-ended:
		if err != nil {
			t.Errorf("the portal ended badly: %v", err)
		}
	case <-time.After(30 * time.Second):
		t.Error("the portal does not stop within 30 s of SIGTERM")
		_ = process.Kill()
		<-ended
	}
	if t.Failed() && p.log.String() != "" {
		t.Logf("what the portal said:\n%s", p.log)
	}
}

// get is the status and the body of a page for a visitor.
func (p *portal) get(ctx context.Context, path string) (int, []byte) {
	return get(ctx, p.url()+path)
}

// get is the status and the body of what is at an address, or 0.
func get(ctx context.Context, address string) (int, []byte) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return 0, nil
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, nil
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return 0, nil
	}
	return resp.StatusCode, body
}

// getAs is the body of a page for somebody who has signed in.
func (p *portal) getAs(t *testing.T, cookies map[string]string, path string) []byte {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, p.url()+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, value := range cookies {
		req.AddCookie(&http.Cookie{Name: name, Value: value})
	}
	resp, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil || len(body) == 0 || resp.StatusCode >= http.StatusMultipleChoices && resp.StatusCode != http.StatusForbidden {
		t.Fatalf("%s: status %d, %d bytes, %v", path, resp.StatusCode, len(body), err)
	}
	return body
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
	const most = 64 << 10
	if r.buf.Len() > most {
		r.buf.Next(r.buf.Len() / 2)
	}
	return r.buf.Write(p)
}

func (r *record) String() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.buf.String()
}
