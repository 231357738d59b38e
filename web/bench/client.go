package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"strconv"
	"time"
)

// A client asks for pages over one connection that is kept. It shares the
// cores with the servers, so it does next to nothing: net/http would take more
// of them than nginx does, and hide the differences.
type client struct {
	addr   string
	cookie string // of who is signed in
	conn   net.Conn
	in     *bufio.Reader
	out    []byte
}

// get asks for a path, reads the whole answer and is its status.
func (c *client) get(ctx context.Context, path string) (int, error) {
	if c.conn == nil {
		conn, err := new(net.Dialer).DialContext(ctx, "tcp", c.addr)
		if err != nil {
			return 0, err
		}
		c.conn, c.in = conn, bufio.NewReaderSize(conn, 64<<10)
	}
	c.out = fmt.Appendf(c.out[:0], "GET %s HTTP/1.1\r\nHost: %s\r\nAccept-Encoding: gzip\r\nAccept: text/html\r\n", path, c.addr)
	if c.cookie != "" {
		c.out = fmt.Appendf(c.out, "Cookie: %s\r\n", c.cookie)
	}
	c.out = append(c.out, "\r\n"...)
	if err := c.conn.SetDeadline(time.Now().Add(15 * time.Second)); err != nil {
		return 0, err
	}
	_, err := c.conn.Write(c.out)
	if err != nil {
		c.close()
		return 0, err
	}
	status, err := c.answer()
	if err != nil {
		c.close()
	}
	return status, err
}

func (c *client) answer() (int, error) {
	line, err := c.in.ReadSlice('\n')
	if err != nil {
		return 0, err
	}
	if len(line) < 12 {
		return 0, fmt.Errorf("not an answer: %q", line)
	}
	status, err := strconv.Atoi(string(line[9:12]))
	if err != nil {
		return 0, fmt.Errorf("status of %q: %w", line, err)
	}
	length, chunked, closing := 0, false, false
	for {
		if line, err = c.in.ReadSlice('\n'); err != nil {
			return 0, err
		}
		line = bytes.TrimSpace(line)
		if len(line) == 0 {
			break
		}
		name, value, _ := bytes.Cut(line, []byte(": "))
		switch {
		case bytes.EqualFold(name, []byte("Content-Length")):
			length, err = strconv.Atoi(string(value))
		case bytes.EqualFold(name, []byte("Transfer-Encoding")):
			chunked = true
		case bytes.EqualFold(name, []byte("Connection")):
			closing = bytes.EqualFold(value, []byte("close"))
		}
		if err != nil {
			return 0, err
		}
	}
	if chunked {
		err = c.chunks()
	} else {
		_, err = c.in.Discard(length)
	}
	if closing {
		c.close()
	}
	return status, err
}

// chunks reads a body that says its length piece by piece.
func (c *client) chunks() error {
	for {
		line, err := c.in.ReadSlice('\n')
		if err != nil {
			return err
		}
		n, err := strconv.ParseInt(string(bytes.TrimSpace(line)), 16, 32)
		if err != nil {
			return err
		}
		if _, err := io.CopyN(io.Discard, c.in, n+2); err != nil || n == 0 {
			return err
		}
	}
}

func (c *client) close() {
	if c.conn != nil {
		_ = c.conn.Close()
		c.conn = nil
	}
}
