package embedpg

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// A home is where one private PostgreSQL lives, and who runs it there.
type home struct {
	dir string // holds the rest
	run string // the folder of the socket
	account
}

func (h home) data() string    { return filepath.Join(h.dir, "data") }
func (h home) logFile() string { return filepath.Join(h.dir, "postgres.log") }
func (h home) lock() string    { return filepath.Join(h.dir, "lock") }

// spare is where the data go when the user that runs PostgreSQL may not enter
// the folder that was asked for.
const spare = "/var/lib/tekojen-tori"

// findHome makes the folders of the options and gives them to the user that
// will run PostgreSQL.
func findHome(ctx context.Context, options Options) (home, error) {
	dir, err := filepath.Abs(options.Dir)
	if err != nil {
		return home{}, err
	}
	other := filepath.Join(spare, digest(dir))
	if os.Geteuid() == 0 && exists(filepath.Join(other, "data")) && !exists(filepath.Join(dir, "data")) {
		return makeHome(other)
	}
	h, err := makeHome(dir)
	if err != nil || !h.other || h.mayEnter(h.dir) {
		return h, err
	}
	closed := fmt.Errorf("the user %s, who runs PostgreSQL because root may not, cannot enter %s: a folder above it is closed; "+
		"open it with chmod o+x, or choose another folder", h.name, dir)
	if exists(h.data()) {
		return home{}, closed
	}
	_ = os.Remove(h.run) // both made in vain; not empty is fine
	_ = os.Remove(h.dir)
	if h, err = makeHome(other); err != nil || !h.mayEnter(h.dir) {
		return home{}, closed
	}
	options.Log.WarnContext(ctx, "private PostgreSQL: the data go to another folder", "folder", other, "reason", closed)
	return h, nil
}

func makeHome(dir string) (home, error) {
	h := home{dir: dir, run: filepath.Join(dir, "run")}
	var err error
	if h.account, err = serverAccount(h.data()); err != nil {
		return home{}, err
	}
	// The folders above stay passable for the user that runs PostgreSQL.
	if err := os.MkdirAll(filepath.Dir(dir), 0o711); err != nil { // holds no file of ours
		return home{}, err
	}
	if !socketFits(h.run) {
		h.run = filepath.Join("/tmp", "tori-"+strconv.Itoa(h.uid)+"-"+digest(dir))
	}
	if err := h.open(); err != nil {
		return home{}, err
	}
	return h, nil
}

// open makes the folders, once more where Remove takes one meanwhile.
func (h home) open() (err error) {
	for range 10 {
		err = h.own(h.dir)
		if err == nil {
			err = h.own(h.run)
		}
		if !errors.Is(err, fs.ErrNotExist) {
			break
		}
	}
	return err
}

// remove deletes the folders; the caller has the lock. The data go first and
// in one step, so that a kill leaves no half of them that looks like a damaged
// database, and the lock goes last: who starts here meanwhile finds it taken
// until all else is gone.
func (h home) remove() error {
	gone := h.data() + ".gone"
	err := os.RemoveAll(gone) // of one that was killed
	if exists(h.data()) {
		err = errors.Join(err, os.Rename(h.data(), gone))
	}
	all, readErr := os.ReadDir(h.dir)
	err = errors.Join(err, readErr, os.RemoveAll(h.run))
	for _, e := range all {
		if path := filepath.Join(h.dir, e.Name()); path != h.lock() {
			err = errors.Join(err, os.RemoveAll(path))
		}
	}
	err = errors.Join(err, os.Remove(h.lock()))
	_ = os.Remove(h.dir) // not empty where somebody has just started
	return err
}

// socketFits reports whether a socket can be in the folder: the path of a
// socket is limited to 103 bytes, and a comma separates hosts.
func socketFits(folder string) bool {
	return len(folder)+len("/.s.PGSQL."+port) <= 103 && !strings.ContainsAny(folder, ",\"\\")
}

// own makes the folder, for the account alone. A folder that is a link or that
// is someone else's is refused: it may be a trap.
func (h home) own(folder string) error {
	err := os.Mkdir(folder, 0o700)
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	info, err := os.Lstat(folder)
	if err != nil {
		return err
	}
	owner := ownerOf(info)
	if !info.IsDir() || (owner.uid != h.uid && owner.uid != os.Geteuid()) {
		return fmt.Errorf("%s is not a folder of the user %s: run this as its owner or as root, or choose another folder", folder, h.name)
	}
	if owner.uid != h.uid {
		if err := os.Chown(folder, h.uid, h.gid); err != nil {
			return err
		}
	}
	return os.Chmod(folder, 0o700)
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// digest is a short name for a path.
func digest(path string) string {
	sum := sha256.Sum256([]byte(path))
	return hex.EncodeToString(sum[:6])
}
