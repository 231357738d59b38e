package taxonomy

import (
	"context"
	_ "embed"
	"encoding/csv"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/postgres"
)

// The lists as the programme has published them: the sectors of 2020, of 2022
// and of sparring and the themes, with what the other sectors are in the list
// of today.
//
//go:embed terms.csv
var published string

// Load stores the published lists. What an administrator has renamed since
// stays: only missing terms and mappings are added.
func (s *Service) Load(ctx context.Context) error {
	rows, err := csv.NewReader(strings.NewReader(published)).ReadAll()
	if err != nil {
		return fmt.Errorf("terms.csv: %w", err)
	}
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		for i, r := range rows[1:] {
			kind, list, code, slug, fi, sv, en := r[0], r[1], r[2], r[3], r[4], r[5], r[6]
			err := postgres.Exec(ctx, tx, `
				INSERT INTO term (kind, list, code, slug, name_fi, name_sv, name_en, position)
				VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
				ON CONFLICT (list, code) DO NOTHING`, kind, list, code, slug, fi, sv, en, i)
			if err != nil {
				return fmt.Errorf("store the term %s/%s: %w", list, code, err)
			}
			if err := mapTx(ctx, tx, list, code, r[7]); err != nil {
				return err
			}
		}
		return nil
	})
}

// mapTx notes what a term of an older list is in the current one.
func mapTx(ctx context.Context, tx pgx.Tx, list, code, to string) error {
	if to == "" {
		return nil
	}
	err := postgres.Exec(ctx, tx, `
		INSERT INTO term_mapping (from_term, to_term)
		SELECT f.id, t.id
		FROM term f, term t
		WHERE f.list = $1 AND f.code = $2 AND t.list = $3 AND t.code = $4
		ON CONFLICT (from_term) DO NOTHING`, list, code, CurrentSectors, to)
	if err != nil {
		return fmt.Errorf("map the term %s/%s to %s: %w", list, code, to, err)
	}
	return nil
}
