package web

import (
	"context"
	"net"
	"net/http"
)

// A Gatherer is a connection that can hold back what is written to it while a
// function runs, and send it in one piece. The server of net/http writes the
// head of an answer and the rest of a page by two calls of the system, which
// cost more than all else that a kept page takes.
type Gatherer interface {
	Gather(write func())
}

type gathererKey struct{}

// Connected is ctx with the connection that its requests come by, for
// http.Server.ConnContext.
func Connected(ctx context.Context, conn net.Conn) context.Context {
	if g, ok := conn.(Gatherer); ok {
		return context.WithValue(ctx, gathererKey{}, g)
	}
	return ctx
}

// gathered runs write, which answers r, in one piece where that can be.
func gathered(r *http.Request, write func()) {
	if g, ok := r.Context().Value(gathererKey{}).(Gatherer); ok {
		g.Gather(write)
		return
	}
	write()
}
