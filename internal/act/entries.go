package act

import (
	"context"
	"time"

	"tekojentori.fi/tori/internal/postgres"
)

// An Entry is as much of a public act as a feed tells.
type Entry struct {
	Summary
	UpdatedAt time.Time
}

// Entries is the public acts with the ids, in the order of the ids.
func (s *Service) Entries(ctx context.Context, ids []ID) ([]Entry, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	entries, err := postgres.All[Entry](ctx, s.db, `
		SELECT `+summaryColumns+`, a.updated_at
		FROM unnest($1::bigint[]) WITH ORDINALITY AS x(id, n)
		JOIN act a USING (id)
		WHERE a.status IN ('published', 'archived')
		ORDER BY n`, ids)
	return entries, wrap("read", "entries", err)
}

// An Address is where a published act is read, and when it last changed.
type Address struct {
	Slug      string
	UpdatedAt time.Time
}

// Addresses is the published acts, the oldest first, so that a new one moves
// none. Archived ones are read by link, not found.
func (s *Service) Addresses(ctx context.Context, offset, limit int) ([]Address, error) {
	addresses, err := postgres.All[Address](ctx, s.db, `
		SELECT slug, updated_at FROM act WHERE status = 'published' ORDER BY id OFFSET $1 LIMIT $2`, offset, limit)
	return addresses, wrap("list", "addresses", err)
}
