package embedpg

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestUnpack(t *testing.T) {
	t.Parallel()
	links := `[{"source":"native/lib/libx.so.1.2","target":"native/lib/libx.so"}]`
	tests := []struct {
		name  string
		files map[string]string
		want  string // in the error
	}{
		{"whole", map[string]string{"native/lib/libx.so.1.2": "x", "native/pg-symlinks.json": links, "scripts/install.js": "no"}, ""},
		{"file outside", map[string]string{"native/../../evil": "x", "native/pg-symlinks.json": "[]"}, "leads out"},
		{"link outside", map[string]string{"native/pg-symlinks.json": `[{"source":"/etc/passwd","target":"native/x"}]`}, "leads out"},
		{"no list of links", map[string]string{"native/bin/postgres": "x"}, "pg-symlinks.json"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "a", "b")
			err := unpack(archive(t, test.files), dir)
			if test.want != "" {
				if err == nil || !strings.Contains(err.Error(), test.want) {
					t.Errorf("error %v, want one with %q", err, test.want)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if b, err := os.ReadFile(filepath.Join(dir, "native", "lib", "libx.so")); err != nil || string(b) != "x" {
				t.Errorf("through the link: %q, %v", b, err)
			}
			if exists(filepath.Join(dir, "scripts")) {
				t.Error("more than the folder native was unpacked")
			}
		})
	}
}

// archive is an npm package of the files.
func archive(t *testing.T, files map[string]string) *bytes.Buffer {
	t.Helper()
	var b bytes.Buffer
	zipped := gzip.NewWriter(&b)
	w := tar.NewWriter(zipped)
	for name, content := range files {
		if err := w.WriteHeader(&tar.Header{Name: "package/" + name, Typeflag: tar.TypeReg, Mode: 0o644, Size: int64(len(content))}); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := zipped.Close(); err != nil {
		t.Fatal(err)
	}
	return &b
}
