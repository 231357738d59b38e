package embedpg

import (
	"context"
	"time"
)

// watchEvery is how often a portal that does not lead tries the lock.
const watchEvery = 100 * time.Millisecond

// maxPause is the longest pause between two attempts to start the server.
const maxPause = 5 * time.Second

// supervise keeps the server running until ctx ends: it restarts a server that
// died, and takes the lead when that comes free.
func (s *Server) supervise(ctx context.Context) {
	defer close(s.done)
	var wait time.Duration
	for {
		steady := time.After(time.Minute)
		if !s.trouble(ctx) {
			return
		}
		select {
		case <-steady:
			wait = 0
		default:
		}
		for {
			if !pause(ctx, wait) {
				return
			}
			wait = min(max(2*wait, 100*time.Millisecond), maxPause)
			err := s.join(ctx)
			if err == nil {
				break
			}
			if ctx.Err() != nil {
				return
			}
			s.log.ErrorContext(ctx, "private PostgreSQL: restart failed", "error", err, "next_attempt_in", wait)
		}
	}
}

// trouble waits until the server is gone or the lead is free, and reports
// false when ctx ended first.
func (s *Server) trouble(ctx context.Context) bool {
	if s.process != nil {
		if !s.process.wait(ctx) {
			return false
		}
		s.log.ErrorContext(ctx, "private PostgreSQL: the server died, restarting it", "pid", s.process.pid, "log", s.home.logFile())
		s.process = nil
		return true
	}
	for pause(ctx, watchEvery) {
		if err := s.tryLead(); err != nil {
			s.log.ErrorContext(ctx, "private PostgreSQL: cannot watch the folder", "error", err)
			return true
		}
		if s.lock != nil {
			s.log.InfoContext(ctx, "private PostgreSQL: its leader is gone, taking the lead", "folder", s.home.dir)
			return true
		}
	}
	return false
}
