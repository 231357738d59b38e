package main

import (
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
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

func TestCPUOfThisProcess(t *testing.T) {
	t.Parallel()
	before, end := cpu([]int{os.Getpid()}), time.Now().Add(150*time.Millisecond)
	for time.Now().Before(end) {
	}
	if used := cpu([]int{os.Getpid()}) - before; used < 50*time.Millisecond {
		t.Errorf("150 ms of work are seen as %v", used)
	}
	if now, peak := memory(os.Getpid()); now == 0 || peak < now {
		t.Errorf("memory %d MB, at most %d MB", now, peak)
	}
}
