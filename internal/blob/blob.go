// Package blob keeps the bytes of files: in a folder, or in a bucket of an S3
// server. It knows names made by us and nothing of what the files are.
package blob

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"io"
	"net/url"
	"regexp"
	"strings"
	"time"

	"tekojentori.fi/tori/internal/fault"
)

// Store is a place for files, each under a key.
type Store struct{ place }

// place is what a folder and a bucket can both do.
type place interface {
	// Put stores size bytes whole or not at all. What was there is replaced.
	Put(ctx context.Context, key string, r io.Reader, size int64) error
	// Open reads a file; fault.NotFound if there is none.
	Open(ctx context.Context, key string) (io.ReadSeekCloser, error)
	// Delete removes files. One that is not there is removed already.
	Delete(ctx context.Context, keys ...string) error
	// Walk tells of every file and when it was stored.
	Walk(ctx context.Context, visit func(key string, at time.Time) error) error
}

// Open is the store at an address: file:///folder, or
// s3://key:secret@host/bucket?region=eu-north-1&insecure=1. An empty address
// is the folder that is given beside it.
func Open(ctx context.Context, address, folder string) (*Store, error) {
	if address == "" {
		return openFolder(folder)
	}
	u, err := url.Parse(address)
	if err != nil { // its text has the secret
		return nil, fmt.Errorf("open the store of files: BLOB_URL is not an address")
	}
	switch u.Scheme {
	case "file":
		return openFolder(u.Path)
	case "s3":
		return openBucket(ctx, u)
	}
	return nil, fmt.Errorf("open the store of files: BLOB_URL begins with %q, not with file or s3", u.Scheme)
}

// What the keys of files begin with that are no attachments.
const (
	Exports   = "exports/"
	Campaigns = "campaigns/" // their pictures
)

// NewKey is a name that nobody can guess and that no file has yet.
func NewKey() string {
	b := make([]byte, 16)
	_, _ = rand.Read(b) // never fails
	name := hex.EncodeToString(b)
	return name[:2] + "/" + name
}

// named is what the keys of ours look like: never what a client has sent.
var named = regexp.MustCompile(`^[a-z0-9]+(/[a-z0-9]+)*(\.[a-z0-9]+)?$`)

func check(key string) error {
	if len(key) > 200 || !named.MatchString(key) || strings.HasPrefix(key, unfinished+"/") {
		return fmt.Errorf("file %q: none of our names: %w", key, fault.NotFound)
	}
	return nil
}

func wrap(verb, key string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s file %s: %w", verb, key, err)
}
