package embedpg

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"
)

// A lock is held by one process at a time and let go by the system when that
// process ends, however it ends.
type lock struct{ file *os.File }

// errGone tells that Remove has taken the folder of a lock.
var errGone = errors.New("the folder has been removed")

// tryLock takes the lock of the path, or returns nil when another has it.
func tryLock(path string) (*lock, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, errGone
	}
	if err != nil {
		return nil, fmt.Errorf("lock: %w", err)
	}
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) // a descriptor fits
	if errors.Is(err, syscall.EWOULDBLOCK) || (err == nil && !names(path, f)) {
		return nil, f.Close()
	}
	if err != nil {
		_ = f.Close() // the first error tells more
		return nil, fmt.Errorf("lock %s: %w", path, err)
	}
	return &lock{f}, nil
}

// names reports whether the path is still the file: it is not when Remove has
// deleted it after it was opened here.
func names(path string, f *os.File) bool {
	a, err := f.Stat()
	if err != nil {
		return false
	}
	b, err := os.Stat(path)
	return err == nil && os.SameFile(a, b)
}

func (l *lock) release() { _ = l.file.Close() } // closing a file that was only locked cannot fail
