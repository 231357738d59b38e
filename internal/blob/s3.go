package blob

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/credentials"

	"tekojentori.fi/tori/internal/fault"
)

// bucket keeps files in a bucket of an S3 server.
type bucket struct {
	client *minio.Client
	name   string
}

// opening is how long the portal waits for the bucket when it starts.
const opening = 10 * time.Second

// openBucket makes the bucket if it may and there is none.
func openBucket(ctx context.Context, u *url.URL) (*Store, error) {
	name := strings.Trim(u.Path, "/")
	if name == "" || strings.Contains(name, "/") || u.User == nil {
		return nil, errors.New("open the store of files: BLOB_URL must be s3://key:secret@host/bucket")
	}
	secret, _ := u.User.Password()
	q := u.Query()
	client, err := minio.New(u.Host, &minio.Options{
		Creds: credentials.NewStaticV4(u.User.Username(), secret, ""), Secure: q.Get("insecure") == "", Region: q.Get("region"),
	})
	if err != nil {
		return nil, fmt.Errorf("open the store of files: %w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, opening)
	defer cancel()
	there, err := client.BucketExists(ctx, name)
	if err == nil && !there {
		err = client.MakeBucket(ctx, name, minio.MakeBucketOptions{Region: q.Get("region")})
	}
	if err != nil {
		return nil, fmt.Errorf("open the bucket %s at %s: %w", name, u.Host, err)
	}
	return &Store{bucket{client, name}}, nil
}

func (b bucket) Put(ctx context.Context, key string, r io.Reader, size int64) error {
	if err := check(key); err != nil {
		return err
	}
	_, err := b.client.PutObject(ctx, b.name, key, r, size, minio.PutObjectOptions{DisableMultipart: true})
	return wrap("store", key, err)
}

func (b bucket) Open(ctx context.Context, key string) (io.ReadSeekCloser, error) {
	if err := check(key); err != nil {
		return nil, err
	}
	object, err := b.client.GetObject(ctx, b.name, key, minio.GetObjectOptions{})
	if err != nil {
		return nil, wrap("open", key, err)
	}
	if _, err := object.Stat(); err != nil { // until here nothing has been asked of the server
		_ = object.Close()
		if minio.ToErrorResponse(err).StatusCode == http.StatusNotFound {
			err = fault.NotFound
		}
		return nil, wrap("open", key, err)
	}
	return object, nil
}

func (b bucket) Delete(ctx context.Context, keys ...string) error {
	for _, key := range keys {
		if err := check(key); err != nil {
			return err
		}
		if err := b.client.RemoveObject(ctx, b.name, key, minio.RemoveObjectOptions{}); err != nil {
			return wrap("remove", key, err)
		}
	}
	return nil
}

func (b bucket) Walk(ctx context.Context, visit func(key string, at time.Time) error) error {
	for object := range b.client.ListObjectsIter(ctx, b.name, minio.ListObjectsOptions{Recursive: true}) {
		if object.Err != nil {
			return fmt.Errorf("list the bucket %s: %w", b.name, object.Err)
		}
		if !named.MatchString(object.Key) { // of somebody else
			continue
		}
		if err := visit(object.Key, object.LastModified); err != nil {
			return err
		}
	}
	return nil
}
