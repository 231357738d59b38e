// Package curation is how people tend the search: what is asked for and found,
// synonyms that admins add, and acts that stand first for a query.
package curation

import (
	"context"
	"fmt"
	"strings"
	"sync/atomic"
	"time"
	"unicode/utf8"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/search"
	"tekojentori.fi/tori/internal/tally"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/internal/version"
)

// Service is the deeds of those who tend the search, and its counts.
type Service struct {
	db    *postgres.DB
	index *search.Index
	now   func() time.Time
	asked *tally.Tally[string]
	found *foundCounts
	pins  atomic.Pointer[map[string][]int64]
}

// New is a Service; call Refresh before Pinned.
func New(db *postgres.DB, index *search.Index, now func() time.Time) *Service {
	s := &Service{db: db, index: index, now: now, asked: tally.New[string](askedAtATime), found: newFoundCounts()}
	s.pins.Store(&map[string][]int64{})
	return s
}

// Refresh reads what stands first, and has the index read the synonyms again,
// as when the site has a new version.
func (s *Service) Refresh(ctx context.Context) error {
	rows, err := postgres.All[struct {
		Query string
		ActID int64
	}](ctx, s.db, "SELECT query, act_id FROM search_pin ORDER BY query, position, act_id")
	if err != nil {
		return fmt.Errorf("read what stands first: %w", err)
	}
	pins := map[string][]int64{}
	for _, r := range rows {
		pins[r.Query] = append(pins[r.Query], r.ActID)
	}
	s.pins.Store(&pins)
	return s.index.Reload(ctx)
}

// Pinned is the acts that stand first for a query, in their order. They may
// have been hidden since: who shows them looks.
func (s *Service) Pinned(text string) []int64 { return (*s.pins.Load())[Normal(text)] }

// Normal is a query as it is compared and counted: lower case, single spaces.
func Normal(text string) string { return strings.ToLower(strings.Join(strings.Fields(text), " ")) }

// The limits of what admins write.
const (
	maxLine  = limit.Synonyms
	maxQuery = limit.PinnedQuery

	maxTaught = limit.TaughtWord
)

// AddSynonym adds a group of words that stand for each other: "a | b" both
// ways, "a > b" one way, "a ~ b" related.
func (s *Service) AddSynonym(ctx context.Context, by account.Account, line string) error {
	line = strings.Join(strings.Fields(line), " ")
	if err := checkLine(line); err != nil {
		return err
	}
	return s.deed(ctx, by, "add synonym", line, func(tx pgx.Tx) error { return s.index.AddSynonymTx(ctx, tx, line) })
}

func checkLine(line string) error {
	var p validate.Problems
	switch {
	case line == "":
		p.Add("line", validate.Required, 0)
	case utf8.RuneCountInString(line) > maxLine:
		p.Add("line", validate.TooLong, maxLine)
	case !search.IsSynonym(line):
		p.Add("line", validate.SynonymLine, 0)
	}
	return p.Err()
}

// SwitchOff switches off a group that comes with the program.
func (s *Service) SwitchOff(ctx context.Context, by account.Account, key string) error {
	return s.deed(ctx, by, "switch off synonym", key, func(tx pgx.Tx) error { return s.index.SwitchOffTx(ctx, tx, key) })
}

// DropSynonym takes back what an admin has added or switched off.
func (s *Service) DropSynonym(ctx context.Context, by account.Account, id int64) error {
	return s.deed(ctx, by, "drop synonym", fmt.Sprint(id), func(tx pgx.Tx) error { return s.index.DropSynonymTx(ctx, tx, id) })
}

// Teach lets the search know a word that the dictionary lacks, by one that
// inflects alike: both are base forms. The acts are read anew within minutes.
func (s *Service) Teach(ctx context.Context, by account.Account, lemma, model string) error {
	lemma, model = Normal(lemma), Normal(model)
	var p validate.Problems
	for field, word := range map[string]string{"lemma": lemma, "model": model} {
		if word == "" {
			p.Add(field, validate.Required, 0)
		} else if utf8.RuneCountInString(word) > maxTaught {
			p.Add(field, validate.TooLong, maxTaught)
		}
	}
	if len(p) == 0 && !s.index.CanLearn(lemma, model) {
		p.Add("lemma", validate.Unlike, 0)
	}
	if err := p.Err(); err != nil {
		return err
	}
	return s.deed(ctx, by, "teach word", lemma+" → "+model, func(tx pgx.Tx) error { return s.index.AddAnalogyTx(ctx, tx, lemma, model) })
}

// Unteach lets the search forget a word that it was taught.
func (s *Service) Unteach(ctx context.Context, by account.Account, id int64) error {
	return s.deed(ctx, by, "forget word", fmt.Sprint(id), func(tx pgx.Tx) error { return s.index.DropAnalogyTx(ctx, tx, id) })
}

// Pin puts a public act first for a query, after those that are there.
func (s *Service) Pin(ctx context.Context, by account.Account, query, slug string) error {
	query = Normal(query)
	var p validate.Problems
	if query == "" {
		p.Add("query", validate.Required, 0)
	} else if utf8.RuneCountInString(query) > maxQuery {
		p.Add("query", validate.TooLong, maxQuery)
	}
	ids, err := postgres.Values[int64](ctx, s.db, "SELECT id FROM act WHERE slug = $1 AND status = 'published'", slug)
	if err != nil {
		return fmt.Errorf("pin: %w", err)
	}
	if len(ids) == 0 {
		p.Add("act", validate.NoSuchAct, 0)
	}
	if err := p.Err(); err != nil {
		return err
	}
	return s.deed(ctx, by, "pin act", query+" → "+slug, func(tx pgx.Tx) error {
		return postgres.Exec(ctx, tx, `
			INSERT INTO search_pin (query, act_id, position)
			SELECT $1, $2, coalesce(max(position), 0) + 1 FROM search_pin WHERE query = $1
			ON CONFLICT (query, act_id) DO NOTHING`, query, ids[0])
	})
}

// Unpin takes an act from its place for a query.
func (s *Service) Unpin(ctx context.Context, by account.Account, query string, act int64) error {
	return s.deed(ctx, by, "unpin act", fmt.Sprintf("%s → %d", query, act), func(tx pgx.Tx) error {
		return postgres.Exec(ctx, tx, "DELETE FROM search_pin WHERE query = $1 AND act_id = $2", query, act)
	})
}

// A Pin is an act that stands first for a query.
type Pin struct {
	Query       string
	ActID       int64
	Slug, Title string
	Public      bool
}

// Pins is every act that stands first for something.
func (s *Service) Pins(ctx context.Context) ([]Pin, error) {
	pins, err := postgres.All[Pin](ctx, s.db, `
		SELECT p.query, p.act_id, coalesce(a.slug, '') AS slug, a.title, a.status = 'published' AS public
		FROM search_pin p JOIN act a ON a.id = p.act_id
		ORDER BY p.query, p.position, p.act_id LIMIT 500`)
	if err != nil {
		return nil, fmt.Errorf("list pins: %w", err)
	}
	return pins, nil
}

// deed changes what searches find: pages that show them are of another version
// then.
func (s *Service) deed(ctx context.Context, by account.Account, verb, subject string, do func(pgx.Tx) error) error {
	if !by.Administers() {
		return fmt.Errorf("%s: %w", verb, fault.Forbidden)
	}
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		if err := do(tx); err != nil {
			return fmt.Errorf("%s: %w", verb, err)
		}
		if _, err := version.BumpTx(ctx, tx); err != nil {
			return err
		}
		return audit.Record(ctx, tx, by, verb, subject, "")
	})
}
