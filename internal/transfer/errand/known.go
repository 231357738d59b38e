package errand

import (
	"context"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/postgres"
)

// Known tells which exports a person has asked for.
func (s *Service) Known(ctx context.Context, a account.Account, tell account.Tell) error {
	return postgres.Each(ctx, s.db, "SELECT to_jsonb(e) - 'act_ids' - 'blob' - 'form_key' FROM export_errand e WHERE account_id = $1 ORDER BY id", tell.In("export_errands"), a.ID)
}

// ForgetTx drops what a person has asked for; the files are swept.
func (s *Service) ForgetTx(ctx context.Context, tx pgx.Tx, a account.Account) error {
	return postgres.Exec(ctx, tx, "DELETE FROM export_errand WHERE account_id = $1", a.ID)
}
