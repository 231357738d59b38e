package account

import (
	"context"

	"tekojentori.fi/tori/internal/postgres"
)

// WithRole is every account that has a role and may sign in. Pass the
// transaction of a deed that tells them something.
func (s *Service) WithRole(ctx context.Context, q postgres.Querier, role Role) ([]Account, error) {
	found, err := postgres.All[Account](ctx, q, `
		SELECT `+columns+` FROM account WHERE $1 = ANY(roles) AND disabled_at IS NULL ORDER BY id`, string(role))
	return found, wrap("list the accounts with the role", role, err)
}

// CoordinatorsOf is who helps with the acts of an organisation.
func (s *Service) CoordinatorsOf(ctx context.Context, q postgres.Querier, organization int64) ([]Account, error) {
	found, err := postgres.All[Account](ctx, q, `
		SELECT `+columns+` FROM account WHERE 'coordinator' = ANY(roles) AND organization_id = $1 AND disabled_at IS NULL ORDER BY id`, organization)
	return found, wrap("list the coordinators of organization", organization, err)
}

// ByEmailTx is FindByEmail in a transaction.
func (s *Service) ByEmailTx(ctx context.Context, q postgres.Querier, email string) (Account, error) {
	return repository{q}.findByEmail(ctx, normal(email))
}

// FindTx is Find in a transaction.
func (s *Service) FindTx(ctx context.Context, q postgres.Querier, id ID) (Account, error) {
	return repository{q}.find(ctx, id)
}
