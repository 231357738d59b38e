package account

import (
	"context"
	"strings"

	"tekojentori.fi/tori/internal/postgres"
)

// meant is how many accounts a text may mean: whoever has more in mind can say
// it better.
const meant = 200

// Meant is the accounts that a text may mean: part of a name or of an address.
func (s *Service) Meant(ctx context.Context, text string) ([]ID, error) {
	ids, err := postgres.Values[ID](ctx, s.db, `
		SELECT id FROM account
		WHERE (strpos(lower(name), $1) > 0 OR strpos(email, $1) > 0) AND forgotten_at IS NULL
		ORDER BY id LIMIT $2`, strings.ToLower(oneLine(text)), meant)
	return ids, wrap("find", "whom a text means", err)
}

// Named is the accounts with the ids, by id.
func (s *Service) Named(ctx context.Context, ids []ID) (map[ID]Account, error) {
	found, err := postgres.All[Account](ctx, s.db, `SELECT `+columns+` FROM account WHERE id = ANY($1)`, ids)
	named := make(map[ID]Account, len(found))
	for _, a := range found {
		named[a.ID] = a
	}
	return named, wrap("name", "accounts", err)
}

// NameAll tells each of some things whose it is: of tells the account by its
// id, and tell takes it. All are looked up at once.
func NameAll[T any](ctx context.Context, s *Service, all []T, of func(T) ID, tell func(*T, Account)) error {
	if len(all) == 0 {
		return nil
	}
	ids := make([]ID, len(all))
	for i, x := range all {
		ids[i] = of(x)
	}
	who, err := s.Named(ctx, ids)
	for i := range all {
		tell(&all[i], who[ids[i]])
	}
	return err
}
