package moderation

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/validate"
)

// messagesPerDay is how many one may write: each is a mail to somebody.
const messagesPerDay = 30

// A MessageID names a message.
type MessageID int64

func (id MessageID) String() string { return fmt.Sprintf("message %d", int64(id)) }

// A Message is what those who write an act and the moderators say to each other
// about it, beside the decisions.
type Message struct {
	ID         MessageID
	ActID      act.ID
	ByID       account.ID // 0 for authors, where a moderator wrote
	ByName     string
	FromAuthor bool
	Body       string
	SaidAt     time.Time
	SettledAt  *time.Time // of an author's; nil: it waits for an answer
}

// CanWrite reports whether viewer may write to the others about a: its authors
// and who may decide on it, once it has been sent.
func CanWrite(a act.Act, viewer account.Account) bool {
	return !a.Unsent() && concerns(a, viewer)
}

func concerns(a act.Act, viewer account.Account) bool {
	return a.WrittenBy(viewer) || a.CanReview(viewer)
}

const messageColumns = `
	m.id, m.act_id, m.by_id, coalesce(nullif(a.name, ''), a.email) AS by_name, m.from_author, m.body, m.said_at, m.settled_at
	FROM review_message m JOIN account a ON a.id = m.by_id`

// Messages is what has been said about an act, the oldest first; nothing for
// whom it does not concern. Authors do not read which moderator wrote.
func (s *Service) Messages(ctx context.Context, viewer account.Account, a act.Act) ([]Message, error) {
	if !CanWrite(a, viewer) || !a.CanSee(viewer) {
		return nil, nil
	}
	all, err := postgres.All[Message](ctx, s.db, "SELECT "+messageColumns+" WHERE m.act_id = $1 ORDER BY m.id", a.ID)
	if err != nil {
		return nil, fmt.Errorf("read the messages about %v: %w", a.ID, err)
	}
	if a.WrittenBy(viewer) {
		for i := range all {
			if !all[i].FromAuthor {
				all[i].ByID, all[i].ByName = 0, ""
			}
		}
	}
	return all, nil
}

// Spoken is how much has been said about some acts. Callers see to it that the
// reader writes them.
func (s *Service) Spoken(ctx context.Context, acts []act.Act) (map[act.ID]int, error) {
	ids, counts := make([]act.ID, len(acts)), map[act.ID]int{}
	for i, a := range acts {
		ids[i] = a.ID
	}
	rows, err := postgres.All[struct {
		ActID act.ID
		Count int
	}](ctx, s.db, "SELECT act_id, count(*) AS count FROM review_message WHERE act_id = ANY($1) GROUP BY act_id", ids)
	if err != nil {
		return nil, fmt.Errorf("count messages: %w", err)
	}
	for _, r := range rows {
		counts[r.ActID] = r.Count
	}
	return counts, nil
}

// Write says something about an act to the others: an author to the moderators,
// a moderator to the authors, which settles what they have asked. The same form
// says it once.
func (s *Service) Write(ctx context.Context, by account.Account, id act.ID, formKey, body string) error {
	var p validate.Problems
	p.Text("body", body, limit.Reason)
	return s.talking(ctx, by, id, concerns, func(tx pgx.Tx, a act.Act) error {
		if p.Err() != nil {
			return p.Err()
		}
		today, err := postgres.Value[int](ctx, tx, "SELECT count(*) FROM review_message WHERE by_id = $1 AND said_at > $2", by.ID, s.now().Add(-24*time.Hour))
		if err != nil {
			return err
		}
		if today >= messagesPerDay {
			return fmt.Errorf("write a %dth message in a day: %w", today+1, fault.TooMany)
		}
		author := a.WrittenBy(by)
		made, err := postgres.Values[MessageID](ctx, tx, `
			INSERT INTO review_message (form_key, act_id, by_id, from_author, body, said_at) VALUES ($1::uuid, $2, $3, $4, $5, $6)
			ON CONFLICT (form_key) DO NOTHING RETURNING id`, formKey, id, by.ID, author, body, s.now())
		if err != nil || len(made) == 0 { // by the press before this one
			return err
		}
		if author {
			err = s.tellModeratorsTx(ctx, tx, a, made[0], by, body)
		} else if err = s.settleTx(ctx, tx, id); err == nil {
			err = s.tellAuthorsTx(ctx, tx, a, made[0], body)
		}
		if err != nil {
			return err
		}
		return audit.Record(ctx, tx, by, "write a message", id.String(), "")
	})
}

// Settle says that what the authors of an act have written needs no answer.
func (s *Service) Settle(ctx context.Context, by account.Account, id act.ID) error {
	return s.talking(ctx, by, id, act.Act.CanReview, func(tx pgx.Tx, _ act.Act) error {
		if err := s.settleTx(ctx, tx, id); err != nil {
			return err
		}
		return audit.Record(ctx, tx, by, "settle messages", id.String(), "")
	})
}

func (s *Service) settleTx(ctx context.Context, tx pgx.Tx, id act.ID) error {
	return postgres.Exec(ctx, tx, "UPDATE review_message SET settled_at = $2 WHERE act_id = $1 AND from_author AND settled_at IS NULL", id, s.now())
}

// talking lets fn say something about an act that nobody changes meanwhile, for
// whom may.
func (s *Service) talking(ctx context.Context, by account.Account, id act.ID, may func(act.Act, account.Account) bool, fn func(tx pgx.Tx, a act.Act) error) error {
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		a, err := s.acts.LockTx(ctx, tx, id)
		switch {
		case err != nil:
			return err
		case !a.CanSee(by):
			return fmt.Errorf("write about %v: %w", id, fault.NotFound)
		case !may(a, by):
			return fmt.Errorf("write about %v: %w", id, fault.Forbidden)
		case !CanWrite(a, by):
			return fmt.Errorf("write about %v, which is %s: %w", id, a.Status, fault.Conflict)
		}
		return fn(tx, a)
	})
}

// ForgetTx forgets what a person has written about acts.
func (s *Service) ForgetTx(ctx context.Context, tx pgx.Tx, who account.Account) error {
	if err := postgres.Exec(ctx, tx, "DELETE FROM review_message WHERE by_id = $1", who.ID); err != nil {
		return fmt.Errorf("forget the messages of %v: %w", who.ID, err)
	}
	return nil
}
