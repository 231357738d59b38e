package main

import (
	"context"
	"fmt"
	"io"
	"maps"
	"net/http"
	"os"
	"os/exec"
	"time"
)

// plainAddr has this program serve one answer with net/http alone, when the
// environment says where; plainFrom is where the answer is had from.
const plainAddr, plainFrom = "BENCH_PLAIN_ADDR", "BENCH_PLAIN_FROM"

// startPlain serves the portal's own answer, with all its headers, by a handler
// of one line in a process of its own. It shows what net/http itself takes: no
// page of ours can be faster.
func startPlain(ctx context.Context, portal string) (target, func(), error) {
	program, err := os.Executable()
	if err != nil {
		return target{}, nil, err
	}
	addr, err := freeAddress(ctx)
	if err != nil {
		return target{}, nil, err
	}
	cmd := exec.Command(program) // ended by the function that is returned
	cmd.Env, cmd.Stderr = append(os.Environ(), plainAddr+"="+addr, plainFrom+"=http://"+portal+"/tekojen-tori"), os.Stderr
	if err := cmd.Start(); err != nil {
		return target{}, nil, err
	}
	stop := func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait() // it was killed
	}
	for range 100 {
		if status(ctx, "http://"+addr) == http.StatusOK {
			return target{name: "net/http, the list page in memory", addr: addr, path: always("/tekojen-tori"), processes: []int{cmd.Process.Pid}}, stop, nil
		}
		time.Sleep(30 * time.Millisecond)
	}
	stop()
	return target{}, nil, fmt.Errorf("it does not serve at %s", addr)
}

// servePlain is the other process.
func servePlain(ctx context.Context, addr, from string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, from, nil)
	if err != nil {
		return err
	}
	req.Header.Set("Accept-Encoding", "gzip") // as the clients of the bench
	resp, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	told := resp.Header
	handler := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		maps.Copy(w.Header(), told)
		_, _ = w.Write(body) // whoever has left need not know
	})
	server := &http.Server{Addr: addr, Handler: handler, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: time.Minute, WriteTimeout: time.Minute, IdleTimeout: 2 * time.Minute}
	return server.ListenAndServe()
}
