package follow

import (
	"context"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/postgres"
)

// Known tells what a person keeps an eye on, and what they have been told when.
func (s *Service) Known(ctx context.Context, a account.Account, tell account.Tell) error {
	if err := postgres.Each(ctx, s.db, `
		SELECT to_jsonb(b) - 'account_id' FROM bookmark b WHERE account_id = $1 ORDER BY since`, tell.In("bookmarks"), a.ID); err != nil {
		return err
	}
	if err := postgres.Each(ctx, s.db, `
		SELECT to_jsonb(f) - 'account_id' FROM follow f WHERE account_id = $1 ORDER BY id`, tell.In("follows"), a.ID); err != nil {
		return err
	}
	if err := postgres.Each(ctx, s.db, `
		SELECT to_jsonb(r) - 'account_id' FROM follow_reader r WHERE account_id = $1`, tell.In("follow_mails"), a.ID); err != nil {
		return err
	}
	return postgres.Each(ctx, s.db, `
		SELECT to_jsonb(p) - 'account_id' - 'token_hash' FROM follow_period p WHERE account_id = $1 ORDER BY from_version`, tell.In("follow_periods"), a.ID)
}

// ForgetTx drops what a person keeps an eye on, and the links of their mails.
func (s *Service) ForgetTx(ctx context.Context, tx pgx.Tx, a account.Account) error {
	// Whoever is about to mail them holds the reader: wait until that is done.
	if err := postgres.Exec(ctx, tx, "DELETE FROM follow_reader WHERE account_id = $1", a.ID); err != nil {
		return err
	}
	return postgres.Exec(ctx, tx, `
		WITH b AS (DELETE FROM bookmark WHERE account_id = $1), f AS (DELETE FROM follow WHERE account_id = $1)
		DELETE FROM follow_period WHERE account_id = $1`, a.ID)
}
