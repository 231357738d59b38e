package search

import (
	"context"
	"iter"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/search/query"
	"tekojentori.fi/tori/internal/search/synonym"
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
func (s *finding) correct(ctx context.Context, known knowledge) error {
	var lost []*match
	var typed []string
	for _, m := range s.groups {
		if !m.Minus && (!m.strong() || s.doubtful(m)) && utf8.RuneCountInString(m.Typed) >= minCorrected && !slices.Contains(typed, m.Typed) {
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
	meant := map[*match][]candidate{}
	for i, m := range lost {
		if s.index.Full() && known.synonyms.Has(m.Typed) {
			continue // bullying is no mistyped billing
		}
		better := s.better(m, found[i], known)
		if len(better) == 0 {
			continue
		}
		if m.Known && len(m.Loose) == 0 || len(m.Also) > 0 || m.has(query.Filed) { // a real word that no act has: only ask
			m.others = append([]string{better[0].word}, s.index.others(better, 0)...)
			m.others = m.others[:min(len(m.others), maxOthers)]
			continue
		}
		meant[m] = better[:min(len(better), maxOthers+1)]
	}
	return s.takeAnother(ctx, meant)
}

// takeAnother looks for the likeliest of the words that may have been meant, and
// for the next one as long as no act has it: a word that is only among the
// synonyms may be in none. When it is the only word of the query, what is
// distantly related to them comes after all of them.
func (s *finding) takeAnother(ctx context.Context, meant map[*match][]candidate) error {
	for _, distant := range []bool{false, true} {
		for at := range maxOthers + 1 {
			tiers := map[*match][]query.Tier{}
			for m, words := range meant {
				if at >= len(words) || distant && len(s.groups) > 1 {
					continue
				}
				tiers[m] = s.take(m, words, at)
				if distant {
					tiers[m], m.Distant = m.Distant, nil
				}
			}
			if err := s.look(ctx, tiers); err != nil {
				return err
			}
			maps.DeleteFunc(meant, func(m *match, _ []candidate) bool { return m.strong() })
		}
	}
	for m, words := range meant {
		s.take(m, words, 0)
	}
	return nil
}

// take puts one of some words in place of a mistyped one, and is its tiers.
func (s *finding) take(m *match, words []candidate, at int) []query.Tier {
	m.corrected, m.others = words[at].word, s.index.others(words, at)
	g := s.builder.Correct(m.corrected)
	m.Also, m.Marks, m.Pieces, m.Loose, m.Distant = g.Also, g.Marks, g.Pieces, g.Loose, g.Distant
	for i := range g.Tiers {
		g.Tiers[i].Weight *= corrected
	}
	return g.Tiers
}

// better is the words that may have been meant, the likeliest first.
func (s *finding) better(m *match, candidates []found, known knowledge) []candidate {
	if m.strong() {
		return bestWords(m.Typed, slices.Values(s.index.unlike(m, candidates)), true)
	}
	words := bestWords(m.Typed, slices.Values(candidates), m.Known)
	if len(words) == 0 && !m.Known {
		words = bestWords(m.Typed, termsOf(known.synonyms), false)
	}
	return words
}

// termsOf is the synonyms that a mistyped word may have meant though no act has
// them: what they stand for may be there.
func termsOf(synonyms *synonym.Set) iter.Seq[found] {
	return func(yield func(found) bool) {
		for word := range synonyms.Words() {
			if !strings.Contains(word, "-") && !yield(found{word: word, df: 1}) {
				return
			}
		}
	}
}

// doubtful reports whether a word may be mistyped though its stem was found:
// without the dictionary kirjasot has the stem of kirjasimme.
func (s *finding) doubtful(m *match) bool {
	return !s.index.Full() && m.has(query.Exact) && utf8.RuneCountInString(m.Typed) > minCorrected
}

// unlike is the candidates that are commoner than what was found of a doubtful
// word: none when it stands in a text, or another form of it one slip away.
func (x *Index) unlike(m *match, candidates []found) []found {
	stem := x.analyzer.Word("fi", m.Typed).Lexemes
	for _, c := range candidates {
		if c.word == m.Typed || slices.Equal(x.analyzer.Word("fi", c.word).Lexemes, stem) && distance(m.Typed, c.word) <= 1 {
			return nil
		}
	}
	n := 0
	for _, t := range m.tiers {
		if t.Kind == query.Exact {
			n = max(n, t.n)
		}
	}
	first, _ := utf8.DecodeRuneInString(m.Typed)
	return slices.DeleteFunc(slices.Clone(candidates), func(c found) bool { return c.df <= n || !strings.HasPrefix(c.word, string(first)) })
}

// A found is a word of the vocabulary that may have been meant.
type found struct {
	word   string
	df     int
	unseen bool // no act has this very form, only another of the same word
}

// similarWords is candidates for each mistyped word: words with the same
// trigrams, and the words one slip away, in any form that the dictionary knows.
func (x *Index) similarWords(ctx context.Context, typed []string) ([][]found, error) {
	lists := make([][]found, len(typed))
	var probes, forms []string
	var owner []int32
	for i, word := range typed {
		for _, s := range x.slips(word) {
			probes, forms, owner = append(probes, s.lemma), append(forms, s.form), append(owner, int32(i))
		}
	}
	b := &pgx.Batch{}
	b.Queue("SELECT set_config('enable_seqscan', 'off', true), set_config('pg_trgm.similarity_threshold', '0.35', true)")
	b.Queue(`
		SELECT q.n::integer - 1, w.word, w.df, false
		FROM unnest($1::text[]) WITH ORDINALITY AS q (typed, n)
		CROSS JOIN LATERAL (
			SELECT word, df FROM search_word
			WHERE word % q.typed ORDER BY similarity(word, q.typed) DESC, df DESC LIMIT 60) AS w
		UNION
		SELECT q.n, q.form, w.df, q.form <> w.word
		FROM unnest($2::text[], $3::text[], $4::integer[]) AS q (probe, form, n)
		JOIN search_word w ON w.word = q.probe`, typed, probes, forms, owner).Query(func(rows pgx.Rows) error {
		var n int
		var f found
		_, err := pgx.ForEachRow(rows, []any{&n, &f.word, &f.df, &f.unseen}, func() error {
			lists[n] = append(lists[n], f)
			return nil
		})
		return err
	})
	err := x.db.Tx(ctx, func(tx pgx.Tx) error { return tx.SendBatch(ctx, b).Close() })
	return lists, err
}
