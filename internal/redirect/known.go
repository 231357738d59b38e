package redirect

import (
	"context"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/postgres"
)

// Known tells which old addresses a person has pointed.
func (s *Service) Known(ctx context.Context, a account.Account, tell account.Tell) error {
	return postgres.Each(ctx, s.db, `
		SELECT to_jsonb(r) - 'created_by' FROM redirect r WHERE created_by = $1 ORDER BY key`, tell.In("redirects"), a.ID)
}
