package redirect

import (
	"context"
	"strings"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/postgres"
)

// repository reads act beside its own tables: an old address is looked up on
// every page that is not found, and one statement must do.
type repository struct{ q postgres.Querier }

type target struct{ Path, Slug string }

// find is where the first of keys leads that leads somewhere public: what an
// admin has said goes before what came with the acts, and that before an
// address that is one of today but for its capitals or a slash too many.
func (r repository) find(ctx context.Context, keys []string, slug string) ([]target, error) {
	return postgres.All[target](ctx, r.q, `
		SELECT c.path, coalesce(CASE WHEN a.status = 'merged' THEN m.slug ELSE a.slug END, '') AS slug
		FROM (SELECT 1 AS rank, key, act_id, path FROM redirect WHERE key = ANY($1)
		      UNION ALL
		      SELECT 2, key, act_id, '' FROM act_legacy_url WHERE key = ANY($1)
		      UNION ALL
		      SELECT 3, '', id, '' FROM act WHERE slug = $2) c
		LEFT JOIN act a ON a.id = c.act_id
		LEFT JOIN act m ON m.id = a.merged_into
		WHERE c.act_id IS NULL OR a.status IN ('published', 'archived') OR m.status IN ('published', 'archived')
		ORDER BY array_position($1, c.key), c.rank, a.id
		LIMIT 1`, keys, slug)
}

func (r repository) targets(ctx context.Context) ([]Target, error) {
	return postgres.All[Target](ctx, r.q, `
		SELECT r.key, CASE WHEN r.act_id IS NULL THEN r.path ELSE '/katso/' || a.slug END AS path, r.created_at
		FROM redirect r
		LEFT JOIN act a ON a.id = r.act_id
		ORDER BY r.created_at DESC, r.key
		LIMIT 500`)
}

// point keeps where an address leads. A path of an act is kept as the act, so
// that it leads nowhere once the act is hidden.
func (r repository) point(ctx context.Context, key, path string, by account.ID) error {
	slug, isAct := strings.CutPrefix(path, "/katso/")
	var actID *int64
	if isAct {
		ids, err := postgres.Values[int64](ctx, r.q, "SELECT id FROM act WHERE slug = $1 AND status IN ('published', 'archived')", slug)
		if err != nil {
			return err
		}
		if len(ids) == 0 {
			return fault.NotFound
		}
		actID, path = &ids[0], ""
	}
	err := postgres.Exec(ctx, r.q, `
		INSERT INTO redirect (key, act_id, path, created_by) VALUES ($1, $2, $3, $4)
		ON CONFLICT (key) DO UPDATE
		SET act_id = excluded.act_id, path = excluded.path, created_by = excluded.created_by, created_at = now()`, key, actID, path, by)
	if err != nil {
		return err
	}
	return r.forget(ctx, key)
}

func (r repository) drop(ctx context.Context, key string) error {
	return postgres.Exec(ctx, r.q, "DELETE FROM redirect WHERE key = $1", key)
}

func (r repository) forget(ctx context.Context, key string) error {
	return postgres.Exec(ctx, r.q, "DELETE FROM missed_address WHERE key = $1", key)
}

func (r repository) missed(ctx context.Context, since time.Time, limit int) ([]Missed, error) {
	return postgres.All[Missed](ctx, r.q, `
		SELECT key, sum(hits)::integer AS hits, max(day)::timestamptz AS last
		FROM missed_address
		WHERE day >= $1::date
		GROUP BY key
		ORDER BY hits DESC, last DESC, key
		LIMIT $2`, since, limit)
}

// count adds counts to those of the day. Once the day has its fill, only
// addresses that it has are counted. Of scripts it takes only those of which an
// old address is known that differs in what it asks for.
func (r repository) count(ctx context.Context, day time.Time, counts map[string]int, most int, scripts bool) error {
	if len(counts) == 0 {
		return nil
	}
	keys, hits := make([]string, 0, len(counts)), make([]int32, 0, len(counts))
	for key, n := range counts {
		keys, hits = append(keys, key), append(hits, int32(min(n, 1_000_000)))
	}
	return postgres.Exec(ctx, r.q, `
		INSERT INTO missed_address AS m (day, key, hits)
		SELECT $1::date, t.key, t.hits
		FROM unnest($2::text[], $3::integer[]) AS t (key, hits)
		WHERE ((SELECT count(*) FROM missed_address WHERE day = $1::date) < $4
		       OR EXISTS (SELECT FROM missed_address x WHERE x.day = $1::date AND x.key = t.key))
		  AND (NOT $5 OR split_part(t.key, '?', 1) IN (
		       SELECT split_part(key, '?', 1) FROM act_legacy_url UNION ALL SELECT split_part(key, '?', 1) FROM redirect))
		ON CONFLICT (day, key) DO UPDATE SET hits = m.hits + excluded.hits`, day, keys, hits, most, scripts)
}

func (r repository) sweep(ctx context.Context, before time.Time) error {
	return postgres.Exec(ctx, r.q, "DELETE FROM missed_address WHERE day < $1::date", before)
}
