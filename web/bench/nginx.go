package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"
)

// configuration is nginx as it comes, serving one file with the headers that we
// send with it: no log, as many workers as cores, connections kept.
const configuration = `daemon off;
worker_processes auto;
pid PREFIX/nginx.pid;
error_log PREFIX/error.log;
events { worker_connections 512; }
http {
	access_log off;
	sendfile on;
	tcp_nopush on;
	keepalive_requests 100000000;
	open_file_cache max=10;
	etag off;
	client_body_temp_path PREFIX/body;
	proxy_temp_path PREFIX/proxy;
	fastcgi_temp_path PREFIX/fastcgi;
	uwsgi_temp_path PREFIX/uwsgi;
	scgi_temp_path PREFIX/scgi;
	server {
		listen ADDRESS;
		root PREFIX/site;
		location = /tekojen-tori {
			default_type "text/html; charset=utf-8";
			HEADERS
		}
	}
}
`

// An nginx serves the bytes of our list page from a file.
type nginx struct {
	target  target
	process *os.Process
	ended   chan error
}

func startNginx(ctx context.Context, dir, portal string) (*nginx, error) {
	program, err := exec.LookPath("nginx")
	if err != nil {
		if program, err = exec.LookPath("/usr/sbin/nginx"); err != nil {
			return nil, errors.New("it is not installed: apt install nginx-light")
		}
	}
	dir = filepath.Join(dir, "nginx")
	headers, err := nginxFolder(ctx, dir, portal)
	if err != nil {
		return nil, err
	}
	addr, err := freeAddress(ctx)
	if err != nil {
		return nil, err
	}
	conf := filepath.Join(dir, "nginx.conf")
	text := strings.NewReplacer("PREFIX", dir, "ADDRESS", addr, "HEADERS", headers).Replace(configuration)
	if os.Getuid() == 0 {
		text = "user root;\n" + text // the folder is closed to others
	}
	if err := os.WriteFile(conf, []byte(text), 0o600); err != nil {
		return nil, err
	}
	cmd := exec.Command(program, "-p", dir, "-e", filepath.Join(dir, "error.log"), "-c", conf) // ended by stop
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	n := &nginx{process: cmd.Process, ended: make(chan error, 1)}
	n.target = target{name: "nginx, the list page as a file", addr: addr, path: always("/tekojen-tori"), processes: []int{cmd.Process.Pid}, static: true}
	go func() { n.ended <- cmd.Wait() }()
	for range 100 {
		if status(ctx, "http://"+addr+"/tekojen-tori") == http.StatusOK {
			return n, nil
		}
		time.Sleep(30 * time.Millisecond)
	}
	n.stop()
	said, _ := os.ReadFile(filepath.Join(dir, "error.log"))
	return nil, fmt.Errorf("it does not serve: %s", said)
}

// nginxFolder holds the bytes of the list page, compressed as we send them. It
// returns what nginx is told of our headers, for without them its answer would
// be shorter than ours.
func nginxFolder(ctx context.Context, dir, portal string) (headers string, err error) {
	if err := os.MkdirAll(filepath.Join(dir, "site"), 0o755); err != nil {
		return "", err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+portal+"/tekojen-tori", nil)
	if err != nil {
		return "", err
	}
	req.Header.Set("Accept-Encoding", "gzip")
	resp, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return "", err
	}
	if resp.StatusCode != http.StatusOK || resp.Header.Get("Content-Encoding") != "gzip" {
		return "", fmt.Errorf("the list page has status %d and encoding %q, want a compressed page", resp.StatusCode, resp.Header.Get("Content-Encoding"))
	}
	return addedHeaders(resp.Header), os.WriteFile(filepath.Join(dir, "site", "tekojen-tori"), body, 0o600)
}

// addedHeaders has nginx send h, but for what it says by itself.
func addedHeaders(h http.Header) string {
	own := []string{"Content-Length", "Content-Type", "Date", "Connection"}
	quoted := strings.NewReplacer(`\`, `\\`, `"`, `\"`)
	var s strings.Builder
	for _, name := range slices.Sorted(maps.Keys(h)) {
		for _, value := range h[name] {
			if !slices.Contains(own, name) {
				fmt.Fprintf(&s, "add_header %s \"%s\";\n", name, quoted.Replace(value))
			}
		}
	}
	return s.String()
}

func (n *nginx) stop() {
	_ = n.process.Signal(syscall.SIGTERM)
	<-n.ended
}
