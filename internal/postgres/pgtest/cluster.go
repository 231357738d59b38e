package pgtest

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"tekojentori.fi/tori/internal/embedpg"
)

// settings trade every safety for speed: the data are thrown away.
var settings = map[string]string{
	"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off",
	"autovacuum": "off", "max_connections": "400",
	"wal_level": "minimal", "max_wal_senders": "0",
	"min_wal_size": "32MB", "max_wal_size": "256MB",
}

// slots is how many test binaries may each have a cluster at the same time.
const slots = 32

// StartCluster starts a throw-away PostgreSQL. It lives in the first of a few
// fixed folders that nobody uses, so that a cluster left behind by a kill or
// by plain go test is used again, and its folder does not add up.
func StartCluster(ctx context.Context) (*embedpg.Server, error) {
	base := filepath.Join(fastFolder(), "tori-test-"+strconv.Itoa(os.Getuid()))
	if err := os.MkdirAll(base, 0o711); err != nil {
		return nil, fmt.Errorf("folder of the test databases: %w", err)
	}
	for slot := range slots {
		s, err := StartClusterIn(ctx, filepath.Join(base, strconv.Itoa(slot)))
		if !errors.Is(err, embedpg.ErrInUse) {
			return s, err
		}
	}
	return nil, fmt.Errorf("all %d test clusters in %s are in use", slots, base)
}

// StartClusterIn is StartCluster in a given folder.
func StartClusterIn(ctx context.Context, dir string) (*embedpg.Server, error) {
	log := slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn}))
	return embedpg.Start(ctx, embedpg.Options{Dir: dir, Database: "postgres", Settings: settings, Alone: true, Log: log})
}

// fastFolder is in memory when there is enough of it.
func fastFolder() string {
	const enough = 1 << 30
	var fs syscall.Statfs_t
	if err := syscall.Statfs("/dev/shm", &fs); err == nil && uint64(fs.Bavail)*uint64(fs.Bsize) > enough { //nolint:unconvert // the fields have other types on other systems
		return "/dev/shm"
	}
	return os.TempDir()
}

// openServer connects to the server of TEST_DATABASE_URL, or to a new one,
// and makes the template.
func openServer() (*server, error) {
	ctx := context.Background() // lives as long as the test binary
	s := &server{url: os.Getenv(URLVar), dir: os.Getenv(DirVar), drops: make(chan struct{}, 4)}
	own := s.url == ""
	if own {
		cluster, err := StartCluster(ctx)
		if err != nil {
			return nil, err
		}
		s.url, s.dir = cluster.URL(), cluster.Dir()
	}
	config, err := pgxpool.ParseConfig(s.url)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", URLVar, err)
	}
	config.MaxConns = 8
	if s.admin, err = pgxpool.NewWithConfig(ctx, config); err != nil {
		return nil, err
	}
	if err := s.ensureTemplate(ctx); err != nil {
		return nil, fmt.Errorf("template of the test databases: %w", err)
	}
	go s.sweep(ctx, own)
	return s, nil
}

// sweep drops what earlier runs have left. On a cluster of its own that is
// everything; a shared one keeps what is younger than a day.
func (s *server) sweep(ctx context.Context, own bool) {
	names, err := s.stale(ctx, time.Now(), own)
	if err != nil {
		fmt.Fprintln(os.Stderr, "pgtest: sweep:", err)
	}
	for _, name := range names {
		s.drop(name)
	}
}
