package errand

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/blob"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/job"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/transfer"
)

// Parts is what else takes part.
type Parts struct {
	Transfer *transfer.Service
	Accounts *account.Service
	Mails    *mail.Outbox
	Blobs    *blob.Store
	Jobs     *job.Jobs
}

// Service takes orders and makes files.
type Service struct {
	Parts
	db  *postgres.DB
	now func() time.Time
}

// New is the Service on a database.
func New(db *postgres.DB, parts Parts, now func() time.Time) *Service {
	s := &Service{Parts: parts, db: db, now: now}
	wait := func(attempt int) time.Duration { return time.Duration(attempt) * 20 * time.Second }
	job.Work(s.Jobs, job.Way{Queue: "exports", AtATime: 1, Timeout: 30 * time.Minute, Attempts: 10, Wait: wait},
		func(ctx context.Context, args makeArgs) error { return s.Make(ctx, args.ID) })
	return s
}

// makeArgs is the work on one errand.
type makeArgs struct {
	ID ID `json:"id"`
}

// Kind names the work.
func (makeArgs) Kind() string { return "export" }

// Order takes an order that is made later. The same form sent twice is one.
func (s *Service) Order(ctx context.Context, by account.Account, formKey string, o transfer.Order) (ID, error) {
	if err := s.Transfer.Check(by, o); err != nil {
		return 0, err
	}
	var id ID
	err := s.db.Tx(ctx, func(tx pgx.Tx) error {
		fresh, err := repository{tx}.add(ctx, by.ID, formKey, o, s.now())
		if err != nil {
			return err
		}
		if len(fresh) == 0 { // ordered by the press before this one
			id, err = repository{tx}.byKey(ctx, by.ID, formKey)
			return err
		}
		id = fresh[0]
		if err := s.Transfer.LogTx(ctx, tx, by, o); err != nil {
			return err
		}
		return s.Jobs.InsertTx(ctx, tx, makeArgs{id})
	})
	if err != nil {
		return 0, fmt.Errorf("order an export: %w", err)
	}
	return id, nil
}

// Of is the errands of the viewer, the newest first.
func (s *Service) Of(ctx context.Context, viewer account.Account) ([]Errand, error) {
	if !viewer.RunsProgramme() {
		return nil, fmt.Errorf("list exports: %w", fault.Forbidden)
	}
	return repository{s.db}.of(ctx, viewer.ID)
}

// Find is an errand of the viewer's own; of others it tells nothing.
func (s *Service) Find(ctx context.Context, viewer account.Account, id ID) (Errand, error) {
	if !viewer.RunsProgramme() {
		return Errand{}, fmt.Errorf("%v: %w", id, fault.Forbidden)
	}
	e, err := repository{s.db}.find(ctx, id)
	if err == nil && e.AccountID != viewer.ID {
		err = fault.NotFound
	}
	if err != nil {
		return Errand{}, fmt.Errorf("%v: %w", id, err)
	}
	return e, nil
}

// Open is the file of an errand of the viewer's own.
func (s *Service) Open(ctx context.Context, viewer account.Account, id ID) (Errand, io.ReadSeekCloser, error) {
	e, err := s.Find(ctx, viewer, id)
	if err != nil {
		return e, nil, err
	}
	if !e.Ready(s.now()) {
		return e, nil, fmt.Errorf("the file of %v: %w", id, fault.NotFound)
	}
	file, err := s.Blobs.Open(ctx, e.Blob)
	if err != nil {
		return e, nil, fmt.Errorf("the file of %v: %w", id, err)
	}
	return e, file, nil
}

// Drop takes away an errand of the viewer's own, and its file.
func (s *Service) Drop(ctx context.Context, viewer account.Account, id ID) error {
	e, err := s.Find(ctx, viewer, id)
	if err != nil {
		return err
	}
	return s.drop(ctx, e)
}

// drop removes the file first: a row without a file is dropped again, a file
// without a row only by the sweeping of all files.
func (s *Service) drop(ctx context.Context, e Errand) error {
	if err := s.Blobs.Delete(ctx, e.Blob); err != nil {
		return fmt.Errorf("drop %v: %w", e.ID, err)
	}
	return repository{s.db}.delete(ctx, e.ID)
}
