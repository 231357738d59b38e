package embedpg

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
)

// major is the major version that made the data, or 0 when there are none yet.
func (h home) major() (int, error) {
	b, err := os.ReadFile(filepath.Join(h.data(), "PG_VERSION"))
	if errors.Is(err, fs.ErrNotExist) && !exists(h.data()) {
		return 0, nil
	}
	if err != nil {
		return 0, fmt.Errorf("the database in %s is damaged: move the folder away, then restore a backup into a new one: %w", h.data(), err)
	}
	return strconv.Atoi(strings.TrimSpace(string(b)))
}

// create makes the database cluster in a folder of its own and renames that
// when it is whole, so that a start cut short leaves nothing half made.
func (h home) create(ctx context.Context, bin string, sync bool) error {
	fresh := h.data() + ".new"
	if err := os.RemoveAll(fresh); err != nil {
		return err
	}
	icu := []string{"--locale-provider=icu", "--icu-locale=fi-FI"}
	out, err := h.initdb(ctx, bin, fresh, sync, icu...)
	if err != nil && strings.Contains(out, "ICU is not supported") {
		out, err = h.initdb(ctx, bin, fresh, sync)
	}
	if err != nil {
		return fmt.Errorf("initdb of %s as user %s: %w: %s", fresh, h.name, err, out)
	}
	return os.Rename(fresh, h.data())
}

func (h home) initdb(ctx context.Context, bin, dir string, sync bool, more ...string) (string, error) {
	// C.UTF-8 and not C: with C pg_trgm cuts words at ä and ö.
	locale := "C.UTF-8"
	if runtime.GOOS == "darwin" {
		locale = "en_US.UTF-8" // macOS has no C.UTF-8
	}
	args := append([]string{"-D", dir, "-U", superuser, "-A", "trust", "-E", "UTF8", "--locale=" + locale, "-k"}, more...)
	if !sync {
		args = append(args, "--no-sync")
	}
	cmd := exec.CommandContext(ctx, filepath.Join(bin, "initdb"), args...)
	h.become(cmd)
	cmd.Dir = h.dir
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	err := cmd.Run()
	return strings.TrimSpace(out.String()), err
}
