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
}

// Close gives the place back.
func (c *boundedConn) Close() error {
	defer c.leave()
	return c.Conn.Close()
}
