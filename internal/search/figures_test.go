package search_test

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/postgres"
)

// cpu is the processor time that this process and its connections to the
// database have used, as far as the system tells.
func cpu(tb testing.TB, db *postgres.DB) time.Duration {
	tb.Helper()
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	used := time.Duration(u.Utime.Nano() + u.Stime.Nano())
	pids, err := postgres.Values[int](tb.Context(), db, "SELECT pid FROM pg_stat_activity WHERE datname = current_database()")
	if err != nil {
		tb.Fatal(err)
	}
	for _, pid := range pids {
		b, _ := os.ReadFile(fmt.Sprintf("/proc/%d/schedstat", pid)) // "nanoseconds on a processor, …"
		on, _, _ := strings.Cut(string(b), " ")
		n, _ := strconv.ParseInt(on, 10, 64)
		used += time.Duration(n)
	}
	return used
}

// load is how busy the machine was in the last minute, as far as it tells.
func load() string {
	b, _ := os.ReadFile("/proc/loadavg")
	first, _, _ := strings.Cut(string(b), " ")
	return first
}

// heap is the megabytes that are in use once nothing else is to be freed.
func heap() int {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc >> 20) // megabytes of this machine
}

func megabytes(b *testing.B, db *postgres.DB, table string) int {
	b.Helper()
	n, err := postgres.Value[int](b.Context(), db, "SELECT (pg_total_relation_size($1::regclass) / 1048576)::integer", table)
	if err != nil {
		b.Fatal(err)
	}
	return n
}

// A figure is how long answers took.
type figure struct {
	p50, p95, p99 time.Duration
	cpu           time.Duration // of each
	hits          float64
	failed        error
}

// An ask answers a query, and says how many acts it has found.
type ask func(text string) (int, error)

// How long each kind of query is asked: at least as often as that, unless it
// takes too long.
const (
	askedFor, askedLong = time.Second, 20 * time.Second
	askedTimes          = 50
)

// timed asks a query again and again, or queries in turn.
func timed(b *testing.B, db *postgres.DB, query string, queries []string, ask ask) figure {
	b.Helper()
	var times []time.Duration
	hits, used, begun := 0, cpu(b, db), time.Now()
	for took := time.Duration(0); took < askedFor || len(times) < askedTimes && took < askedLong; took = time.Since(begun) {
		text := query
		if query == "" {
			text = queries[len(times)%len(queries)]
		}
		began := time.Now()
		n, err := ask(text)
		if err != nil {
			return figure{failed: err}
		}
		hits += n
		times = append(times, time.Since(began))
	}
	slices.Sort(times)
	at := func(part int) time.Duration { return times[len(times)*part/100] }
	n := len(times)
	return figure{at(50), at(95), at(99), (cpu(b, db) - used) / time.Duration(n), float64(hits) / float64(n), nil}
}

func (f figure) String() string {
	if f.failed != nil {
		why := "failed"
		if errors.Is(f.failed, fault.Unavailable) {
			why = "too slow"
		}
		return fmt.Sprintf("%8s %8s %8s %8s %9s", why, "", "", "", "")
	}
	return fmt.Sprintf("%8s %8s %8s %8s %9.0f", ms(f.p50), ms(f.p95), ms(f.p99), ms(f.cpu), f.hits)
}

// to is how many times as long f takes as another, by the slow ones.
func (f figure) to(other figure) string {
	if f.failed != nil || other.failed != nil || other.p95 == 0 {
		return "–"
	}
	return fmt.Sprintf("%.2f", f.p95.Seconds()/other.p95.Seconds())
}

func ms(d time.Duration) string {
	if d < 10*time.Millisecond {
		return fmt.Sprintf("%.2f", d.Seconds()*1000)
	}
	return fmt.Sprintf("%.0f", d.Seconds()*1000)
}
