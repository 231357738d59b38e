// Package embedpg runs a private PostgreSQL for one portal, or for several
// portals on one machine that share a data folder.
//
// Whoever holds the lock of the folder leads: it makes the database cluster,
// starts the server, restarts it when it dies, and stops it. The others use
// the server over its socket and try the lock now and then. When the leader
// goes, by Stop or by kill -9, its server goes with it, the lock comes free,
// and one of the others takes the lead and starts the server again.
package embedpg

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"time"
)

// startLimit is the longest that a start may take, recovery after a power cut
// included.
const startLimit = 2 * time.Minute

// ErrInUse tells that another process leads the folder and Options.Alone
// wants it for itself.
var ErrInUse = errors.New("another process uses this database folder")

// Options say what to run and where.
type Options struct {
	Dir      string            // holds the cluster, its log, lock and socket; made when missing
	BinDir   string            // where postgres and initdb are; else $TORI_PG_BIN, else searched for
	Database string            // tori unless set; made when missing
	Settings map[string]string // of postgresql.conf, while this process leads
	Alone    bool              // do not share the folder: ErrInUse when someone else has it
	Log      *slog.Logger      // nothing is logged unless set
}

// A Server is a running private PostgreSQL.
type Server struct {
	options Options
	home    home
	log     *slog.Logger

	cancel context.CancelFunc // ends the supervision
	done   chan struct{}      // closed when the supervision has ended

	// Only the supervision touches these until it has ended.
	lock    *lock    // held: this process leads
	process *process // the server, when this process leads
}

// Start makes sure that the private PostgreSQL of the folder runs, and keeps
// it running until Stop.
func Start(ctx context.Context, options Options) (*Server, error) {
	if options.Log == nil {
		options.Log = slog.New(slog.DiscardHandler)
	}
	if options.Database == "" {
		options.Database = "tori"
	}
	h, err := findHome(ctx, options)
	if err != nil {
		return nil, fmt.Errorf("private PostgreSQL: %w", err)
	}
	s := &Server{options: options, home: h, log: options.Log, done: make(chan struct{})}
	err = s.join(ctx)
	for errors.Is(err, errGone) {
		if err = h.open(); err == nil {
			err = s.join(ctx)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("private PostgreSQL: %w", err)
	}
	ctx, s.cancel = context.WithCancel(context.WithoutCancel(ctx))
	go s.supervise(ctx)
	return s, nil
}

// URL is the connection string of the database.
func (s *Server) URL() string { return s.urlOf(s.options.Database) }

// Dir is where the data is: the folder of the options, or another one when
// the user that runs PostgreSQL may not enter that.
func (s *Server) Dir() string { return s.home.dir }

// LogFile is where PostgreSQL writes its log.
func (s *Server) LogFile() string { return s.home.logFile() }

// Stop leaves the database. When this process leads it stops the server; when
// others still use it, one of them starts it again.
func (s *Server) Stop() {
	s.cancel()
	<-s.done
	s.leave()
}

// Remove is Stop that deletes the folder, when this process leads.
func (s *Server) Remove() error {
	s.cancel()
	<-s.done
	leads := s.lock != nil
	s.stopProcess()
	var err error
	if leads {
		err = s.home.remove()
	}
	s.leave()
	return err
}

// urlOf names every part of the connection, so that PGPORT and the like in
// the environment change nothing.
func (s *Server) urlOf(database string) string {
	q := url.Values{"host": {s.home.run}, "port": {port}, "sslmode": {"disable"}}
	u := url.URL{Scheme: "postgres", User: url.User(superuser), Path: "/" + database, RawQuery: q.Encode()}
	return u.String()
}
