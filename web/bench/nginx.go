package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// configuration is nginx as it comes, serving one file: no log, as many
// workers as cores, connections kept.
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
	client_body_temp_path PREFIX/body;
	proxy_temp_path PREFIX/proxy;
	fastcgi_temp_path PREFIX/fastcgi;
	uwsgi_temp_path PREFIX/uwsgi;
	scgi_temp_path PREFIX/scgi;
	server {
		listen ADDRESS;
		root PREFIX/site;
		location = /tekojen-tori { default_type "text/html; charset=utf-8"; add_header Content-Encoding gzip; }
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
	if dir, err = nginxFolder(ctx, filepath.Join(dir, "nginx"), portal); err != nil {
		return nil, err
	}
	addr, err := freeAddress(ctx)
	if err != nil {
		return nil, err
	}
	conf := filepath.Join(dir, "nginx.conf")
	text := strings.NewReplacer("PREFIX", dir, "ADDRESS", addr).Replace(configuration)
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

// nginxFolder holds the bytes of the list page, compressed as we send them.
func nginxFolder(ctx context.Context, dir, portal string) (string, error) {
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
	return dir, os.WriteFile(filepath.Join(dir, "site", "tekojen-tori"), body, 0o600)
}

func (n *nginx) stop() {
	_ = n.process.Signal(syscall.SIGTERM)
	<-n.ended
}
