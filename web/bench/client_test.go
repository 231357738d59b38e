package main

import (
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"
)

// The client reads answers of a known length and in pieces over one connection.
func TestClientReadsAnswers(t *testing.T) {
	t.Parallel()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/pieces":
			for range 3 {
				_, _ = w.Write([]byte(strings.Repeat("teko ", 5000)))
				w.(http.Flusher).Flush()
			}
		case "/missing":
			http.NotFound(w, r)
		default:
			_, _ = w.Write([]byte("teko"))
		}
	}))
	defer s.Close()
	c := &client{addr: strings.TrimPrefix(s.URL, "http://")}
	defer c.close()
	for path, want := range map[string]int{"/": 200, "/pieces": 200, "/missing": 404} {
		for range 2 {
			got, err := c.get(t.Context(), path)
			if err != nil || got != want {
				t.Errorf("%s: status %d, %v; want %d", path, got, err, want)
			}
		}
	}
}

// The time is compared with what the system itself says: on a busy machine
// little is done in long.
func TestCPUOfThisProcess(t *testing.T) {
	t.Parallel()
	used := func() time.Duration {
		var u syscall.Rusage
		if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
			t.Fatal(err)
		}
		return time.Duration(u.Utime.Nano() + u.Stime.Nano())
	}
	before, start := cpu([]int{os.Getpid()}), used()
	for used() < start+100*time.Millisecond {
	}
	seen, done := cpu([]int{os.Getpid()})-before, used()-start
	if seen < 70*time.Millisecond || seen > done+30*time.Millisecond { // by ticks of 10 ms each
		t.Errorf("%v of work are seen as %v", done, seen)
	}
	if now, peak := memory(os.Getpid()); now == 0 || peak < now {
		t.Errorf("memory %d MB, at most %d MB", now, peak)
	}
}
