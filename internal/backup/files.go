package backup

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// A staged file is written whole beside its place, and moved there at the end.
type staged struct{ temp, path string }

// files reads the files of the archive. A name that would leave the folder is
// refused.
func (r *reader) files() error {
	for strings.HasPrefix(r.header.Name, filesDir) {
		if r.Target.Files != "" {
			if err := r.stage(strings.TrimPrefix(r.header.Name, filesDir)); err != nil {
				return fmt.Errorf("file %s: %w", r.header.Name, err)
			}
		}
		if err := r.next(); err != nil {
			return err
		}
	}
	return nil
}

func (r *reader) stage(name string) error {
	if !filepath.IsLocal(filepath.FromSlash(name)) {
		return errors.New("its name leads out of the folder")
	}
	path := filepath.Join(r.Target.Files, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".restore-*")
	if err != nil {
		return err
	}
	r.staged = append(r.staged, staged{f.Name(), path})
	_, err = io.Copy(f, r.tar) // as large as the operator's own backup
	return errors.Join(err, f.Sync(), f.Close())
}

// keepFiles moves the files to their places: the last thing before the commit.
func (r *reader) keepFiles() error {
	for _, s := range r.staged {
		if err := os.Rename(s.temp, s.path); err != nil {
			return err
		}
	}
	return nil
}

func (r *reader) dropFiles() {
	for _, s := range r.staged {
		_ = os.Remove(s.temp) // moved already is fine
	}
}
