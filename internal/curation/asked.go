package curation

import (
	"context"
	"fmt"
	"sync"
	"time"
	"unicode/utf8"

	"tekojentori.fi/tori/internal/personal"
	"tekojentori.fi/tori/internal/postgres"
)

const (
	askedAtATime = 2_000 // different queries between two writings
	askedADay    = 5_000 // different queries that are kept of a day
	shownAsked   = 50
	reported     = 90 * 24 * time.Hour
	keptMonths   = 13
)

// foundCounts is how many acts the newest queries have found.
type foundCounts struct {
	mu     sync.Mutex
	counts map[string]int
}

func newFoundCounts() *foundCounts { return &foundCounts{counts: map[string]int{}} }

// counted reports whether a query is one to count: not a letter, nothing that
// may tell of a person.
func counted(text string) bool {
	n := utf8.RuneCountInString(text)
	return n >= 2 && n <= maxQuery && !personal.Looks(text)
}

// Asked counts a query of a reader. Nothing is kept of who asked.
func (s *Service) Asked(text, agent string) {
	if text = Normal(text); counted(text) && !personal.Robot(agent) {
		s.asked.Add(text)
	}
}

// Found notes how many acts a query has found.
func (s *Service) Found(text string, hits int) {
	if text = Normal(text); !counted(text) {
		return
	}
	s.found.mu.Lock()
	defer s.found.mu.Unlock()
	if len(s.found.counts) >= askedAtATime {
		clear(s.found.counts)
	}
	s.found.counts[text] = hits
}

// Flush writes down what has been counted. A page that was kept is not
// searched anew, so its hits may be those of an earlier day.
func (s *Service) Flush(ctx context.Context) error {
	asked := s.asked.Take()
	if len(asked) == 0 {
		return nil
	}
	texts, times, hits := make([]string, 0, len(asked)), make([]int32, 0, len(asked)), make([]*int32, 0, len(asked))
	s.found.mu.Lock()
	for text, n := range asked {
		var found *int32
		if h, ok := s.found.counts[text]; ok {
			h := int32(min(h, 1<<30))
			found = &h
		}
		texts, times, hits = append(texts, text), append(times, int32(min(n, 1<<30))), append(hits, found)
	}
	s.found.mu.Unlock()
	err := postgres.Exec(ctx, s.db, `
		INSERT INTO search_query AS q (day, text, times, hits)
		SELECT $1::date, t.text, t.times,
		       coalesce(t.hits, (SELECT o.hits FROM search_query o WHERE o.text = t.text AND o.hits IS NOT NULL ORDER BY o.day DESC LIMIT 1))
		FROM unnest($2::text[], $3::integer[], $4::integer[]) AS t (text, times, hits)
		WHERE (SELECT count(*) FROM search_query WHERE day = $1::date) < $5
		   OR EXISTS (SELECT FROM search_query x WHERE x.day = $1::date AND x.text = t.text)
		ON CONFLICT (day, text) DO UPDATE SET times = q.times + excluded.times, hits = coalesce(excluded.hits, q.hits)`,
		s.now(), texts, times, hits, askedADay)
	if err != nil {
		return fmt.Errorf("count queries: %w", err)
	}
	return nil
}

// Sweep deletes the counts that are older than 13 months.
func (s *Service) Sweep(ctx context.Context) error {
	err := postgres.Exec(ctx, s.db, "DELETE FROM search_query WHERE day < $1::date", s.now().AddDate(0, -keptMonths, 0))
	if err != nil {
		return fmt.Errorf("sweep queries: %w", err)
	}
	return nil
}

// A Query is what people have searched for.
type Query struct {
	Text  string
	Times int
	Hits  *int // acts found, the last time; nil: not known
	Last  time.Time
}

// Queries is what people searched for in the last 90 days, the most frequent
// first: all, or those that found nothing.
func (s *Service) Queries(ctx context.Context, vain bool) ([]Query, error) {
	queries, err := postgres.All[Query](ctx, s.db, `
		SELECT text, sum(times)::integer AS times, (array_agg(hits ORDER BY day DESC))[1] AS hits, max(day)::timestamptz AS last
		FROM search_query
		WHERE day >= $1::date
		GROUP BY text
		HAVING NOT $2 OR (array_agg(hits ORDER BY day DESC))[1] = 0
		ORDER BY times DESC, last DESC, text
		LIMIT $3`, s.now().Add(-reported), vain, shownAsked)
	if err != nil {
		return nil, fmt.Errorf("list queries: %w", err)
	}
	return queries, nil
}
