package account

import (
	"context"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/session"
)

// EndSession signs by out on one device, which name tells. One that is not
// theirs, or has ended, is a fault.NotFound.
func (s *Service) EndSession(ctx context.Context, by Account, name string) error {
	if !by.SignedIn() {
		return fault.Forbidden
	}
	return s.change(ctx, by, by.ID, "session ended", func(tx pgx.Tx, a Account) error {
		return session.End(ctx, tx, int64(a.ID), name)
	})
}

// SignOutEverywhere ends every session of by, and lets no link work that was
// sent before.
func (s *Service) SignOutEverywhere(ctx context.Context, by Account) error {
	if !by.SignedIn() {
		return fault.Forbidden
	}
	return s.change(ctx, by, by.ID, "signed out everywhere", func(tx pgx.Tx, a Account) error {
		return s.endAllTx(ctx, tx, a)
	})
}
