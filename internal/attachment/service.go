package attachment

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/blob"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/job"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/validate"
)

// Service is what people do with attachments, and what is done to them.
type Service struct {
	Parts
	db  *postgres.DB
	now func() time.Time
}

// Parts is what else takes part in the deeds.
type Parts struct {
	Acts  *act.Service // whose files they are
	Blobs *blob.Store  // their bytes
	Jobs  *job.Jobs    // drawing, scanning and removing
	Clamd string       // address of the virus scanner; "": nothing is scanned
}

// New is the Service on a database. It teaches the jobs their work, and asks
// of acts that are submitted that their pictures are described.
func New(db *postgres.DB, parts Parts, now func() time.Time) *Service {
	s := &Service{Parts: parts, db: db, now: now}
	s.Acts.Requires(s.checkTx)
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
	if err != nil || a.Owned(viewer) || viewer.Moderates() {
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
	if a.State != Ready || !canOpen(of, viewer) {
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
	f, err := classify(in)
	if err != nil {
		return err
	}
	a := Attachment{
		ActID: to, Kind: f.kind, Name: shown(in.Name, f), MediaType: f.mediaType, Size: in.Size, State: Waiting, Blob: blob.NewKey(),
	}
	if f.kind == Document && s.Clamd == "" {
		a.State = Ready
	}
	digest := sha256.New()
	if _, err := io.Copy(digest, in.reader()); err != nil {
		return fmt.Errorf("read %q: %w", a.Name, err)
	}
	if err := s.Blobs.Put(ctx, a.original(), in.reader(), in.Size); err != nil {
		return errors.Join(validate.Problems{{Field: "files", Rule: validate.NotStored, Subject: in.Name}}, err)
	}
	stored := false
	err = s.db.Tx(ctx, func(tx pgx.Tx) (err error) {
		stored, err = s.addTx(ctx, tx, by, a, digest.Sum(nil))
		return err
	})
	if !stored { // the same file is there already, or an error tells why
		_ = s.Blobs.Delete(context.WithoutCancel(ctx), a.original()) // what stays is swept
	}
	return err
}

func (s *Service) addTx(ctx context.Context, tx pgx.Tx, by account.Account, a Attachment, digest []byte) (bool, error) {
	if err := s.changeTx(ctx, tx, by, a.ActID); err != nil {
		return false, err
	}
	all, err := repository{tx}.of(ctx, a.ActID)
	if err != nil {
		return false, err
	}
	added, err := repository{tx}.insert(ctx, a, digest)
	if err != nil || len(added) == 0 {
		return false, err
	}
	if len(all) >= MaxFiles {
		return false, validate.Problems{{Field: "files", Rule: validate.NoRoom, Limit: MaxFiles, Subject: a.Name}}
	}
	if a.State == Waiting {
		err = s.Jobs.InsertTx(ctx, tx, processArgs{added[0].ID})
	}
	return err == nil, err
}

// changeTx sees to it that by may change the files of an act, and that the
// act stays as it is meanwhile.
func (s *Service) changeTx(ctx context.Context, tx pgx.Tx, by account.Account, id act.ID) error {
	a, err := s.Acts.LockTx(ctx, tx, id)
	switch {
	case err != nil:
		return err
	case !a.CanSee(by):
		return fmt.Errorf("change the files of %v: %w", id, fault.NotFound)
	case canChange(a, by):
		return nil
	case a.Owned(by):
		return fmt.Errorf("change the files of %v, which is %s: %w", id, a.Status, fault.Conflict)
	}
	return fmt.Errorf("change the files of %v: %w", id, fault.Forbidden)
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
		if err := s.changeTx(ctx, tx, by, of); err != nil {
			return err
		}
		for id, alt := range alts {
			if err := (repository{tx}).describe(ctx, of, id, alt); err != nil {
				return err
			}
		}
		return nil
	})
}

// Remove takes a file of an act away. One that is gone already is no error.
func (s *Service) Remove(ctx context.Context, by account.Account, of act.ID, id ID) error {
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		if err := s.changeTx(ctx, tx, by, of); err != nil {
			return err
		}
		gone, err := repository{tx}.delete(ctx, of, id)
		if err != nil || len(gone) == 0 {
			return err
		}
		return s.Jobs.InsertTx(ctx, tx, removeArgs{gone[0].keys()})
	})
}

// checkTx is what an act that is submitted must have of its files.
func (s *Service) checkTx(ctx context.Context, tx pgx.Tx, id act.ID) error {
	all, err := repository{tx}.of(ctx, id)
	if err != nil {
		return err
	}
	return Problems(all).Err()
}
