package adoption

import (
	"context"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/postgres"
)

// Known tells what a person has told of adoptions, or confirmed.
func (s *Service) Known(ctx context.Context, a account.Account, tell account.Tell) error {
	if err := postgres.Each(ctx, s.db, `
		SELECT to_jsonb(x) FROM adoption x WHERE by_id = $1 OR confirmed_by = $1 ORDER BY id`, tell.In("adoptions"), a.ID); err != nil {
		return err
	}
	return postgres.Each(ctx, s.db, `
		SELECT to_jsonb(x) FROM adoption_step x WHERE by_id = $1 ORDER BY id`, tell.In("adoption_steps"), a.ID)
}
