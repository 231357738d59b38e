package attachment

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/blob"
)

// A file that belongs to nothing is left alone for a day: it may be of an
// attachment that is being stored at this moment.
const grace = 24 * time.Hour

// batch is how many files are looked up at a time.
const batch = 500

// Sweep removes the files that belong to no attachment, as of an act that was
// deleted or an upload that was broken off, and takes up again what has
// waited for a day and the documents whose words nobody has read.
func (s *Service) Sweep(ctx context.Context) error {
	var old []string
	err := s.Blobs.Walk(ctx, func(key string, at time.Time) error {
		if s.now().Sub(at) < grace || strings.HasPrefix(key, blob.Exports) || strings.HasPrefix(key, blob.Campaigns) { // which are swept by their own
			return nil
		}
		if old = append(old, key); len(old) < batch {
			return nil
		}
		err := s.sweep(ctx, old)
		old = old[:0]
		return err
	})
	if err != nil {
		return err
	}
	if err := s.sweep(ctx, old); err != nil {
		return err
	}
	return s.resume(ctx)
}

// sweep removes those of some files that no attachment has.
func (s *Service) sweep(ctx context.Context, keys []string) error {
	blobs := make([]string, len(keys))
	for i, key := range keys {
		blobs[i] = blobOf(key)
	}
	known, err := repository{s.db}.known(ctx, blobs)
	if err != nil {
		return err
	}
	for i, key := range keys {
		if slices.Contains(known, blobs[i]) {
			continue
		}
		if err := s.Blobs.Delete(ctx, key); err != nil {
			return err
		}
	}
	return nil
}

// blobOf is the attachment that a file is of, by its key.
func blobOf(key string) string { return key[:max(0, strings.LastIndexByte(key, '/'))] }

func (s *Service) resume(ctx context.Context) error {
	stuck, err := repository{s.db}.stuck(ctx)
	if err != nil {
		return err
	}
	if err := s.readLater(ctx); err != nil || len(stuck) == 0 {
		return err
	}
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		for _, id := range stuck {
			if err := s.Jobs.InsertTx(ctx, tx, processArgs{id}); err != nil {
				return err
			}
		}
		return nil
	})
}
