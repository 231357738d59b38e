package main

import (
	"context"
	"errors"
	"log/slog"
	"time"
)

// writtenDown is how often what is counted in memory goes to the database: a
// crash loses at most this much of the counts.
const writtenDown = 20 * time.Second

// writeDown writes down what this process has counted, and looks what all
// portals have, until ctx ends.
func (p *portal) writeDown(ctx context.Context) {
	tick := time.NewTicker(writtenDown)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			p.flush(ctx)
			if err := p.stats.RefreshReadings(ctx); err != nil && ctx.Err() == nil {
				slog.WarnContext(ctx, "readings not refreshed", "error", err)
			}
		}
	}
}

func (p *portal) flush(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	if err := errors.Join(p.redirects.Flush(ctx), p.curation.Flush(ctx), p.readings.Flush(ctx)); err != nil {
		slog.WarnContext(ctx, "counts not written down", "error", err)
	}
}
