package attachment

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/attachment/wording"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/job"
	"tekojentori.fi/tori/internal/postgres"
)

// wordsArgs is the taking of the text of one document.
type wordsArgs struct {
	ID ID `json:"id"`
}

// Kind names the work.
func (wordsArgs) Kind() string { return "attachment_words" }

// workOnWords tells how texts are taken: one at a time, for a hostile document
// may be heavy.
func (s *Service) workOnWords() {
	job.Work(s.Jobs, job.Way{Queue: "documents", AtATime: 1, Timeout: 2 * time.Minute, Attempts: 10},
		func(ctx context.Context, args wordsArgs) error { return s.ReadWords(ctx, args.ID) })
}

// hasWords reports whether the search wants the text of a.
func (a Attachment) hasWords() bool {
	return a.Kind == Document && a.State == Ready && wording.Readable(a.MediaType)
}

// Unread reports whether a is a document that the search has still to read.
func (a Attachment) Unread() bool { return a.hasWords() && a.Words == "" }

// ReadWords takes the text of a document and puts it in the index, if its act
// is there. Done twice it does nothing twice. A document that cannot be read is
// noted, and not tried again before the reader has learned more.
func (s *Service) ReadWords(ctx context.Context, id ID) error {
	a, err := repository{s.db}.find(ctx, id)
	if errors.Is(err, fault.NotFound) || err == nil && !a.hasWords() {
		return nil
	}
	if err != nil {
		return err
	}
	if read, err := (repository{s.db}).hasRead(ctx, id); err != nil || read {
		return err
	}
	text, err := s.words(ctx, a)
	if err != nil {
		return err
	}
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		of, err := s.Acts.LockTx(ctx, tx, a.ActID)
		if errors.Is(err, fault.NotFound) {
			return nil
		}
		if err != nil {
			return err
		}
		kept, err := repository{tx}.keepWords(ctx, a.ID, text)
		if err != nil || len(kept) == 0 || text.Body == "" || of.Status != act.Published {
			return err
		}
		return s.Acts.ReindexTx(ctx, tx, of.ID)
	})
}

// words is the text of a document, taken as the program takes them.
func (s *Service) words(ctx context.Context, a Attachment) (wording.Text, error) {
	r, err := s.Blobs.Open(ctx, a.original())
	if err != nil {
		return wording.Text{}, err
	}
	defer r.Close()
	if s.Words != nil {
		return s.Words(ctx, a.MediaType, r)
	}
	doc, err := io.ReadAll(r)
	if err != nil {
		return wording.Text{}, fmt.Errorf("read %v: %w", a.ID, err)
	}
	return wording.Read(a.MediaType, bytes.NewReader(doc), int64(len(doc))), nil
}

// readLater takes up the documents that nobody has read, or another version of
// the reader.
func (s *Service) readLater(ctx context.Context) error {
	unread, err := repository{s.db}.unread(ctx)
	if err != nil {
		return err
	}
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		for _, a := range unread {
			if !a.hasWords() {
				continue
			}
			if err := s.Jobs.InsertTx(ctx, tx, wordsArgs{a.ID}); err != nil {
				return err
			}
		}
		return nil
	})
}

func (r repository) hasRead(ctx context.Context, id ID) (bool, error) {
	read, err := postgres.Value[bool](ctx, r.q, `
		SELECT EXISTS (SELECT FROM attachment_text WHERE attachment_id = $1 AND reader = $2)`, id, wording.Version)
	return read, wrap("look up the words of", id, err)
}

// keepWords writes the text of an attachment down, unless it has gone meanwhile.
func (r repository) keepWords(ctx context.Context, id ID, text wording.Text) ([]ID, error) {
	kept, err := postgres.Values[ID](ctx, r.q, `
		INSERT INTO attachment_text (attachment_id, reader, outcome, body)
		SELECT id, $2, $3, $4 FROM attachment WHERE id = $1
		ON CONFLICT (attachment_id) DO UPDATE
		SET reader = excluded.reader, outcome = excluded.outcome, body = excluded.body, read_at = now()
		RETURNING attachment_id`, id, wording.Version, text.Outcome, text.Body)
	return kept, wrap("keep the words of", id, err)
}

func (r repository) unread(ctx context.Context) ([]Attachment, error) {
	all, err := postgres.All[Attachment](ctx, r.q, `
		SELECT `+columns+` FROM attachment
		WHERE kind = 'document' AND state = 'ready'
		  AND NOT EXISTS (SELECT FROM attachment_text WHERE attachment_id = attachment.id AND reader = $1)
		ORDER BY id`, wording.Version)
	return all, wrap("list", "the documents without words", err)
}
