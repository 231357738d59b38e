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

// A NoteID names a note.
type NoteID int64

func (id NoteID) String() string { return fmt.Sprintf("note %d", int64(id)) }

// A Note is what moderators tell each other of an act. It is seen by those who
// may decide on the act: not by its author, be that a moderator too.
type Note struct {
	ID            NoteID
	ActID         act.ID
	Body          string
	ModeratorID   account.ID
	ModeratorName string
	CreatedAt     time.Time
}

const noteColumns = `
	n.id, n.act_id, n.body, n.moderator_id, coalesce(nullif(a.name, ''), a.email) AS moderator_name, n.created_at
	FROM review_note n JOIN account a ON a.id = n.moderator_id`

// Note writes a note beside an act. The same form writes it once.
func (s *Service) Note(ctx context.Context, by account.Account, id act.ID, formKey, body string) error {
	var p validate.Problems
	p.Text("body", body, limit.Reason)
	return s.writing(ctx, by, id, p.Err(), func(tx pgx.Tx, _ act.Act) error {
		return postgres.Exec(ctx, tx, `
			INSERT INTO review_note (act_id, body, moderator_id, created_at, form_key) VALUES ($1, $2, $3, $4, $5::uuid)
			ON CONFLICT (form_key) DO NOTHING`, id, body, by.ID, s.now(), formKey)
	})
}

// Unnote removes a note of one's own. It is the act that the note was beside.
func (s *Service) Unnote(ctx context.Context, by account.Account, id NoteID) (act.ID, error) {
	n, err := postgres.One[Note](ctx, s.db, `SELECT `+noteColumns+` WHERE n.id = $1`, id)
	if err != nil {
		return 0, fmt.Errorf("remove %v: %w", id, err)
	}
	return n.ActID, s.writing(ctx, by, n.ActID, nil, func(tx pgx.Tx, _ act.Act) error {
		if n.ModeratorID != by.ID {
			return fmt.Errorf("remove %v of another: %w", id, fault.Forbidden)
		}
		if err := postgres.Exec(ctx, tx, "DELETE FROM review_note WHERE id = $1", id); err != nil {
			return err
		}
		return audit.Record(ctx, tx, by, "remove note", n.ActID.String(), "")
	})
}

// Notes is the notes beside an act, the oldest first; none for whom may not
// decide on it.
func (s *Service) Notes(ctx context.Context, viewer account.Account, a act.Act) ([]Note, error) {
	if !a.CanReview(viewer) || !a.CanSee(viewer) {
		return nil, nil
	}
	notes, err := postgres.All[Note](ctx, s.db, `SELECT `+noteColumns+` WHERE n.act_id = $1 ORDER BY n.id`, a.ID)
	if err != nil {
		return nil, fmt.Errorf("read the notes beside %v: %w", a.ID, err)
	}
	return notes, nil
}
