package moderation

import (
	"context"
	"fmt"
	"slices"
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

// A Section is the part of an act that a comment is on: the name of its field
// in the form.
type Section string

// Sections is every part of an act that can be commented on, in the order of
// the form.
func Sections() []Section {
	return []Section{
		"organization", "title", "lead", "need", "sectors", "themes", "language", "approach", "stage", "results", "lessons", "tags", "contact_name", "links", "files",
	}
}

// A CommentID names a comment.
type CommentID int64

func (id CommentID) String() string { return fmt.Sprintf("comment %d", int64(id)) }

// A Comment is what a moderator says of one section of one revision. Its
// author reads it when the act has been returned, at its place in the form.
type Comment struct {
	ID            CommentID
	ActID         act.ID
	Revision      int
	Section       Section
	Body          string
	ModeratorID   account.ID
	ModeratorName string
	CreatedAt     time.Time
}

// Comment says something of a section of an act that is under review. The same
// form says it once.
func (s *Service) Comment(ctx context.Context, by account.Account, id act.ID, formKey string, section Section, body string) error {
	var p validate.Problems
	if !slices.Contains(Sections(), section) {
		p.Add("section", validate.Unknown, 0)
	}
	p.Text("body", body, limit.Reason)
	return s.writing(ctx, by, id, p.Err(), func(tx pgx.Tx, a act.Act) error {
		if a.Status != act.InReview {
			return fmt.Errorf("comment on %v, which is %s: %w", id, a.Status, fault.Conflict)
		}
		said, err := postgres.All[struct{ ID CommentID }](ctx, tx, `
			INSERT INTO review_comment (act_id, revision, section, body, moderator_id, created_at, form_key)
			VALUES ($1, $2, $3, $4, $5, $6, $7::uuid)
			ON CONFLICT (form_key) DO NOTHING
			RETURNING id`, id, a.Revision, section, body, by.ID, s.now(), formKey)
		if err != nil || len(said) == 0 {
			return err
		}
		return audit.Record(ctx, tx, by, "comment", id.String(), string(section))
	})
}

// Uncomment takes back a comment of one's own, as long as its author has not
// got it. It is the act that the comment was on.
func (s *Service) Uncomment(ctx context.Context, by account.Account, id CommentID) (act.ID, error) {
	c, err := postgres.One[Comment](ctx, s.db, `SELECT `+commentColumns+` WHERE c.id = $1`, id)
	if err != nil {
		return 0, fmt.Errorf("take back %v: %w", id, err)
	}
	return c.ActID, s.writing(ctx, by, c.ActID, nil, func(tx pgx.Tx, a act.Act) error {
		if c.ModeratorID != by.ID {
			return fmt.Errorf("take back %v of another: %w", id, fault.Forbidden)
		}
		if a.Status != act.InReview || a.Revision != c.Revision {
			return fmt.Errorf("take back %v, which has been sent: %w", id, fault.Conflict)
		}
		if err := postgres.Exec(ctx, tx, "DELETE FROM review_comment WHERE id = $1", id); err != nil {
			return err
		}
		return audit.Record(ctx, tx, by, "take back comment", c.ActID.String(), string(c.Section))
	})
}

const commentColumns = `
	c.id, c.act_id, c.revision, c.section, c.body, c.moderator_id, coalesce(nullif(a.name, ''), a.email) AS moderator_name, c.created_at
	FROM review_comment c JOIN account a ON a.id = c.moderator_id`

// Comments is what viewer may read of the comments on an act as viewer works
// on it, the oldest first: moderators all of them, its author those with which
// it was returned, unsigned, and nobody else any.
func (s *Service) Comments(ctx context.Context, viewer account.Account, a act.Act) ([]Comment, error) {
	answers := a.Status == act.ChangesRequested && a.CanEdit(viewer)
	if !answers && !a.CanReview(viewer) {
		return nil, nil
	}
	all, err := postgres.All[Comment](ctx, s.db, `SELECT `+commentColumns+` WHERE c.act_id = $1 ORDER BY c.id`, a.ID)
	if err != nil {
		return nil, fmt.Errorf("read the comments on %v: %w", a.ID, err)
	}
	if !answers {
		return all, nil
	}
	var own []Comment
	for _, c := range all {
		if c.Revision == a.Revision {
			c.ModeratorID, c.ModeratorName = 0, ""
			own = append(own, c)
		}
	}
	return own, nil
}

// writing lets fn write beside an act that by may decide on, and that nobody
// changes meanwhile. Problems of what is to be written are told to whom may
// write it.
func (s *Service) writing(ctx context.Context, by account.Account, id act.ID, problems error, fn func(tx pgx.Tx, a act.Act) error) error {
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		a, err := s.acts.WorkingTx(ctx, tx, by, id)
		switch {
		case err != nil:
			return err
		case !a.CanSee(by):
			return fmt.Errorf("write beside %v: %w", id, fault.NotFound)
		case !a.CanReview(by):
			return fmt.Errorf("write beside %v: %w", id, fault.Forbidden)
		case problems != nil:
			return problems
		}
		return fn(tx, a)
	})
}
