package blob

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"tekojentori.fi/tori/internal/fault"
)

// unfinished is the folder of files that are being written. What is left there
// after a crash is told by Walk like any other file.
const unfinished = "tmp"

// folder keeps files below a folder. os.Root sees to it that no name leads
// out of it.
type folder struct{ root *os.Root }

func openFolder(dir string) (*Store, error) {
	if !filepath.IsAbs(dir) {
		return nil, fmt.Errorf("open the store of files: the folder %q is not named from the root", dir)
	}
	if err := os.MkdirAll(filepath.Join(dir, unfinished), 0o700); err != nil {
		return nil, fmt.Errorf("open the store of files: %w", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("open the store of files: %w", err)
	}
	return &Store{folder{root}}, nil
}

// Put writes beside and renames, so that a crash or a full disk leaves no half
// file under the key.
func (f folder) Put(_ context.Context, key string, r io.Reader, size int64) error {
	if err := check(key); err != nil {
		return err
	}
	beside := unfinished + "/" + path.Base(NewKey())
	err := f.write(beside, r, size)
	if err == nil {
		err = f.place(beside, key)
	}
	if err != nil {
		_ = f.root.Remove(beside) // the error before tells more
	}
	return wrap("store", key, err)
}

func (f folder) write(name string, r io.Reader, size int64) error {
	file, err := f.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	n, err := io.Copy(file, r)
	if err == nil && n != size {
		err = fmt.Errorf("%d bytes came, not %d", n, size)
	}
	if err == nil {
		err = file.Sync()
	}
	return errors.Join(err, file.Close())
}

func (f folder) place(from, key string) error {
	dir := path.Dir(key)
	if err := f.root.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	if err := f.root.Rename(from, key); err != nil {
		return err
	}
	d, err := f.root.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

func (f folder) Open(_ context.Context, key string) (io.ReadSeekCloser, error) {
	if err := check(key); err != nil {
		return nil, err
	}
	file, err := f.root.Open(key)
	if errors.Is(err, fs.ErrNotExist) {
		err = fault.NotFound
	}
	if err != nil {
		return nil, wrap("open", key, err)
	}
	return file, nil
}

func (f folder) Delete(_ context.Context, keys ...string) error {
	for _, key := range keys {
		if !named.MatchString(key) {
			return check(key)
		}
		if err := f.root.Remove(key); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return wrap("remove", key, err)
		}
		if dir := path.Dir(key); dir != "." && dir != unfinished {
			_ = f.root.Remove(dir) // fails while other files are there
		}
	}
	return nil
}

func (f folder) Walk(ctx context.Context, visit func(key string, at time.Time) error) error {
	return fs.WalkDir(f.root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) { // removed meanwhile
			return nil
		}
		if err != nil || d.IsDir() || !named.MatchString(strings.TrimPrefix(name, "./")) {
			return err
		}
		info, err := d.Info()
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		return visit(name, info.ModTime())
	})
}
