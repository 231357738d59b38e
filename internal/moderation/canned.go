package moderation

import (
	"context"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/validate"
)

// A CannedID names a canned text.
type CannedID int64

func (id CannedID) String() string { return fmt.Sprintf("canned text %d", int64(id)) }

// A Canned is a text that moderators begin their reasons with. It is said in
// the language of the act.
type Canned struct {
	ID                     CannedID
	Name                   string // among moderators
	BodyFi, BodySv, BodyEn string
	Version                int // counts changes, to notice two editors
}

// Body is the text in a language.
func (c Canned) Body(lang string) string {
	return i18n.T(c.BodyFi, c.BodySv, c.BodyEn).To(i18n.Lang(lang))
}

// Check is nil or every problem, in the order of the form.
func (c Canned) Check() error {
	var p validate.Problems
	p.Text("name", c.Name, limit.CannedName)
	p.Text("body_fi", c.BodyFi, limit.Reason)
	p.Text("body_sv", c.BodySv, limit.Reason)
	p.Text("body_en", c.BodyEn, limit.Reason)
	return p.Err()
}

const cannedColumns = "id, name, body_fi, body_sv, body_en, version FROM canned_text"

// CannedTexts is every canned text, by name.
func (s *Service) CannedTexts(ctx context.Context, viewer account.Account) ([]Canned, error) {
	if !viewer.Moderates() {
		return nil, fmt.Errorf("read canned texts: %w", fault.Forbidden)
	}
	all, err := postgres.All[Canned](ctx, s.db, "SELECT "+cannedColumns+" ORDER BY lower(name), id")
	if err != nil {
		return nil, fmt.Errorf("read canned texts: %w", err)
	}
	return all, nil
}

// CannedText is one of them.
func (s *Service) CannedText(ctx context.Context, viewer account.Account, id CannedID) (Canned, error) {
	if !viewer.Moderates() {
		return Canned{}, fmt.Errorf("read %v: %w", id, fault.Forbidden)
	}
	c, err := postgres.One[Canned](ctx, s.db, "SELECT "+cannedColumns+" WHERE id = $1", id)
	if err != nil {
		return c, fmt.Errorf("read %v: %w", id, err)
	}
	return c, nil
}

// AddCanned makes a canned text. The same form makes one.
func (s *Service) AddCanned(ctx context.Context, by account.Account, formKey string, c Canned) error {
	return s.tendCanned(ctx, by, "add canned text", c, func(tx pgx.Tx) (string, error) {
		ids, err := postgres.Values[CannedID](ctx, tx, `
			INSERT INTO canned_text (name, body_fi, body_sv, body_en, form_key) VALUES ($1, $2, $3, $4, $5::uuid)
			ON CONFLICT (form_key) DO NOTHING
			RETURNING id`, c.Name, c.BodyFi, c.BodySv, c.BodyEn, formKey)
		if err != nil || len(ids) == 0 { // by the press before this one
			return "", err
		}
		return ids[0].String(), nil
	})
}

// ChangeCanned changes a canned text, of the version that the moderator saw.
func (s *Service) ChangeCanned(ctx context.Context, by account.Account, c Canned) error {
	return s.tendCanned(ctx, by, "change canned text", c, func(tx pgx.Tx) (string, error) {
		before, err := postgres.One[Canned](ctx, tx, "SELECT "+cannedColumns+" WHERE id = $1 FOR UPDATE", c.ID)
		if err != nil {
			return "", err
		}
		if before.Version != c.Version {
			return "", fmt.Errorf("version %d of %v, which is at %d: %w", c.Version, c.ID, before.Version, fault.Conflict)
		}
		return c.ID.String(), postgres.Exec(ctx, tx, `
			UPDATE canned_text SET name = $2, body_fi = $3, body_sv = $4, body_en = $5, version = version + 1 WHERE id = $1`,
			c.ID, c.Name, c.BodyFi, c.BodySv, c.BodyEn)
	})
}

// DropCanned removes a canned text, if it is there. Reasons that began with it
// stay as they were sent.
func (s *Service) DropCanned(ctx context.Context, by account.Account, id CannedID) error {
	if !by.Moderates() {
		return fmt.Errorf("drop %v: %w", id, fault.Forbidden)
	}
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		names, err := postgres.Values[string](ctx, tx, "DELETE FROM canned_text WHERE id = $1 RETURNING name", id)
		if err != nil || len(names) == 0 {
			return err
		}
		return audit.Record(ctx, tx, by, "drop canned text", id.String(), names[0])
	})
}

// tendCanned checks a canned text and writes it with its audit entry; no
// subject is no change.
func (s *Service) tendCanned(ctx context.Context, by account.Account, verb string, c Canned, write func(tx pgx.Tx) (subject string, err error)) error {
	if !by.Moderates() {
		return fmt.Errorf("%s: %w", verb, fault.Forbidden)
	}
	c.Name = strings.TrimSpace(c.Name)
	if err := c.Check(); err != nil {
		return err
	}
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		subject, err := write(tx)
		if err != nil || subject == "" {
			return err
		}
		return audit.Record(ctx, tx, by, verb, subject, c.Name)
	})
}
