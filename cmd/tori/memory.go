package main

import (
	"context"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// The collector is lazy as long as the portal is small, and works harder as it
// comes near its limit. With the usual ten thousand acts some 60 MB live; the
// rest of smallest is room for what requests leave behind.
const (
	lazy     = 300 // percent of what lives that may come on top of it
	smallest = 96 << 20
	room     = 26 << 20
)

// tidy sets the collector at the start, unless the environment has. Nobody can
// read the samples of what was allocated where, so none are kept: they would
// take two megabytes.
func tidy() {
	runtime.MemProfileRate = 0
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(lazy)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(smallest)
	}
}

// keepTidy lets the limit follow what lives, until ctx ends: a portal of a
// million acts would else do nothing but collect.
func keepTidy(ctx context.Context) {
	if os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	for {
		metrics.Read(sample)
		debug.SetMemoryLimit(limitFor(sample[0].Value.Uint64()))
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// limitFor is the limit of all memory of a portal with so many bytes alive.
func limitFor(live uint64) int64 {
	return max(smallest, int64(live+live/5+room)) // far below 2^63
}
