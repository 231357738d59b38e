package main

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// A target is a page that is measured: where it is, and who works for it.
type target struct {
	name      string
	addr      string
	path      func(n int) string // of the nth request
	cookie    string             // of who asks
	writers   []*writer          // who write instead, one for each client; nil: it is read
	processes []int
	static    bool    // nginx: what others are compared with
	most      float64 // CPU ms a request may take; 0: no aim
	share     float64 // of nginx's requests/s that it must reach; 0: no aim

	asked *atomic.Int64
}

// A row is one measurement.
type row struct {
	target    target
	clients   int
	perSecond float64
	p50, p99  time.Duration
	cpu       time.Duration // of all processes, a request
	bad       int           // answers other than 200
}

// measure asks for the target's pages as fast as they come.
func measure(ctx context.Context, t target, clients int) (row, error) {
	if t.asked == nil {
		t.asked = new(atomic.Int64)
	}
	if _, _, err := load(ctx, t, clients, warmUp); err != nil {
		return row{}, fmt.Errorf("%s: %w", t.name, err)
	}
	before, begin := cpu(t.processes), time.Now()
	times, bad, err := load(ctx, t, clients, span)
	if err != nil {
		return row{}, fmt.Errorf("%s: %w", t.name, err)
	}
	took, used := time.Since(begin), cpu(t.processes)-before
	if len(times) == 0 {
		return row{}, fmt.Errorf("%s: no answer in %v", t.name, span)
	}
	slices.Sort(times)
	return row{
		target: t, clients: clients, bad: bad, perSecond: float64(len(times)) / took.Seconds(),
		p50: times[len(times)/2], p99: times[len(times)*99/100], cpu: used / time.Duration(len(times)),
	}, nil
}

// load is how long each request took, and how many answers were not 200.
func load(ctx context.Context, t target, clients int, span time.Duration) ([]time.Duration, int, error) {
	var mu sync.Mutex
	var all []time.Duration
	var bad int
	var failure error
	var group sync.WaitGroup
	end := time.Now().Add(span)
	for i := range clients {
		group.Go(func() {
			times, wrong, err := one(ctx, t, i, end)
			mu.Lock()
			defer mu.Unlock()
			all, bad = append(all, times...), bad+wrong
			if err != nil {
				failure = err
			}
		})
	}
	group.Wait()
	return all, bad, failure
}

// one is the work of the ith client.
func one(ctx context.Context, t target, i int, end time.Time) (times []time.Duration, bad int, err error) {
	c := &client{addr: t.addr, cookie: t.cookie}
	defer c.close()
	ask := func() (int, error) { return c.get(ctx, t.path(int(t.asked.Add(1)-1))) }
	if t.writers != nil {
		ask = func() (int, error) { return t.writers[i].keep(ctx) }
	}
	for begin := time.Now(); begin.Before(end) && ctx.Err() == nil; {
		status, err := ask()
		if err != nil {
			return times, bad, err
		}
		if status != http.StatusOK {
			bad++
		}
		now := time.Now()
		times = append(times, now.Sub(begin))
		begin = now
	}
	return times, bad, ctx.Err()
}
