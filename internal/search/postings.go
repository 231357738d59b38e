package search

import (
	"context"
	"encoding/binary"

	"github.com/jackc/pgx/v5"
)

// postings is the acts that each tsquery matches, in one round trip after the
// BEGIN. A sequential scan would read every act_search.tsv from the TOAST,
// which the planner takes for free, so it is off. The acts come as one string
// of bytes for each tsquery: nothing else is as cheap to make and to read.
func (x *Index) postings(ctx context.Context, queries []string) ([][]int64, error) {
	found := make([][]int64, len(queries))
	b := &pgx.Batch{}
	b.Queue("SELECT set_config('enable_seqscan', 'off', true)")
	b.Queue(`
		SELECT q.n, (SELECT string_agg(int8send(a.hit), ''::bytea) FROM act_search a WHERE a.tsv @@ q.query::tsquery)
		FROM unnest($1::text[]) WITH ORDINALITY AS q (query, n)`, queries).Query(func(rows pgx.Rows) error {
		var n int64
		var packed []byte
		_, err := pgx.ForEachRow(rows, []any{&n, &packed}, func() error {
			found[n-1] = unpack(packed)
			return nil
		})
		return err
	})
	err := x.db.Tx(ctx, func(tx pgx.Tx) error { return tx.SendBatch(ctx, b).Close() })
	return found, err
}

func unpack(packed []byte) []int64 {
	hits := make([]int64, 0, len(packed)/8)
	for ; len(packed) >= 8; packed = packed[8:] {
		hits = append(hits, int64(binary.BigEndian.Uint64(packed))) //nolint:gosec // as int8send packs it
	}
	return hits
}
