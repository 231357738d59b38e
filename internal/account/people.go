package account

import (
	"context"
	"fmt"
	"strings"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/postgres"
)

// A Search narrows the people that an administrator looks through.
type Search struct {
	Text   string // in the name or the address; "": any
	Role   Role   // "": any, also none
	Offset int
	Limit  int
}

// People is the accounts that an administrator looks for, by name, and how
// many there are in all.
func (s *Service) People(ctx context.Context, by Account, q Search) ([]Account, int, error) {
	if !by.Administers() {
		return nil, 0, fmt.Errorf("list people: %w", fault.Forbidden)
	}
	const found = ` FROM account
		WHERE ($1 = '' OR strpos(lower(name), $1) > 0 OR strpos(email, $1) > 0) AND ($2 = '' OR $2 = ANY(roles)) AND forgotten_at IS NULL`
	text := strings.ToLower(strings.Join(strings.Fields(q.Text), " "))
	total, err := postgres.Value[int](ctx, s.db, "SELECT count(*)"+found, text, string(q.Role))
	if err != nil {
		return nil, 0, fmt.Errorf("count people: %w", err)
	}
	list, err := postgres.All[Account](ctx, s.db, "SELECT "+columns+found+`
		ORDER BY coalesce(nullif(name, ''), email) COLLATE "fi-x-icu", id
		LIMIT $3 OFFSET $4`, text, string(q.Role), q.Limit, q.Offset)
	return list, total, wrap("list", "people", err)
}
