package embedpg

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// join returns when the server is ready: started by this process when it can
// take the lock of the folder, or by the process that has the lock.
func (s *Server) join(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, startLimit)
	defer cancel()
	var last error
	for {
		if err := s.tryLead(); err != nil {
			return err
		}
		if s.lock != nil {
			err := s.lead(ctx)
			if err != nil {
				s.leave()
			}
			return err
		}
		if s.options.Alone {
			return ErrInUse
		}
		if last = s.ready(ctx); last == nil {
			s.log.InfoContext(ctx, "private PostgreSQL: using the server of another portal", "folder", s.home.dir)
			return nil
		}
		if !pause(ctx, 20*time.Millisecond) {
			return fmt.Errorf("another portal leads %s, but its server does not answer: %w", s.home.dir, last)
		}
	}
}

// tryLead takes the lock of the folder when it is free.
func (s *Server) tryLead() (err error) {
	if s.lock == nil {
		s.lock, err = tryLock(s.home.lock())
	}
	return err
}

// lead makes the server run: it takes over one whose leader is gone, or starts
// a new one.
func (s *Server) lead(ctx context.Context) error {
	if err := s.home.own(s.home.run); err != nil { // Remove may have taken it since it was made
		return err
	}
	orphan, err := s.adopt(ctx)
	if err != nil || orphan {
		return err
	}
	major, err := s.home.major()
	if err != nil {
		return err
	}
	bin, err := findBinary(ctx, s.home.account, s.options.BinDir, major, s.log)
	if err != nil {
		return err
	}
	if major == 0 {
		s.log.InfoContext(ctx, "private PostgreSQL: making a new database", "folder", s.home.dir, "binaries", bin)
		if err := s.home.create(ctx, bin, s.options.Settings["fsync"] != "off"); err != nil {
			return err
		}
	}
	if err := s.launch(ctx, bin); err != nil {
		return err
	}
	s.log.InfoContext(ctx, "private PostgreSQL: running", "folder", s.home.dir, "binaries", bin, "pid", s.process.pid)
	return nil
}

// adopt takes over a running server that has lost its leader. One that is
// about to follow its leader is waited for.
func (s *Server) adopt(ctx context.Context) (bool, error) {
	for {
		pid, err := postmaster(s.home.data())
		if err != nil || pid == 0 {
			return false, err
		}
		if err = s.ready(ctx); err == nil {
			s.process = &process{pid: pid, data: s.home.data()}
			s.log.InfoContext(ctx, "private PostgreSQL: took over a running server", "folder", s.home.dir, "pid", pid)
			return true, nil
		}
		if !pause(ctx, 10*time.Millisecond) {
			return false, fmt.Errorf("process %d holds %s but does not answer: stop it with kill -INT %d: %w", pid, s.home.dir, pid, err)
		}
	}
}

// launch starts the server until it stays: the last children of a server that
// was killed hold the data for a moment.
func (s *Server) launch(ctx context.Context, bin string) error {
	for {
		err := s.launchOnce(ctx, bin)
		if !errors.Is(err, errStillHeld) || !pause(ctx, 50*time.Millisecond) {
			return err
		}
	}
}

func (s *Server) launchOnce(ctx context.Context, bin string) error {
	log, err := openLog(s.home.logFile())
	if err != nil {
		return err
	}
	defer log.Close()
	p, err := launch(bin, s.home, s.options.Settings, log.File)
	if err != nil {
		return err
	}
	s.process = p
	for {
		if err = s.ready(ctx); err == nil {
			return nil
		}
		select {
		case <-p.done:
			s.process = nil
			return log.complaint()
		case <-ctx.Done():
			return fmt.Errorf("the server does not become ready: %w (its log is %s)", err, s.home.logFile())
		case <-time.After(5 * time.Millisecond):
		}
	}
}

// leave stops the server, when this process leads it, and gives the lead up.
func (s *Server) leave() {
	s.stopProcess()
	if s.lock != nil {
		s.lock.release()
		s.lock = nil
	}
}

func (s *Server) stopProcess() {
	if s.process != nil {
		s.process.stop()
		s.process = nil
	}
}

// pause waits, and reports false when ctx ended first.
func pause(ctx context.Context, d time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(d):
		return true
	}
}
