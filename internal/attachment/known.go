package attachment

import (
	"context"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/postgres"
)

// Known tells of the files of some acts.
func (s *Service) Known(ctx context.Context, acts []act.ID, tell account.Tell) error {
	return postgres.Each(ctx, s.db, `
		SELECT to_jsonb(x) - 'digest' - 'blob' FROM attachment x WHERE act_id = ANY($1) ORDER BY act_id, id`, tell.In("attachments"), acts)
}
