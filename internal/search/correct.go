package search

import (
	"cmp"
	"context"
	"math"
	"slices"
	"unicode/utf8"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/search/query"
)

const (
	// minCorrected is the shortest word that may be mistyped.
	minCorrected = 4
	// corrected is how much a corrected word counts beside the word itself.
	corrected = 0.9
	// maxOthers is how many further corrections are offered.
	maxOthers = 2
)

// correct looks for another word in place of each that was not found.
func (s *finding) correct(ctx context.Context) error {
	var lost []*match
	var typed []string
	for _, m := range s.groups {
		if !m.Minus && !m.strong() && utf8.RuneCountInString(m.Typed) >= minCorrected && !slices.Contains(typed, m.Typed) {
			lost, typed = append(lost, m), append(typed, m.Typed)
		}
	}
	if len(lost) == 0 {
		return nil
	}
	found, err := s.index.similarWords(ctx, typed)
	if err != nil {
		return err
	}
	tiers := map[*match][]query.Tier{}
	for i, m := range lost {
		better := bestWords(m.Typed, found[i], m.Known)
		if len(better) == 0 {
			continue
		}
		m.corrected, m.others = better[0], better[1:min(len(better), maxOthers+1)]
		g := s.builder.Correct(m.corrected)
		m.Also, m.Marks, m.Loose = g.Also, g.Marks, g.Loose
		for _, t := range g.Tiers {
			t.Weight *= corrected
			tiers[m] = append(tiers[m], t)
		}
	}
	return s.look(ctx, tiers)
}

// A found is a word of the vocabulary that may have been meant.
type found struct {
	word  string
	shown string
	df    int
}

// similarWords is candidates for each mistyped word: words with the same
// trigrams, and for short ones, which have few, all words one slip away.
func (x *Index) similarWords(ctx context.Context, typed []string) ([][]found, error) {
	lists := make([][]found, len(typed))
	var slips []string
	var owner []int32
	for i, word := range typed {
		for _, s := range slipsOf(word) {
			slips, owner = append(slips, s), append(owner, int32(i)) //nolint:gosec // few words
		}
	}
	b := &pgx.Batch{}
	b.Queue("SELECT set_config('enable_seqscan', 'off', true), set_config('pg_trgm.similarity_threshold', '0.35', true)")
	b.Queue(`
		SELECT q.n::integer - 1, w.word, w.shown, w.df
		FROM unnest($1::text[]) WITH ORDINALITY AS q (typed, n)
		CROSS JOIN LATERAL (
			SELECT word, shown, df FROM search_word
			WHERE word % q.typed ORDER BY similarity(word, q.typed) DESC, df DESC LIMIT 60) AS w
		UNION
		SELECT q.n, w.word, w.shown, w.df
		FROM unnest($2::text[], $3::integer[]) AS q (slip, n)
		JOIN search_word w ON w.word = q.slip`, typed, slips, owner).Query(func(rows pgx.Rows) error {
		var n int
		var f found
		_, err := pgx.ForEachRow(rows, []any{&n, &f.word, &f.shown, &f.df}, func() error {
			lists[n] = append(lists[n], f)
			return nil
		})
		return err
	})
	err := x.db.Tx(ctx, func(tx pgx.Tx) error { return tx.SendBatch(ctx, b).Close() })
	return lists, err
}

// bestWords is the candidates that are near enough, the likeliest first. A
// word of the dictionary is rarely mistyped, so it changes less.
func bestWords(typed string, candidates []found, known bool) []string {
	limit := 2.0
	if utf8.RuneCountInString(typed) < 6 || known {
		limit = 1
	}
	type ranked struct {
		word string
		cost float64
	}
	var list []ranked
	for _, c := range candidates {
		if c.word == typed {
			continue
		}
		if d := distance(typed, c.word); d <= limit {
			list = append(list, ranked{c.word, d - 0.1*math.Log(float64(c.df))})
		}
	}
	slices.SortFunc(list, func(a, b ranked) int { return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(a.word, b.word)) })
	var words []string
	for _, r := range list {
		if !slices.Contains(words, r.word) {
			words = append(words, r.word)
		}
	}
	return words
}
