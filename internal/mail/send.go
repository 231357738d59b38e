package mail

import (
	"context"
	"errors"
	"fmt"
	"time"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/job"
	"tekojentori.fi/tori/internal/postgres"
)

// sendArgs is the job that sends one mail.
type sendArgs struct {
	ID int64 `json:"id"`
}

// Kind is the kind of the job.
func (sendArgs) Kind() string { return "mail" }

// sending is how mails are sent: one at a time, so that a crash between the
// server's yes and our note of it can double one mail at most; soon again
// after a failure, then every minute for an hour, then every ten minutes for
// three days.
func sending() job.Way {
	return job.Way{Queue: "mail", AtATime: 1, Timeout: 3 * time.Minute, Attempts: 500, Wait: func(attempt int) time.Duration {
		switch {
		case attempt <= 5:
			return time.Duration(1<<attempt) * time.Second // 2 to 32 s
		case attempt <= 65:
			return time.Minute
		}
		return 10 * time.Minute
	}}
}

// send hands a mail to the server and notes that it has.
func (o *Outbox) send(ctx context.Context, args sendArgs) error {
	m, err := find(ctx, o.db, args.ID)
	if errors.Is(err, fault.NotFound) {
		return nil // whom it was for has been forgotten
	}
	if err != nil {
		return err
	}
	if m.SentAt != nil {
		return nil
	}
	if !o.isUnsaid(m.ID) {
		if err := o.server.hand(ctx, o.from, m); err != nil {
			return fmt.Errorf("send mail %d: %w", m.ID, err)
		}
	}
	return o.note(ctx, m.ID)
}

// noteTime is how long we try to note that a mail has left, even if the job
// is told to stop.
const noteTime = 15 * time.Second

// note writes down that the mail has left. A mail that could not be noted is
// remembered, so that its next attempt does not send it again.
func (o *Outbox) note(ctx context.Context, id int64) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), noteTime)
	defer cancel()
	for {
		err := postgres.Exec(ctx, o.db, "UPDATE mail_message SET sent_at = $2 WHERE id = $1 AND sent_at IS NULL", id, o.now())
		o.setUnsaid(id, err != nil)
		if err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("note that mail %d has left: %w", id, err)
		case <-time.After(500 * time.Millisecond):
		}
	}
}

func (o *Outbox) isUnsaid(id int64) bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.unsaid[id]
}

func (o *Outbox) setUnsaid(id int64, unsaid bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if unsaid {
		o.unsaid[id] = true
		return
	}
	delete(o.unsaid, id)
}
