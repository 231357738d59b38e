package attachment

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/job"
)

// processArgs is the work on one attachment that waits.
type processArgs struct {
	ID ID `json:"id"`
}

// Kind names the work.
func (processArgs) Kind() string { return "attachment_process" }

// removeArgs is files that nobody needs any more.
type removeArgs struct {
	Keys []string `json:"keys"`
}

// Kind names the work.
func (removeArgs) Kind() string { return "attachment_remove" }

// work tells how the jobs are done. Pictures are drawn one at a time: a large
// one takes some hundred megabytes of memory.
func (s *Service) work() {
	if s.Jobs == nil {
		return
	}
	patience := func(attempt int) time.Duration {
		return min(time.Duration(attempt*attempt)*5*time.Second, time.Hour)
	}
	job.Work(s.Jobs, job.Way{Queue: "attachments", AtATime: 1, Timeout: 3 * time.Minute, Attempts: 60, Wait: patience},
		func(ctx context.Context, args processArgs) error { return s.Process(ctx, args.ID) })
	job.Work(s.Jobs, job.Way{Wait: patience},
		func(ctx context.Context, args removeArgs) error { return s.Blobs.Delete(ctx, args.Keys...) })
	s.workOnWords()
}

// Process ends the waiting of an attachment. Done twice it does nothing twice:
// what it writes has the same names, and only one ends the waiting.
func (s *Service) Process(ctx context.Context, id ID) error {
	a, err := repository{s.db}.find(ctx, id)
	if errors.Is(err, fault.NotFound) || err == nil && a.State != Waiting {
		return nil
	}
	if err != nil {
		return err
	}
	original, err := s.Blobs.Open(ctx, a.original())
	if err != nil {
		return err
	}
	defer original.Close()
	clean, err := s.scan(ctx, original)
	switch {
	case err != nil:
		return fmt.Errorf("scan %v: %w", id, err)
	case !clean:
		return s.finish(ctx, a, Virus)
	case a.Kind == Document:
		return s.finish(ctx, a, "")
	}
	return s.draw(ctx, a, original)
}

// draw stores a picture in its widths.
func (s *Service) draw(ctx context.Context, a Attachment, original io.ReadSeeker) error {
	drawn, reason, err := draw(original)
	if err != nil {
		return fmt.Errorf("draw %v: %w", a.ID, err)
	}
	if reason != "" {
		return s.finish(ctx, a, reason)
	}
	for _, p := range drawn.pictures {
		a.Widths = append(a.Widths, p.width)
		a.Width, a.Height = p.width, p.height
		if err := s.Blobs.Put(ctx, a.key(p.width), bytes.NewReader(p.bytes), int64(len(p.bytes))); err != nil {
			return err
		}
	}
	a.MediaType = drawn.mediaType
	a.Name = strings.TrimSuffix(a.Name, path.Ext(a.Name)) + drawn.ending
	return s.finish(ctx, a, "")
}

// finish ends the waiting, well or for a reason. Readers of a public act see
// the file from now on; what came is not needed any more, but for documents.
func (s *Service) finish(ctx context.Context, a Attachment, reason Reason) error {
	a.State, a.Reason = Ready, reason
	if reason != "" {
		a.State, a.Widths = Rejected, nil
	}
	if a.Widths == nil {
		a.Widths = []int{}
	}
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		of, err := s.Acts.LockTx(ctx, tx, a.ActID)
		if errors.Is(err, fault.NotFound) {
			return s.Jobs.InsertTx(ctx, tx, removeArgs{a.keys()})
		}
		if err != nil {
			return err
		}
		ended, err := repository{tx}.finish(ctx, a)
		switch {
		case err != nil:
			return err
		case len(ended) == 0:
			return s.leaveTx(ctx, tx, a)
		case a.State == Rejected || a.Kind == Picture:
			if err := s.Jobs.InsertTx(ctx, tx, removeArgs{[]string{a.original()}}); err != nil {
				return err
			}
		case a.hasWords():
			if err := s.Jobs.InsertTx(ctx, tx, wordsArgs{a.ID}); err != nil {
				return err
			}
		}
		if of.Status.Public() {
			return s.Acts.TouchTx(ctx, tx, of.ID)
		}
		return nil
	})
}

// leaveTx cleans up when the waiting has been ended meanwhile: by another
// portal, whose files these are, or because the attachment was removed.
func (s *Service) leaveTx(ctx context.Context, tx pgx.Tx, a Attachment) error {
	_, err := repository{tx}.find(ctx, a.ID)
	if errors.Is(err, fault.NotFound) {
		return s.Jobs.InsertTx(ctx, tx, removeArgs{a.keys()})
	}
	return err
}
