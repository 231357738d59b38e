package embedpg

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// The SQLSTATEs of a database that is missing, and of one that another portal
// has made in the same moment.
const (
	invalidCatalogName = "3D000"
	duplicateDatabase  = "42P04"
	uniqueViolation    = "23505"
)

// errNotReady tells that the server itself says so in its postmaster.pid.
var errNotReady = errors.New("the server starts or stops")

// ready is nil when the server answers and has the database. It asks the
// server only when that says it is ready, to keep refusals out of its log.
func (s *Server) ready(ctx context.Context) error {
	b, err := os.ReadFile(filepath.Join(s.home.data(), "postmaster.pid"))
	if err != nil {
		return err
	}
	if !bytes.Contains(b, []byte("\nready")) {
		return errNotReady
	}
	return s.ensureDatabase(ctx)
}

// ensureDatabase connects once, and makes the database when it is missing.
func (s *Server) ensureDatabase(ctx context.Context) error {
	err := s.try(ctx, s.options.Database, "")
	if state(err) != invalidCatalogName {
		return err
	}
	create := "CREATE DATABASE " + pgx.Identifier{s.options.Database}.Sanitize()
	err = s.try(ctx, "postgres", create)
	if code := state(err); code == duplicateDatabase || code == uniqueViolation {
		return nil
	}
	return err
}

// try connects to a database and runs a statement there, unless that is empty.
func (s *Server) try(ctx context.Context, database, statement string) error {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	conn, err := pgx.Connect(ctx, s.urlOf(database))
	if err != nil {
		return err
	}
	if statement != "" {
		_, err = conn.Exec(ctx, statement)
	}
	return errors.Join(err, conn.Close(ctx))
}

func state(err error) string {
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return pg.Code
	}
	return ""
}
