package act

import (
	"context"

	"tekojentori.fi/tori/internal/address"
	"tekojentori.fi/tori/internal/postgres"
)

// keysOf is the keys that addresses are looked up by.
func keysOf(urls []string) []string {
	keys := make([]string, len(urls))
	for i, u := range urls {
		keys[i] = address.Key(u)
	}
	return keys
}

// KeyAddresses makes the keys of old addresses that were stored before there
// were keys.
func (s *Service) KeyAddresses(ctx context.Context) error {
	urls, err := postgres.Values[string](ctx, s.db, "SELECT url FROM act_legacy_url WHERE key = '' LIMIT 50000")
	if err != nil || len(urls) == 0 {
		return wrap("read", "old addresses", err)
	}
	return wrap("key", "old addresses", postgres.Exec(ctx, s.db, `
		UPDATE act_legacy_url u SET key = t.k FROM unnest($1::text[], $2::text[]) AS t (u, k) WHERE u.url = t.u`, urls, keysOf(urls)))
}
