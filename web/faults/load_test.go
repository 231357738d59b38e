package faults

import (
	"fmt"
	"net"
	"net/http"
	"os"
	"regexp"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// maxMemory is the most that the portal may take.
const maxMemory = 512 << 20

// patience is how long a client waits: whoever has no answer by then counts as
// one without. How fast a busy machine is, no test says.
const patience = 20 * time.Second

// Far more people than there are places come at once: some are told to come
// again, everybody is answered, memory stays bounded, and then all is calm.
func (p *portal) testOverload(t *testing.T) {
	defer func(whole *testing.T) { p.t = whole }(p.t)
	p.t = t
	client := &http.Client{Timeout: patience, Transport: &http.Transport{MaxConnsPerHost: 1000, MaxIdleConnsPerHost: 1000}}
	var mu sync.Mutex
	var took []time.Duration
	codes := map[int]int{}
	var n atomic.Int64
	var wait sync.WaitGroup
	until := time.Now().Add(8 * time.Second)
	for range 600 {
		wait.Go(func() {
			for time.Now().Before(until) {
				req, _ := http.NewRequest(http.MethodGet, fmt.Sprintf("%s/tekojen-tori?haku=sana%d", p.url, n.Add(1)), nil)
				r := answer(client, req, time.Now())
				mu.Lock()
				codes[r.status]++
				took = append(took, r.took)
				mu.Unlock()
			}
		})
	}
	wait.Wait()
	slices.Sort(took)
	p99 := took[len(took)*99/100]
	t.Logf("answers %v, p99 %v, peak memory %d MB", codes, p99, p.memory()>>20)
	for code := range codes {
		if code != http.StatusOK && code != http.StatusServiceUnavailable {
			t.Errorf("%d answers of %d", codes[code], code)
		}
	}
	if codes[http.StatusOK] == 0 || p.memory() > maxMemory {
		t.Errorf("answers %v, memory %d MB", codes, p.memory()>>20)
	}
	if r := get(p.url + "/tekojen-tori?haku=rauha"); r.status != http.StatusOK {
		t.Errorf("afterwards: %d after %v", r.status, r.took)
	}
	client.CloseIdleConnections()
	p.checkSlow()
}

// checkSlow has hundreds of slow clients: who send their header or form in
// drops, or do not read what they asked for. Others notice nothing, and the
// slow ones are cut.
func (p *portal) checkSlow() {
	p.t.Helper()
	var conns []net.Conn
	for i := range 660 {
		c, err := net.Dial("tcp", p.addr)
		if err != nil {
			p.t.Fatal(err)
		}
		defer c.Close()
		switch i % 3 {
		case 0:
			fmt.Fprintf(c, "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ")
		case 1:
			fmt.Fprintf(c, "POST /kirjaudu HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nemail=")
		case 2:
			_ = c.(*net.TCPConn).SetReadBuffer(1 << 10)
			for n := range 40 {
				fmt.Fprintf(c, "GET /tekojen-tori?haku=hidas%d HTTP/1.1\r\nHost: x\r\n\r\n", n%4)
			}
		}
		conns = append(conns, c)
	}
	calm := time.Now().Add(40 * time.Second) // until the pages that they asked for have been made
	for n, well := 0, 0; time.Now().Before(calm) && well < 10; n++ {
		if well++; get(fmt.Sprintf("%s/tekojen-tori?haku=alku%d", p.url, n)).status != http.StatusOK {
			well = 0
		}
		time.Sleep(100 * time.Millisecond)
	}
	for n := range 20 {
		if r := get(fmt.Sprintf("%s/tekojen-tori?haku=nopea%d", p.url, n)); r.status != http.StatusOK {
			p.t.Errorf("a reader beside the slow ones: %d after %v", r.status, r.took)
		}
	}
	if m := p.memory(); m > maxMemory {
		p.t.Errorf("memory %d MB", m>>20)
	}
	began := time.Now()
	for i, c := range conns[:2] { // a slow header, a slow form
		_ = c.SetReadDeadline(time.Now().Add(30 * time.Second))
		buf := make([]byte, 64<<10)
		var err error
		for err == nil {
			_, err = c.Read(buf)
		}
		if os.IsTimeout(err) || time.Since(began) > 25*time.Second {
			p.t.Errorf("slow client %d was not cut: %v", i, err)
		}
	}
}

var peak = regexp.MustCompile(`VmHWM:\s+(\d+) kB`)

// memory is the most that the portal has taken, where the system tells.
func (p *portal) memory() int {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.cmd.Process.Pid))
	m := peak.FindSubmatch(b)
	if err != nil || m == nil {
		return 0
	}
	kb, _ := strconv.Atoi(string(m[1]))
	return kb << 10
}
