package mail

import (
	"context"
	"fmt"
	"time"

	"tekojentori.fi/tori/internal/postgres"
)

// Stored is a mail in the outbox.
type Stored struct {
	ID          int64
	MessageID   string // without the angle brackets
	Recipient   string
	Subject     string
	Body        string
	Unsubscribe string // see Message
	CreatedAt   time.Time
	SentAt      *time.Time // nil: not yet
}

const columns = "id, message_id, recipient, subject, body, unsubscribe, created_at, sent_at"

// keepFor is how long mails are kept. They hold names and addresses.
const keepFor = 30 * 24 * time.Hour

func find(ctx context.Context, q postgres.Querier, id int64) (Stored, error) {
	m, err := postgres.One[Stored](ctx, q, "SELECT "+columns+" FROM mail_message WHERE id = $1", id)
	if err != nil {
		return m, fmt.Errorf("find mail %d: %w", id, err)
	}
	return m, nil
}

// Recent is the n newest mails, the newest first.
func (o *Outbox) Recent(ctx context.Context, n int) ([]Stored, error) {
	all, err := postgres.All[Stored](ctx, o.db, `
		SELECT `+columns+` FROM mail_message ORDER BY id DESC LIMIT $1`, n)
	if err != nil {
		return nil, fmt.Errorf("recent mails: %w", err)
	}
	return all, nil
}

// Waiting is how many mails have not left. Without a mail server none waits.
func (o *Outbox) Waiting(ctx context.Context) (int, error) {
	if !o.Sends() {
		return 0, nil
	}
	n, err := postgres.Value[int](ctx, o.db, "SELECT count(*)::int FROM mail_message WHERE sent_at IS NULL")
	if err != nil {
		return 0, fmt.Errorf("count waiting mails: %w", err)
	}
	return n, nil
}

// Sweep deletes the mails that left, or were kept to be read, a month ago.
// Those that wait for a mail server stay.
func (o *Outbox) Sweep(ctx context.Context) error {
	err := postgres.Exec(ctx, o.db, `
		DELETE FROM mail_message
		WHERE created_at < $1 AND (sent_at IS NOT NULL OR NOT $2)`, o.now().Add(-keepFor), o.Sends())
	if err != nil {
		return fmt.Errorf("sweep mails: %w", err)
	}
	return nil
}
