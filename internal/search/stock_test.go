package search_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/search"
)

// stockIndex is the same acts as PostgreSQL indexes them by itself, and how
// many it finds.
func stockIndex(b *testing.B, db *postgres.DB, docs []search.Document) func(*testing.B, string) int {
	b.Helper()
	begin := time.Now()
	if err := postgres.Exec(b.Context(), db, "CREATE TABLE stock (id bigint, tsv tsvector)"); err != nil {
		b.Fatal(err)
	}
	for part := range slices.Chunk(docs, 1_000) {
		ids, titles, texts := make([]int64, len(part)), make([]string, len(part)), make([]string, len(part))
		for i, d := range part {
			ids[i], titles[i], texts[i] = d.ActID, d.Title, strings.Join(append(slices.Clone(d.Names), d.Body...), " ")
		}
		if err := postgres.Exec(b.Context(), db, `
			INSERT INTO stock
			SELECT id, setweight(to_tsvector('finnish', title), 'A') || to_tsvector('finnish', body)
			FROM unnest($1::bigint[], $2::text[], $3::text[]) AS t (id, title, body)`, ids, titles, texts); err != nil {
			b.Fatal(err)
		}
	}
	if err := postgres.Exec(b.Context(), db, "CREATE INDEX ON stock USING gin (tsv); ANALYZE stock"); err != nil {
		b.Fatal(err)
	}
	b.Logf("stock PostgreSQL: built in %v, %d MB", time.Since(begin), megabytes(b, db, "stock"))
	return func(b *testing.B, text string) int {
		found, err := postgres.Values[int64](b.Context(), db, `
			SELECT id FROM stock, websearch_to_tsquery('finnish', $1) AS q WHERE tsv @@ q ORDER BY ts_rank(tsv, q) DESC, id`, text)
		if err != nil {
			b.Fatal(err)
		}
		return len(found)
	}
}
