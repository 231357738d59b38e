package feedback

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/internal/postgres"
)

// keptAnswered is how long feedback is kept once it has been answered: the
// yearly check of the accessibility statement reads it.
const keptAnswered = 18 * 30 * 24 * time.Hour

// Service takes feedback and has it answered.
type Service struct {
	db       *postgres.DB
	accounts *account.Service
	mails    *mail.Outbox
	now      func() time.Time
}

// New is the Service on a database.
func New(db *postgres.DB, accounts *account.Service, mails *mail.Outbox, now func() time.Time) *Service {
	return &Service{db: db, accounts: accounts, mails: mails, now: now}
}

// Send stores feedback and tells the programme team of it. The same form sent
// again is stored and told once. It returns what was said with its last day.
func (s *Service) Send(ctx context.Context, key string, f Feedback) (Feedback, error) {
	f.Message, f.Page, f.Email = strings.TrimSpace(f.Message), strings.TrimSpace(f.Page), strings.TrimSpace(f.Email)
	if err := f.Check(); err != nil {
		return f, err
	}
	f.CreatedAt = s.now()
	f.DueOn = due(f.CreatedAt)
	err := s.db.TxRetry(ctx, func(tx pgx.Tx) error {
		ids, err := repository{tx}.insert(ctx, key, f)
		if err != nil || len(ids) == 0 {
			return err
		}
		f.ID = ids[0]
		return s.tellTx(ctx, tx, f)
	})
	return f, wrap("send", err)
}

// Open is what waits for an answer, the most urgent first, for who may see it.
func (s *Service) Open(ctx context.Context, viewer account.Account) ([]Feedback, error) {
	if !viewer.Moderates() {
		return nil, fmt.Errorf("open feedback for %v: %w", viewer.ID, fault.Forbidden)
	}
	all, err := repository{s.db}.open(ctx)
	return all, wrap("list open", err)
}

// Answer marks feedback as answered. It is a fault.Conflict when somebody has
// done so already.
func (s *Service) Answer(ctx context.Context, by account.Account, id ID) error {
	if !by.Moderates() {
		return fmt.Errorf("answer %v: %w", id, fault.Forbidden)
	}
	err := s.db.Tx(ctx, func(tx pgx.Tx) error {
		ids, err := repository{tx}.answer(ctx, id, by.ID, s.now())
		if err != nil {
			return err
		}
		if len(ids) == 0 {
			return fmt.Errorf("%v is not open: %w", id, fault.Conflict)
		}
		return audit.Record(ctx, tx, by, "answer", id.String(), "")
	})
	return wrap("answer", err)
}

// Sweep forgets what was answered long ago, and with it the addresses.
func (s *Service) Sweep(ctx context.Context) error {
	return wrap("sweep", repository{s.db}.sweep(ctx, s.now().Add(-keptAnswered)))
}

func wrap(verb string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s feedback: %w", verb, err)
}
