package errand

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/blob"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/mail"
)

// tellEvery is how often the page may see that there is more.
const tellEvery = time.Second

var readyLetter = mail.Letter{
	Subject: i18n.T("Vienti on valmis: %s", "Exporten är klar: %s", "The export is ready: %s"),
	Body: i18n.T(
		"Hei!\n\nPyytämäsi tiedosto %[1]s on valmis. Siinä on %[2]s tekoa. Hae se täältä:\n%[3]s\n\nTiedosto on tallessa %[4]s asti. Vain sinä voit hakea sen, kirjautuneena.",
		"Hej!\n\nFilen %[1]s som du bad om är klar. Den har %[2]s gärningar. Hämta den här:\n%[3]s\n\nFilen sparas till %[4]s. Bara du kan hämta den, inloggad.",
		"Hello,\n\nThe file %[1]s that you asked for is ready. It has %[2]s acts. Fetch it here:\n%[3]s\n\nThe file is kept until %[4]s. Only you can fetch it, signed in."),
}

// Make makes the file of an errand. Done twice it does nothing twice: the file
// has the same name, and only one finishes the errand and tells of it.
func (s *Service) Make(ctx context.Context, id ID) error {
	e, err := repository{s.db}.find(ctx, id)
	if errors.Is(err, fault.NotFound) || err == nil && !e.Waiting() {
		return nil
	}
	if err != nil {
		return err
	}
	by, err := s.Accounts.Find(ctx, e.AccountID)
	if err != nil {
		return err
	}
	if !by.RunsProgramme() { // any more
		return repository{s.db}.fail(ctx, id, s.now())
	}
	if err := s.make(ctx, by, e); err != nil {
		if ctx.Err() == nil { // a portal on its way out has not failed
			err = errors.Join(err, repository{s.db}.failedOnce(ctx, id, maxTries, s.now()))
		}
		return fmt.Errorf("make %v: %w", id, err)
	}
	return nil
}

// make writes the file beside the program first: a store needs to know how
// large a file is, and memory must not grow with it.
func (s *Service) make(ctx context.Context, by account.Account, e Errand) error {
	file, err := os.CreateTemp("", "tori-export-*")
	if err != nil {
		return err
	}
	defer func() {
		_ = file.Close() // it is removed
		_ = os.Remove(file.Name())
	}()
	if err := s.write(ctx, file, e); err != nil {
		return err
	}
	size, err := file.Seek(0, io.SeekCurrent)
	if err != nil {
		return err
	}
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	if err := s.Blobs.Put(ctx, e.Blob, file, size); err != nil {
		return err
	}
	return s.finish(ctx, by, e, size)
}

func (s *Service) write(ctx context.Context, file io.Writer, e Errand) error {
	ids, err := repository{s.db}.acts(ctx, e.ID)
	if err != nil {
		return err
	}
	told := s.now()
	o := e.order(act.IDsOf(ids))
	o.Progress = func(done int) error {
		if s.now().Sub(told) < tellEvery {
			return nil
		}
		told = s.now()
		return repository{s.db}.progress(ctx, e.ID, done)
	}
	out := bufio.NewWriterSize(file, 1<<16)
	if err := s.Transfer.Export(ctx, out, o); err != nil {
		return err
	}
	return out.Flush()
}

// finish tells that the file is there, once.
func (s *Service) finish(ctx context.Context, by account.Account, e Errand, size int64) error {
	now := s.now()
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		finished, err := repository{tx}.finish(ctx, e.ID, size, now)
		if err != nil || !finished {
			return err
		}
		e.ReadyAt = &now
		lang := i18n.Lang(by.Language)
		ctx := i18n.With(ctx, lang)
		m := readyLetter.Message(ctx, by.Email, fmt.Sprintf("export-%d", e.ID), e.Name(), i18n.Number(ctx, e.Total),
			s.Mails.Link(lang, fmt.Sprintf("/ohjelma/viennit/%d", e.ID)), i18n.Date(ctx, e.Until()))
		return s.Mails.PostTx(ctx, tx, m)
	})
}

// Sweep takes away what is older than a week, and files of errands that are
// gone, as those of a person who is.
func (s *Service) Sweep(ctx context.Context) error {
	old, err := repository{s.db}.before(ctx, s.now().Add(-Kept))
	if err != nil {
		return err
	}
	for _, e := range old {
		if err := s.drop(ctx, e); err != nil {
			return err
		}
	}
	return s.Blobs.Walk(ctx, func(key string, at time.Time) error {
		if !strings.HasPrefix(key, blob.Exports) || s.now().Sub(at) < 24*time.Hour {
			return nil
		}
		known, err := repository{s.db}.known(ctx, key)
		if err != nil || known {
			return err
		}
		return s.Blobs.Delete(ctx, key)
	})
}
