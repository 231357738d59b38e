package feedback

import (
	"context"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/postgres"
)

// Known tells the feedback that a person has sent, and has answered.
func (s *Service) Known(ctx context.Context, a account.Account, tell account.Tell) error {
	if err := postgres.Each(ctx, s.db, `
		SELECT to_jsonb(f) - 'form_key' - 'answered_by' FROM feedback f WHERE lower(email) = $1 ORDER BY id`, tell.In("feedback"), a.Email); err != nil {
		return wrap("tell of", err)
	}
	return wrap("tell of", postgres.Each(ctx, s.db, `
		SELECT jsonb_build_object('id', id, 'answered_at', answered_at) FROM feedback WHERE answered_by = $1 ORDER BY id`, tell.In("feedback_answered"), a.ID))
}

// ForgetTx drops what a person has sent with their address.
func (s *Service) ForgetTx(ctx context.Context, tx pgx.Tx, who account.Account) error {
	return wrap("forget", postgres.Exec(ctx, tx, "DELETE FROM feedback WHERE lower(email) = $1", who.Email))
}
