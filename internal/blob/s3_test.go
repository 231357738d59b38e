package blob_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/blob"
)

// s3Server is the S3 server of the tests: built from its own module, so that
// ours does not have to know its many dependencies.
const s3Server = "github.com/versity/versitygw/cmd/versitygw@v1.8.0"

// TestBucket does on a real S3 server what TestFolder does in a folder. The
// first build of the server takes minutes, so it is made on demand: with
// TORI_TEST_S3=1, or with the path of one that is there in TORI_TEST_S3.
func TestBucket(t *testing.T) {
	t.Parallel()
	program := os.Getenv("TORI_TEST_S3")
	switch program {
	case "":
		t.Skip("the S3 server is not asked for; TORI_TEST_S3=1 builds " + s3Server)
	case "1":
		program = buildS3(t)
	}
	host := startS3(t, program)
	for _, address := range []string{"s3://avain:salaisuus@" + host + "/liitteet?region=us-east-1&insecure=1"} {
		for range 2 { // the second time the bucket is there
			s, err := blob.Open(t.Context(), address, "")
			if err != nil {
				t.Fatal(err)
			}
			keeps(t, s)
		}
	}
	if _, err := blob.Open(t.Context(), "s3://avain:vaara@"+host+"/liitteet?region=us-east-1&insecure=1", ""); err == nil {
		t.Error("a wrong secret opens the bucket")
	}
}

func buildS3(t *testing.T) string {
	t.Helper()
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(cache, "tori-test")
	cmd := exec.CommandContext(t.Context(), "go", "install", s3Server)
	cmd.Env = append(os.Environ(), "GOBIN="+dir)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("build the S3 server: %v\n%s", err, out)
	}
	return filepath.Join(dir, "versitygw")
}

// startS3 runs the server until the test ends and is its host and port.
func startS3(t *testing.T, program string) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	host := fmt.Sprint(l.Addr())
	_ = l.Close()
	ctx, stop := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, program, "--port", host, "--access", "avain", "--secret", "salaisuus", "--quiet", "posix", "--sidecar", t.TempDir(), t.TempDir())
	log := new(buffer)
	cmd.Stdout, cmd.Stderr = log, log
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		stop()
		_ = cmd.Wait() // killed
	})
	for begin := time.Now(); ; time.Sleep(50 * time.Millisecond) {
		r, err := http.Get("http://" + host + "/")
		if err == nil {
			_ = r.Body.Close()
			return host
		}
		if time.Since(begin) > 20*time.Second {
			t.Fatalf("the S3 server does not answer: %v\n%s", errors.Join(err, ctx.Err()), log)
		}
	}
}

// buffer keeps what the server says.
type buffer struct{ b []byte }

func (b *buffer) Write(p []byte) (int, error) { b.b = append(b.b, p...); return len(p), nil }
func (b *buffer) String() string              { return string(b.b) }
