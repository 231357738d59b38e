package faults

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// A balancer sends requests to the portals that say they are ready, as one
// that looks every 200 ms does.
type balancer struct {
	portals []*portal
	ready   []atomic.Bool
	asked   atomic.Int64
	failed  atomic.Int64
	stop    chan struct{}
	wait    sync.WaitGroup
}

func balance(portals ...*portal) *balancer {
	b := &balancer{portals: portals, ready: make([]atomic.Bool, len(portals)), stop: make(chan struct{})}
	for i, p := range portals {
		b.ready[i].Store(true)
		b.every(200*time.Millisecond, func() { b.ready[i].Store(p.status("/readyz") == http.StatusOK) })
	}
	for hand := range 4 {
		b.every(5*time.Millisecond, func() { b.ask(hand) })
	}
	return b
}

func (b *balancer) every(pause time.Duration, do func()) {
	b.wait.Go(func() {
		for {
			select {
			case <-b.stop:
				return
			case <-time.After(pause):
				do()
			}
		}
	})
}

func (b *balancer) ask(hand int) {
	n := b.asked.Add(1)
	for i := range b.portals {
		at := (int(n) + i) % len(b.portals)
		if b.ready[at].Load() {
			path := []string{"/", "/tilastot", fmt.Sprintf("/tekojen-tori?haku=sana%d", n), "/kirjaudu"}[hand]
			if b.portals[at].status(path) != http.StatusOK {
				b.failed.Add(1)
			}
			return
		}
	}
	b.failed.Add(1) // nobody is ready
}

func (b *balancer) end() (asked, failed int64) {
	close(b.stop)
	b.wait.Wait()
	return b.asked.Load(), b.failed.Load()
}

// Two portals on one database are restarted one after the other under load: no
// request fails.
func TestRollingRestart(t *testing.T) {
	database := "DATABASE_URL=" + demo.URL(t)
	var one, two *portal
	one = newPortal(t, database)
	t.Run("second", func(t *testing.T) {
		two = newPortal(t, database)
		b := balance(one, two)
		for _, p := range []*portal{one, two} {
			p.end(syscall.SIGTERM)
			p.start()
			p.await(http.StatusOK, time.Minute)
			time.Sleep(500 * time.Millisecond) // until the balancer has seen it
		}
		asked, failed := b.end()
		t.Logf("%d requests, %d failed", asked, failed)
		if failed > 0 || asked < 100 {
			t.Errorf("%d of %d requests failed", failed, asked)
		}
	})
	one.checkDrain()
}

// checkDrain sends a form slowly and SIGTERM in the middle of it: readiness is
// red at once, the form is answered, and then the portal ends well.
func (p *portal) checkDrain() {
	p.t.Helper()
	form := url.Values{"email": {"ilmoittaja@example.fi"}, "password": {password}}.Encode()
	c, err := net.Dial("tcp", p.addr)
	if err != nil {
		p.t.Fatal(err)
	}
	defer c.Close()
	fmt.Fprintf(c, "POST /kirjaudu HTTP/1.1\r\nHost: %s\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s", p.addr, len(form), form[:10])
	time.Sleep(100 * time.Millisecond)
	_ = p.cmd.Process.Signal(syscall.SIGTERM)
	if took := p.await(http.StatusServiceUnavailable, time.Second); took > 500*time.Millisecond {
		p.t.Errorf("readiness was red after %v", took)
	}
	if got := p.status("/kirjaudu"); got != http.StatusOK {
		p.t.Errorf("a request right after SIGTERM: %d", got)
	}
	time.Sleep(3 * time.Second)
	_, _ = io.WriteString(c, form[10:])
	line, _ := bufio.NewReader(c).ReadString('\n')
	if !strings.Contains(line, " 303 ") {
		p.t.Errorf("the slow form was answered by %q", line)
	}
	if err := <-p.ended; err != nil {
		p.t.Errorf("the portal ended badly: %v", err)
	}
	p.cmd = nil
}
