package report

import (
	"context"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/postgres"
)

// Known tells which reports a person has kept.
func (s *Service) Known(ctx context.Context, a account.Account, tell account.Tell) error {
	if err := postgres.Each(ctx, s.db, "SELECT to_jsonb(r) FROM report r WHERE owner_id = $1 ORDER BY id", tell.In("reports"), a.ID); err != nil {
		return err
	}
	return postgres.Each(ctx, s.db, "SELECT to_jsonb(o) FROM report_order o WHERE account_id = $1 ORDER BY report_id", tell.In("report_orders"), a.ID)
}

// ForgetTx drops the reports that a person has kept for themself, and the
// monthly mails; those that
// the team shares stay the team's.
func (s *Service) ForgetTx(ctx context.Context, tx pgx.Tx, a account.Account) error {
	if err := postgres.Exec(ctx, tx, "DELETE FROM report_order WHERE account_id = $1", a.ID); err != nil {
		return err
	}
	return postgres.Exec(ctx, tx, "DELETE FROM report WHERE owner_id = $1 AND NOT shared", a.ID)
}
