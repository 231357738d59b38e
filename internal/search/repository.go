package search

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"tekojentori.fi/tori/internal/postgres"
)

// repository is the SQL that changes the tables of the index.
type repository struct{ q postgres.Querier }

// lock makes writers of the index wait for each other until the transaction
// ends: they all count the same words.
func (r repository) lock(ctx context.Context) error {
	return postgres.Exec(ctx, r.q, "SELECT pg_advisory_xact_lock(hashtext('search'))")
}

// delete removes acts and returns their words.
func (r repository) delete(ctx context.Context, actIDs []int64) ([]words, error) {
	return postgres.All[words](ctx, r.q, `
		DELETE FROM act_search WHERE act_id = ANY($1) RETURNING language, words`, actIDs)
}

// hold lets entries of the GIN indexes wait, and tidy sorts them in.
func (r repository) hold(ctx context.Context) error {
	return postgres.Exec(ctx, r.q, "SELECT set_config('gin_pending_list_limit', '262144', true)")
}

func (r repository) tidy(ctx context.Context) error {
	return postgres.Exec(ctx, r.q, "SELECT gin_clean_pending_list('act_search_tsv'), gin_clean_pending_list('search_word_trigrams')")
}

// bury notes that acts are gone, for the copies of the index in memory.
func (r repository) bury(ctx context.Context, actIDs []int64) error {
	return postgres.Exec(ctx, r.q, `
		INSERT INTO act_search_gone (act_id) SELECT DISTINCT unnest($1::bigint[])
		ON CONFLICT (act_id) DO UPDATE SET changed = excluded.changed`, actIDs)
}

// raise takes back that acts are gone.
func (r repository) raise(ctx context.Context, actIDs []int64) error {
	return postgres.Exec(ctx, r.q, "DELETE FROM act_search_gone WHERE act_id = ANY($1)", actIDs)
}

// insert adds rows. The words of each come as one text, for unnest would
// flatten a list of lists.
func (r repository) insert(ctx context.Context, rows []*row, version string) error {
	n := len(rows)
	ids, hits := make([]int64, n), make([]int64, n)
	langs, tsvs, words := make([]string, n), make([]string, n), make([]string, n)
	title, text := make([]int32, n), make([]int32, n)
	for i, x := range rows {
		ids[i], hits[i], langs[i], tsvs[i] = x.actID, x.hit, x.lang, x.tsv
		words[i] = strings.Join(x.words, " ")
		title[i], text[i] = int32(x.title), int32(x.text) // bounded by maxWords
	}
	return postgres.Exec(ctx, r.q, `
		INSERT INTO act_search (act_id, hit, language, tsv, words, title_words, text_words, analyzer_version)
		SELECT act_id, hit, language, tsv::tsvector, string_to_array(words, ' '), title, text, $8
		FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::integer[], $7::integer[])
			AS t (act_id, hit, language, tsv, words, title, text)`,
		ids, hits, langs, tsvs, words, title, text, version)
}

// changeWords counts words up and down and drops those that no act has.
func (r repository) changeWords(ctx context.Context, changes vocabulary) error {
	var keys []wordKey
	var gone []string
	for key, c := range changes {
		if c.df != 0 || c.kind != 0 {
			keys = append(keys, key)
		}
		if c.df < 0 {
			gone = append(gone, key.word)
		}
	}
	slices.SortFunc(keys, func(a, b wordKey) int {
		return cmp.Or(strings.Compare(a.word, b.word), strings.Compare(a.lang, b.lang))
	})
	for part := range slices.Chunk(keys, 2_000) {
		if err := r.count(ctx, part, changes); err != nil {
			return err
		}
	}
	if len(gone) == 0 {
		return nil
	}
	return postgres.Exec(ctx, r.q, "DELETE FROM search_word WHERE word = ANY($1) AND df <= 0", gone)
}

func (r repository) count(ctx context.Context, keys []wordKey, changes vocabulary) error {
	n := len(keys)
	words, langs, shown := make([]string, n), make([]string, n), make([]string, n)
	kinds, dfs := make([]int16, n), make([]int32, n)
	for i, key := range keys {
		c := changes[key]
		words[i], langs[i], shown[i], kinds[i], dfs[i] = key.word, key.lang, c.shown, c.kind, c.df
		if c.kind == 0 { // only goes down, so the row is there and keeps its kind
			kinds[i] = asWritten
		}
	}
	return postgres.Exec(ctx, r.q, `
		INSERT INTO search_word AS w (word, language, kind, shown, df)
		SELECT word, language, kind, shown, df
		FROM unnest($1::text[], $2::text[], $3::smallint[], $4::text[], $5::integer[])
			AS t (word, language, kind, shown, df)
		ON CONFLICT (word, language) DO UPDATE
		SET df = w.df + excluded.df,
		    shown = CASE WHEN excluded.kind < w.kind THEN excluded.shown ELSE w.shown END,
		    kind = least(w.kind, excluded.kind)`, words, langs, kinds, shown, dfs)
}

func (r repository) stale(ctx context.Context, version string, limit int) ([]int64, error) {
	return postgres.Values[int64](ctx, r.q, `
		SELECT act_id FROM act_search WHERE analyzer_version <> $1 ORDER BY act_id LIMIT $2`, version, limit)
}
