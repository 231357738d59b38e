package main

import (
	"context"
	"strconv"

	"tekojentori.fi/tori/internal/postgres"
)

// waiting is how many acts the moderators have in the queue: fifty times what
// a day of an autumn campaign brings.
const waiting = 5_000

// queueUp lets acts wait for the moderators, beside those that are out.
func queueUp(ctx context.Context, database string) error {
	db, err := postgres.Open(ctx, database, postgres.StatementTimeout(0))
	if err != nil {
		return err
	}
	defer db.Close()
	return postgres.Exec(ctx, db, `
		INSERT INTO act (ref, status, stage, language, title, lead, need, approach, results, organization_id, slug, submitted_at, revision)
		SELECT 'jono-' || id, 'submitted', stage, language, title, lead, need, approach, results, organization_id, 'jono-' || id, now() - (id % 240) * interval '1 hour', 1
		FROM act ORDER BY id LIMIT $1`, waiting)
}

// queued is the pages of the queue, one after the other.
func queued(n int) string { return "/moderointi?sivu=" + strconv.Itoa(n%(waiting/40)+1) }
