package attachment

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/attachment/wording"
	"tekojentori.fi/tori/internal/blob"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/job"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/validate"
)

// Service is what people do with attachments, and what is done to them.
type Service struct {
	Parts
	db      *postgres.DB
	now     func() time.Time
	drawing sync.Mutex // of what is drawn while somebody waits
}

// Parts is what else takes part in the deeds.
type Parts struct {
	Acts  *act.Service // whose files they are
	Blobs *blob.Store  // their bytes
	Jobs  *job.Jobs    // drawing, scanning and removing
	Clamd string       // address of the virus scanner; "": nothing is scanned

	// Words takes the text of a document; nil: in this process.
	Words func(ctx context.Context, mediaType string, doc io.Reader) (wording.Text, error)
}

// New is the Service on a database. It teaches the jobs their work, and asks
// of acts that are submitted that their pictures are described.
func New(db *postgres.DB, parts Parts, now func() time.Time) *Service {
	s := &Service{Parts: parts, db: db, now: now}
	s.Acts.Requires(s.checkTx)
	s.Acts.EndsUpdates(s.releaseTx)
	s.work()
	return s
}

// Of is the files of an act that viewer may know of: everyone the ready ones
// of an act that is theirs to read, the people of the act all of them.
func (s *Service) Of(ctx context.Context, a act.Act, viewer account.Account) ([]Attachment, error) {
	if !canOpen(a, viewer) {
		return nil, nil
	}
	all, err := repository{s.db}.of(ctx, a.ID)
	all = seenIn(a, all)
	if err != nil || a.WrittenBy(viewer) || viewer.Moderates() {
		return all, err
	}
	var ready []Attachment
	for _, x := range all {
		if x.State == Ready {
			ready = append(ready, x)
		}
	}
	return ready, nil
}

// A Content is an open file. Close it.
type Content struct {
	Attachment
	io.ReadSeekCloser
	Public bool // everyone may have it
}

// Open is a file by the last part of its address, or fault.NotFound if viewer
// may not open it.
func (s *Service) Open(ctx context.Context, viewer account.Account, id ID, file string) (Content, error) {
	a, err := repository{s.db}.find(ctx, id)
	if err != nil {
		return Content{}, err
	}
	of, err := s.Acts.Find(ctx, viewer, a.ActID)
	if err != nil {
		return Content{}, err
	}
	if a.Held == Added {
		if of, err = s.Acts.Working(ctx, viewer, a.ActID); err != nil {
			return Content{}, err
		}
		of.Status = "" // it is not out, whatever its act is
	}
	if a.State != Ready || !canOpen(of, viewer) || a.Held == Added && !of.Updating {
		return Content{}, fmt.Errorf("open %v: %w", id, fault.NotFound)
	}
	for _, width := range append(a.Widths[:len(a.Widths):len(a.Widths)], 0) {
		if a.File(width) != file || (a.Kind == Picture) != (width > 0) {
			continue
		}
		r, err := s.Blobs.Open(ctx, a.key(width))
		return Content{a, r, of.Status.Public()}, err
	}
	return Content{}, fmt.Errorf("open %v as %q: %w", id, file, fault.NotFound)
}

// Add stores a file of an act. What keeps it out is a validate.Problems with
// the name of the file. The same file again is the same attachment.
func (s *Service) Add(ctx context.Context, by account.Account, to act.ID, in Incoming) error {
	_, err := s.store(ctx, to, in, func(tx pgx.Tx, a Attachment, digest []byte) ([]Attachment, error) {
		of, err := s.changeTx(ctx, tx, by, to)
		if err != nil {
			return nil, err
		}
		if of.Updating {
			a.Held = Added
		}
		return s.addTx(ctx, tx, of, a, digest)
	})
	return err
}

// Import adds a described file to an act whatever its status, as the command
// line does, and has it ready at once.
func (s *Service) Import(ctx context.Context, to act.ID, in Incoming, alt string) error {
	added, err := s.store(ctx, to, in, func(tx pgx.Tx, a Attachment, digest []byte) ([]Attachment, error) {
		of, err := s.Acts.LockTx(ctx, tx, to)
		if err != nil {
			return nil, err
		}
		added, err := s.addTx(ctx, tx, of, a, digest)
		for _, x := range added {
			err = errors.Join(err, repository{tx}.describe(ctx, of, x.ID, alt))
		}
		if err == nil && of.Status.Public() {
			err = s.Acts.TouchTx(ctx, tx, to)
		}
		return added, err
	})
	for _, x := range added {
		err = errors.Join(err, s.Process(ctx, x.ID))
	}
	return err
}

