package link

import (
	"context"
	"fmt"
	"net/netip"
	"slices"
	"sync"
	"time"

	"tekojentori.fi/tori/internal/postgres"
)

const (
	// round is how many links one round asks, and hands how many at a time: the
	// round has an end also when none of them answers.
	round = 16
	hands = 4
	// patience is how long a link has to answer.
	patience = 10 * time.Second
)

// Service keeps what came of asking.
type Service struct {
	db      *postgres.DB
	checker *Checker
	now     func() time.Time
}

// New is the Service on a database.
func New(db *postgres.DB, checker *Checker, now func() time.Time) *Service {
	return &Service{db: db, checker: checker, now: now}
}

// Careful is the Checker of a portal that serves: it asks public addresses, and
// of the others those that are named.
func Careful(inside ...netip.AddrPort) *Checker {
	return NewChecker(func(a netip.AddrPort) bool { return Public(a) || slices.Contains(inside, a) }, patience)
}

// Found is what came of asking a link the last time.
type Found struct {
	URL       string
	State     State
	CheckedAt time.Time
}

// Dead is those of some links that did not answer the last time.
func (s *Service) Dead(ctx context.Context, links []string) ([]Found, error) {
	dead, err := postgres.All[Found](ctx, s.db, `
		SELECT url, state, checked_at FROM link_check WHERE url = ANY($1) AND state <> '' ORDER BY array_position($1, url)`, links)
	if err != nil {
		return nil, fmt.Errorf("dead links: %w", err)
	}
	return dead, nil
}

// Check asks some of the links of acts that are out or wait: those that have
// never been asked, or were asked a month ago, a failing one a day ago. What no
// act has any more is forgotten.
func (s *Service) Check(ctx context.Context) error {
	if err := postgres.Exec(ctx, s.db, `
		DELETE FROM link_check k
		WHERE NOT EXISTS (SELECT FROM act_link l WHERE l.url = k.url) AND checked_at < $1`, s.now().AddDate(0, -2, 0)); err != nil {
		return fmt.Errorf("forget links: %w", err)
	}
	links, err := postgres.Values[string](ctx, s.db, `
		SELECT u.url
		FROM (SELECT l.url FROM act_link l JOIN act a ON a.id = l.act_id
		      WHERE a.status IN ('submitted', 'in_review', 'changes_requested', 'approved', 'published')
		      UNION
		      SELECT jsonb_array_elements_text(CASE jsonb_typeof(content->'Links') WHEN 'array' THEN content->'Links' ELSE '[]' END)
		      FROM act_update WHERE status <> 'draft') u
		LEFT JOIN link_check k ON k.url = u.url
		WHERE k.url IS NULL OR k.checked_at < CASE k.state WHEN '' THEN $1::timestamptz ELSE $2::timestamptz END
		ORDER BY k.checked_at NULLS FIRST, u.url
		LIMIT $3`, s.now().AddDate(0, -1, 0), s.now().AddDate(0, 0, -1), round)
	if err != nil {
		return fmt.Errorf("links to ask: %w", err)
	}
	return s.askAll(ctx, links)
}

func (s *Service) askAll(ctx context.Context, links []string) error {
	work, failed := make(chan string), make(chan error, len(links))
	var group sync.WaitGroup
	for range hands {
		group.Go(func() {
			for l := range work {
				if err := s.ask(ctx, l); err != nil {
					failed <- err
				}
			}
		})
	}
	for _, l := range links {
		work <- l
	}
	close(work)
	group.Wait()
	close(failed)
	return <-failed // nil if none
}

func (s *Service) ask(ctx context.Context, link string) error {
	state := s.checker.Ask(ctx, link)
	if err := ctx.Err(); err != nil { // the portal is on its way out: the link has had no chance
		return err
	}
	return postgres.Exec(ctx, s.db, `
		INSERT INTO link_check (url, state, checked_at) VALUES ($1, $2, $3)
		ON CONFLICT (url) DO UPDATE SET state = excluded.state, checked_at = excluded.checked_at`, link, state, s.now())
}
