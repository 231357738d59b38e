package pgtest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/job"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/migrations"
)

// A step brings the schema further after our own migrations.
type step struct {
	name string // with a version: part of what names the template
	run  func(ctx context.Context, url string) error
}

// further is the migrations of other packages that follow ours, in order.
var further = []step{{"river v0.51.1", job.Migrate}}

// ensureTemplate makes the template database of this schema unless it is
// there. Test binaries of other packages want the same one at the same time.
func (s *server) ensureTemplate(ctx context.Context) error {
	var err error
	if s.template, err = templateName(); err != nil {
		return err
	}
	conn, err := s.admin.Acquire(ctx)
	if err != nil {
		return err
	}
	defer conn.Release()
	if _, err := conn.Exec(ctx, "SELECT pg_advisory_lock(7470)"); err != nil {
		return err
	}
	defer conn.Exec(ctx, "SELECT pg_advisory_unlock(7470)") //nolint:errcheck // the end of the connection unlocks too
	var ready bool
	err = conn.QueryRow(ctx, "SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1 AND datistemplate)", s.template).Scan(&ready)
	if err != nil || ready {
		return err
	}
	return s.makeTemplate(ctx, conn.Conn())
}

func (s *server) makeTemplate(ctx context.Context, conn *pgx.Conn) error {
	for _, sql := range []string{"DROP DATABASE IF EXISTS " + s.template, "CREATE DATABASE " + s.template} {
		if _, err := conn.Exec(ctx, sql); err != nil {
			return err
		}
	}
	target := urlFor(s.url, s.template)
	if err := postgres.Migrate(ctx, target, migrations.FS); err != nil {
		return err
	}
	for _, step := range further {
		if err := step.run(ctx, target); err != nil {
			return fmt.Errorf("%s: %w", step.name, err)
		}
	}
	_, err := conn.Exec(ctx, "ALTER DATABASE "+s.template+" IS_TEMPLATE true ALLOW_CONNECTIONS false")
	return err
}

// templateName is a digest of the migrations, so that a changed schema gets a
// new template.
func templateName() (string, error) {
	h := sha256.New()
	err := fs.WalkDir(migrations.FS, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(migrations.FS, path)
		fmt.Fprintln(h, path, len(content))
		h.Write(content)
		return err
	})
	for _, step := range further {
		_, _ = io.WriteString(h, step.name) // a hash takes everything
	}
	return "template_" + hex.EncodeToString(h.Sum(nil))[:12], err
}

// stale is the databases that earlier runs have left: on a server of our own
// all that are not of this run, elsewhere those of more than a day ago.
func (s *server) stale(ctx context.Context, now time.Time, own bool) ([]string, error) {
	rows, _ := s.admin.Query(ctx, `SELECT datname::text FROM pg_database WHERE datname LIKE 'test\_%'`)
	names, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		return nil, err
	}
	var stale []string
	for _, name := range names {
		parts := strings.Split(name, "_")
		if len(parts) != 4 {
			continue // not one of ours
		}
		made, err := strconv.ParseInt(parts[1], 36, 64)
		old := err == nil && now.Sub(time.Unix(made, 0)) > 24*time.Hour
		if old || (own && !strings.HasPrefix(name, run+"_")) {
			stale = append(stale, name)
		}
	}
	return stale, nil
}

// urlFor is the connection string of another database of the same server.
func urlFor(server, database string) string {
	u, err := url.Parse(server)
	if err != nil || u.Scheme == "" { // keywords and values: the last one counts
		return server + " dbname=" + database
	}
	u.Path = "/" + database
	return u.String()
}
