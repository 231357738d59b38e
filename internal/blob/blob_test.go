package blob_test

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/blob"
	"tekojentori.fi/tori/internal/fault"
)

// keeps goes through all that a store promises.
func keeps(t *testing.T, s *blob.Store) {
	t.Helper()
	ctx := t.Context()
	key := blob.NewKey() + "/original"
	for _, text := range []string{"vanha", "Tekojen tori"} {
		if err := s.Put(ctx, key, strings.NewReader(text), int64(len(text))); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Put(ctx, key, strings.NewReader("puolikas"), 100); err == nil {
		t.Error("fewer bytes than told are stored")
	}
	f, err := s.Open(ctx, key)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.Seek(8, io.SeekStart); err != nil {
		t.Fatal(err)
	}
	if rest, err := io.ReadAll(f); err != nil || string(rest) != "tori" {
		t.Errorf("from byte 8 on %q, %v", rest, err)
	}
	if n, err := f.Seek(0, io.SeekEnd); n != 12 || err != nil {
		t.Errorf("length %d, %v", n, err)
	}
	if diff := cmp.Diff([]string{key}, all(t, s)); diff != "" {
		t.Errorf("walk (-want +got):\n%s", diff)
	}
	for range 2 { // the second time there is nothing to remove
		if err := s.Delete(ctx, key); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Open(ctx, key); !errors.Is(err, fault.NotFound) {
		t.Errorf("a removed file: %v", err)
	}
	if left := all(t, s); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}

func all(t *testing.T, s *blob.Store) []string {
	t.Helper()
	var keys []string
	err := s.Walk(t.Context(), func(key string, at time.Time) error {
		if d := time.Since(at); d < -time.Minute || d > time.Minute {
			t.Errorf("%s is of %v", key, at)
		}
		keys = append(keys, key)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(keys)
	return keys
}

func TestFolder(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for _, address := range []string{"", "file://" + dir} {
		s, err := blob.Open(t.Context(), address, dir)
		if err != nil {
			t.Fatal(err)
		}
		keeps(t, s)
	}
}

func TestNamesOfOthersLeadNowhere(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "secret"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := blob.Open(t.Context(), "", filepath.Join(dir, "files"))
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"", ".", "..", "../secret", "a/../../secret", "/etc/passwd", "a//b", "a\x00", "A", "ä", "a\\b", ".hidden", "tmp/x", strings.Repeat("a", 300)} {
		if err := s.Put(t.Context(), key, strings.NewReader("x"), 1); err == nil {
			t.Errorf("%q is stored", key)
		}
		if _, err := s.Open(t.Context(), key); !errors.Is(err, fault.NotFound) {
			t.Errorf("%q opens: %v", key, err)
		}
	}
	if err := s.Delete(t.Context(), "../secret"); err == nil {
		t.Error("a file outside is removed")
	}
}

// failing is a reader that ends as a full disk or a lost client does.
type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errors.New("gone") }

func TestNoHalfFiles(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s, err := blob.Open(t.Context(), "", dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Put(t.Context(), blob.NewKey(), io.MultiReader(strings.NewReader("alku"), failing{}), 100); err == nil {
		t.Error("half a file is stored")
	}
	_ = filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			t.Errorf("left behind: %s, %v", p, err)
		}
		return nil
	})
}

func TestBadAddresses(t *testing.T) {
	t.Parallel()
	for _, address := range []string{"ftp://x/y", "file:relative", "s3://host/bucket", "s3://a:b@host", "s3://a:hemmeli%zz@host/b", "http://x"} {
		_, err := blob.Open(context.WithoutCancel(t.Context()), address, t.TempDir())
		if err == nil || strings.Contains(err.Error(), "hemmeli") {
			t.Errorf("%s: %v", address, err)
		}
	}
}
