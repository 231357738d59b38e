package search

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/search/synonym"
)

// A SynonymRow is a group that an admin has added, or a built-in one that an
// admin has switched off.
type SynonymRow struct {
	ID   int64
	Line string
	Off  bool
}

// Synonyms is what the admins have changed, the newest first.
func (x *Index) Synonyms(ctx context.Context) ([]SynonymRow, error) {
	rows, err := postgres.All[SynonymRow](ctx, x.db, `SELECT id, line, off FROM synonyms ORDER BY id DESC`)
	if err != nil {
		return nil, fmt.Errorf("synonyms: %w", err)
	}
	return rows, nil
}

// AddSynonymTx adds a group: "a | b" both ways, "a > b" one way, "a ~ b"
// related. A line that is none is a fault.BadRequest.
func (x *Index) AddSynonymTx(ctx context.Context, tx pgx.Tx, line string) error {
	if len(synonym.Parse(line)) != 1 {
		return fmt.Errorf("synonym %q: %w", line, fault.BadRequest)
	}
	err := postgres.Exec(ctx, tx, `INSERT INTO synonyms (line) VALUES ($1) ON CONFLICT (line) DO NOTHING`, line)
	if err != nil {
		return fmt.Errorf("add synonym: %w", err)
	}
	return nil
}

// SwitchOffTx switches off a built-in group, named by its key.
func (x *Index) SwitchOffTx(ctx context.Context, tx pgx.Tx, key string) error {
	err := postgres.Exec(ctx, tx, `INSERT INTO synonyms (line, off) VALUES ($1, true) ON CONFLICT (line) DO NOTHING`, key)
	if err != nil {
		return fmt.Errorf("switch off synonym: %w", err)
	}
	return nil
}

// DropSynonymTx takes back an added group or a switching off.
func (x *Index) DropSynonymTx(ctx context.Context, tx pgx.Tx, id int64) error {
	if err := postgres.Exec(ctx, tx, `DELETE FROM synonyms WHERE id = $1`, id); err != nil {
		return fmt.Errorf("drop synonym: %w", err)
	}
	return nil
}
