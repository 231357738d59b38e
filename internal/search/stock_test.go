package search_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/search"
)

// stockIndex is the same acts as PostgreSQL indexes them by itself, and how
// many it finds.
func stockIndex(b *testing.B, db *postgres.DB, docs []search.Document) ask {
	b.Helper()
	begun := time.Now()
	patiently(b, db, "CREATE TABLE stock (id bigint, tsv tsvector)")
	for part := range slices.Chunk(docs, 1_000) {
		ids, titles, texts := make([]int64, len(part)), make([]string, len(part)), make([]string, len(part))
		for i, d := range part {
			ids[i], titles[i], texts[i] = d.ActID, d.Title, strings.Join(append(slices.Clone(d.Names), d.Body...), " ")
		}
		patiently(b, db, `
			INSERT INTO stock
			SELECT id, setweight(to_tsvector('finnish', title), 'A') || to_tsvector('finnish', body)
			FROM unnest($1::bigint[], $2::text[], $3::text[]) AS t (id, title, body)`, ids, titles, texts)
	}
	patiently(b, db, "CREATE INDEX ON stock USING gin (tsv)")
	patiently(b, db, "ANALYZE stock")
	fmt.Printf("PostgreSQL's own index %d MB, built in %.0f s\n", megabytes(b, db, "stock"), time.Since(begun).Seconds())
	return func(text string) (int, error) {
		found, err := postgres.Values[int64](b.Context(), db, `
			SELECT id FROM stock, websearch_to_tsquery('finnish', $1) AS q WHERE tsv @@ q ORDER BY ts_rank(tsv, q) DESC, id`, text)
		return len(found), err
	}
}
