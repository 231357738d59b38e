package main

import (
	"net"
	"sync"
)

// maxConnections is the most open connections. More wait in the system's
// queue, so that a flood of idle ones takes no memory without end.
const maxConnections = 4000

// bounded is l with so many connections at a time.
func bounded(l net.Listener, n int) net.Listener {
	return &boundedListener{Listener: l, places: make(chan struct{}, n), closed: make(chan struct{})}
}

type boundedListener struct {
	net.Listener
	places chan struct{}
	closed chan struct{}
	once   sync.Once
}

// Accept waits for a connection, and for a place to put it.
func (l *boundedListener) Accept() (net.Conn, error) {
	select {
	case l.places <- struct{}{}:
	case <-l.closed:
		return nil, net.ErrClosed
	}
	c, err := l.Listener.Accept()
	if err != nil {
		<-l.places
		return nil, err
	}
	return &boundedConn{Conn: c, leave: sync.OnceFunc(func() { <-l.places })}, nil
}

// Close lets no more in.
func (l *boundedListener) Close() error {
	l.once.Do(func() { close(l.closed) })
	return l.Listener.Close()
}

type boundedConn struct {
	net.Conn
	leave func()

	gathering bool    // the goroutine that serves the connection alone writes
	held      *[]byte // what was written first, while gathering
}

// Close gives the place back.
func (c *boundedConn) Close() error {
	defer c.leave()
	return c.Conn.Close()
}

// heads are held in turn: as large as the server's own buffer.
var heads = sync.Pool{New: func() any {
	b := make([]byte, 0, 4<<10)
	return &b
}}

// Gather sends what write writes in one piece, if that is two pieces.
func (c *boundedConn) Gather(write func()) {
	c.gathering = true
	write()
	c.gathering = false
	if c.held != nil {
		_, _ = c.send(nil) // the server meets the same error at its next write
	}
}

// Write holds back the first piece while gathering.
func (c *boundedConn) Write(p []byte) (int, error) {
	if c.held != nil {
		return c.send(p)
	}
	if !c.gathering {
		return c.Conn.Write(p)
	}
	c.held = heads.Get().(*[]byte)
	*c.held = append((*c.held)[:0], p...)
	return len(p), nil
}

// send writes what is held and p, and returns how much of p went.
func (c *boundedConn) send(p []byte) (int, error) {
	head := len(*c.held)
	pieces := net.Buffers{*c.held, p}
	n, err := pieces.WriteTo(c.Conn)
	heads.Put(c.held)
	c.held = nil
	return max(int(n)-head, 0), err
}