// store puts the bytes of a file away and then writes it down. What was not
// written down is none, as when the act has the same file already.
func (s *Service) store(ctx context.Context, to act.ID, in Incoming, write func(pgx.Tx, Attachment, []byte) ([]Attachment, error)) ([]Attachment, error) {
	f, err := classify(in)
	if err != nil {
		return nil, err
	}
	a := Attachment{
		ActID: to, Kind: f.kind, Name: shown(in.Name, f), MediaType: f.mediaType, Size: in.Size, State: Waiting, Blob: blob.NewKey(),
	}
	if f.kind == Document && s.Clamd == "" {
		a.State = Ready
	}
	digest := sha256.New()
	if _, err := io.Copy(digest, in.reader()); err != nil {
		return nil, fmt.Errorf("read %q: %w", a.Name, err)
	}
	if err := s.Blobs.Put(ctx, a.original(), in.reader(), in.Size); err != nil {
		return nil, errors.Join(validate.Problems{{Field: "files", Rule: validate.NotStored, Subject: in.Name}}, err)
	}
	var added []Attachment
	err = s.db.Tx(ctx, func(tx pgx.Tx) (err error) {
		added, err = write(tx, a, digest.Sum(nil))
		return err
	})
	if err != nil || len(added) == 0 {
		_ = s.Blobs.Delete(context.WithoutCancel(ctx), a.original()) // what stays is swept
		return nil, err
	}
	return added, nil
}

// addTx writes an attachment down, and the work on it. The act is locked.
func (s *Service) addTx(ctx context.Context, tx pgx.Tx, of act.Act, a Attachment, digest []byte) ([]Attachment, error) {
	all, err := repository{tx}.of(ctx, a.ActID)
	if err != nil {
		return nil, err
	}
	all = seenIn(of, all)
	if err := (repository{tx}).keep(ctx, a.ActID, digest); err != nil {
		return nil, err
	}
	added, err := repository{tx}.insert(ctx, a, digest)
	if err != nil || len(added) == 0 {
		return nil, err
	}
	if len(all) >= MaxFiles {
		return nil, validate.Problems{{Field: "files", Rule: validate.NoRoom, Limit: MaxFiles, Subject: a.Name}}
	}
	switch {
	case a.State == Waiting:
		err = s.Jobs.InsertTx(ctx, tx, processArgs{added[0].ID})
	case a.hasWords():
		err = s.Jobs.InsertTx(ctx, tx, wordsArgs{added[0].ID})
	}
	return added, err
}

// Describe writes the text alternatives of files of an act. A text may be
// too long or missing until the act is submitted.
func (s *Service) Describe(ctx context.Context, by account.Account, of act.ID, alts map[ID]string) error {
	var p validate.Problems
	for id, alt := range alts {
		p.Length(Attachment{ID: id}.AltField(), alt, act.MaxDraft)
	}
	if err := p.Err(); err != nil || len(alts) == 0 {
		return err
	}
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		a, err := s.changeTx(ctx, tx, by, of)
		if err != nil {
			return err
		}
		for id, alt := range alts {
			if err := (repository{tx}).describe(ctx, a, id, alt); err != nil {
				return err
			}
		}
		return nil
	})
}

// Remove takes a file of an act away. One that is gone already is no error.
func (s *Service) Remove(ctx context.Context, by account.Account, of act.ID, id ID) error {
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		a, err := s.changeTx(ctx, tx, by, of)
		if err != nil {
			return err
		}
		if a.Updating {
			if held, err := (repository{tx}).hold(ctx, of, id); err != nil || len(held) > 0 {
				return err
			}
		}
		gone, err := repository{tx}.delete(ctx, of, id)
		if err != nil || len(gone) == 0 {
			return err
		}
		return s.Jobs.InsertTx(ctx, tx, removeArgs{gone[0].keys()})
	})
}
