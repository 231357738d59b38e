package search

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"tekojentori.fi/tori/internal/search/query"
)

// A Query is what a reader asks for.
type Query struct {
	Text string
	Lang string // of the page: fi, sv or en
	// Typing tells that the reader is still at it: no word is taken for
	// mistyped.
	Typing bool
}

// A Result is what was found, the best first.
type Result struct {
	Hits        []int64        // the ids of the acts; not nil, for a search without hits is not the same as none
	Filed       map[int64]bool // of Hits, those with a word of the query that stands in an attached document alone
	Whole       int            // so many of Hits meet every word
	Partial     bool           // there are hits that meet only some of the words
	Corrected   string         // the query that was answered, when a word seemed mistyped
	Suggestions []string       // other queries that may have been meant
	Also        []string       // synonyms that were looked for as well
	Marks       query.Marks    // what to mark in the texts
	Cut         bool           // the query was too long, its end was left out
}

const (
	// fewWhole is how many acts that meet every word are too few, so that
	// acts that meet some of them are shown too.
	fewWhole = 5
	// page is how many acts fill the first page; with less, words are also
	// looked for by what is related to their synonyms.
	page = 10
	// fewHits is when a word is also looked for by its parts alone.
	fewHits = 2
	// enough is how much of the weight of a query an act must meet to be
	// shown among those that meet some of it.
	enough = 0.3
)

// Find answers a query. A query without any word finds nothing; no text makes
// it fail.
func (x *Index) Find(ctx context.Context, q Query) (Result, error) {
	known, err := x.knowledge(ctx)
	if err != nil {
		return Result{}, fmt.Errorf("find acts: %w", err)
	}
	return x.findWith(ctx, q, known)
}

// findWith is Find with what is known of the words.
func (x *Index) findWith(ctx context.Context, q Query, known knowledge) (Result, error) {
	builder := query.Builder{Analyzer: x.analyzer, Synonyms: known.synonyms}
	built := builder.Build(q.Text, q.Lang)
	if len(built.Groups) == 0 {
		return Result{Hits: []int64{}, Cut: built.Cut}, nil
	}
	s := finding{index: x, builder: builder, groups: newMatches(built.Groups), source: x.source(), typing: q.Typing}
	defer s.source.done()
	if err := s.search(ctx, known); err != nil {
		return Result{}, fmt.Errorf("find acts: %w", err)
	}
	var result Result
	s.source.view(func(hits []int64, recent []int32) { result = rank(s.groups, hits, recent, known.acts) })
	result.Cut = built.Cut
	s.describe(&result, q)
	return result, nil
}

// A finding is one query on its way.
type finding struct {
	index   *Index
	builder query.Builder
	groups  []*match
	source  source
	typing  bool
}

// search looks for the groups, then for what has not been found in other ways.
func (s *finding) search(ctx context.Context, known knowledge) error {
	tiers := map[*match][]query.Tier{}
	for _, m := range s.groups {
		tiers[m] = m.Tiers
	}
	if err := s.look(ctx, tiers); err != nil {
		return err
	}
	if !s.typing {
		if err := s.correct(ctx, known); err != nil {
			return err
		}
	}
	loose := map[*match][]query.Tier{}
	oneTerm := !slices.ContainsFunc(s.groups, func(m *match) bool { return !m.OfTerm && !m.Minus })
	for _, m := range s.groups {
		few := m.count() <= fewHits
		// several words find enough, unless they are one term or this one finds next to nothing
		if few || oneTerm || m.most() < page && len(s.groups) == 1 {
			loose[m] = m.Distant
		}
		if few && !m.Minus {
			loose[m] = slices.Concat(loose[m], m.Loose)
		}
	}
	if err := s.look(ctx, loose); err != nil {
		return err
	}
	for m := range loose {
		m.weighLoose(known.acts)
	}
	if s.typing || slices.ContainsFunc(s.groups, func(m *match) bool { return len(m.tiers) > 0 && !m.Minus }) {
		return nil
	}
	return s.guess(ctx)
}

// look fetches the acts of tiers and adds them to their matches.
func (s *finding) look(ctx context.Context, tiers map[*match][]query.Tier) error {
	n := 0
	for _, asked := range tiers {
		n += len(asked)
	}
	exprs := make([]*query.Expr, 0, n)
	for _, m := range s.groups { // in order, for maps have none
		for i := range tiers[m] {
			exprs = append(exprs, &tiers[m][i].Expr)
		}
	}
	if len(exprs) == 0 {
		return nil
	}
	found, err := s.source.find(ctx, exprs)
	if err != nil {
		return err
	}
	for _, m := range s.groups {
		for i := range tiers[m] {
			if n := found[0].Len(); n > 0 {
				m.tiers = append(m.tiers, tier{&tiers[m][i], found[0], n})
			}
			found = found[1:]
		}
	}
	return nil
}

// describe tells the reader how the query was understood.
func (s *finding) describe(r *Result, q Query) {
	text := q.Text
	r.Also = s.also(q.Lang)
	for _, m := range s.groups {
		if m.Minus {
			continue
		}
		m.mark(&r.Marks)
		if m.corrected != "" {
			base := text
			if r.Corrected != "" {
				base = r.Corrected
			}
			r.Corrected = replaceWord(base, m.Typed, m.corrected)
		}
		for _, other := range m.others {
			r.Suggestions = append(r.Suggestions, replaceWord(text, m.Typed, other))
		}
	}
}

// replaceWord puts a word in place of another, which is in lower case.
func replaceWord(text, typed, word string) string {
	lower := strings.ToLower(text)
	if i := strings.Index(lower, typed); i >= 0 && len(lower) == len(text) {
		return text[:i] + word + text[i+len(typed):]
	}
	return strings.Replace(lower, typed, word, 1)
}
