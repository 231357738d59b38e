package faults

import (
	"errors"
	"io"
	"net"
	"net/url"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/postgres"
)

// A road leads to the database over TCP, and can be cut or held silent.
type road struct {
	t       *testing.T
	addr    string
	network string // of the database itself
	target  string
	silent  atomic.Bool

	mu       sync.Mutex
	listener net.Listener
	open     map[net.Conn]bool
	toll     toll
}

// A toll takes the connection of one message on its way to the database.
type toll struct {
	left  int  // messages that still pass, with the one that is taken; 0: all pass
	after bool // the message arrives and its answer does not
	taken bool
}

// take breaks the connection of the nth message from now on.
func (r *road) take(n int, after bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.toll = toll{left: n, after: after}
}

// calm lets all messages pass, and reports whether one has been taken.
func (r *road) calm() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	taken := r.toll.taken
	r.toll = toll{}
	return taken
}

// passes reports whether the next message may pass, and whether its connection
// lives on.
func (r *road) passes() (arrives, lives bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.toll.left == 0 {
		return true, true
	}
	r.toll.left--
	if r.toll.left > 0 {
		return true, true
	}
	r.toll.taken = true
	return r.toll.after, false
}

// newRoad leads to the database of a connection string. The string that takes
// the road is url.
func newRoad(t *testing.T, database string) (r *road, to string) {
	t.Helper()
	u, err := url.Parse(database)
	if err != nil {
		t.Fatal(err)
	}
	r = &road{t: t, addr: freeAddress(t), network: "tcp", target: u.Host, open: map[net.Conn]bool{}}
	q := u.Query()
	if socket := q.Get("host"); socket != "" {
		r.network, r.target = "unix", filepath.Join(socket, ".s.PGSQL."+q.Get("port"))
	}
	q.Del("host")
	q.Del("port")
	u.Host, u.RawQuery = r.addr, q.Encode()
	r.build()
	t.Cleanup(r.cut)
	return r, u.String()
}

// build opens the road.
func (r *road) build() {
	r.t.Helper()
	l, err := net.Listen("tcp", r.addr)
	if err != nil {
		r.t.Fatal(err)
	}
	r.mu.Lock()
	r.listener = l
	r.mu.Unlock()
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go r.drive(c)
		}
	}()
}

// cut closes the road and everything on it.
func (r *road) cut() {
	r.mu.Lock()
	defer r.mu.Unlock()
	_ = r.listener.Close()
	for c := range r.open {
		_ = c.Close()
	}
	clear(r.open)
}

func (r *road) drive(c net.Conn) {
	d, err := net.Dial(r.network, r.target)
	if err != nil {
		_ = c.Close()
		return
	}
	r.mu.Lock()
	r.open[c], r.open[d] = true, true
	r.mu.Unlock()
	go r.carry(c, d, r.passes)
	go r.carry(d, c, func() (bool, bool) { return true, true })
}

// carry brings what one end says to the other, if it may pass.
func (r *road) carry(from, to net.Conn, passes func() (arrives, lives bool)) {
	buf := make([]byte, 32<<10)
	for {
		n, err := from.Read(buf)
		for r.silent.Load() {
			time.Sleep(10 * time.Millisecond)
		}
		if n > 0 {
			arrives, lives := passes()
			if !lives {
				_ = from.Close() // before the answer can come
				err = net.ErrClosed
			}
			if arrives {
				if _, werr := to.Write(buf[:n]); werr != nil {
					err = werr
				}
			}
		}
		if err != nil {
			if !errors.Is(err, io.EOF) {
				_ = from.Close()
			}
			_ = to.Close()
			return
		}
	}
}

// stored is how often each act of the fault runs stands in the database, by
// its title, with the status submitted.
func stored(t *testing.T, db *postgres.DB) map[string]int {
	t.Helper()
	rows, err := postgres.All[struct {
		Title string
		N     int
	}](t.Context(), db, `
		SELECT title, count(*)::int AS n FROM act
		WHERE title LIKE 'Vikakokeen teko%' AND status = 'submitted' AND revision = 1 GROUP BY title`)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]int{}
	for _, r := range rows {
		got[r.Title] = r.N
	}
	return got
}

func open(t *testing.T, database string) *postgres.DB {
	t.Helper()
	db, err := postgres.Open(t.Context(), database)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(db.Close)
	return db
}
