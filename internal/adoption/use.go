package adoption

import (
	"context"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
)

// OnUse lets a later feature hear that an organisation has taken an act into
// use, in the transaction that tells so and that holds the version of the site.
// Call it before anything is served.
func (s *Service) OnUse(hear func(ctx context.Context, tx pgx.Tx, x Adoption) error) {
	s.inUse = append(s.inUse, hear)
}

// toldTx tells the others of what has been told, which was before or nothing.
func (s *Service) toldTx(ctx context.Context, tx pgx.Tx, by account.Account, a act.Act, before []Adoption, x Adoption) error {
	moved := len(before) == 0 || before[0].State != x.State
	if moved {
		if err := s.tellWritersTx(ctx, tx, a, x); err != nil {
			return err
		}
	}
	if err := s.recordTx(ctx, tx, by, x, string(x.State)); err != nil || !moved || x.State != InUse {
		return err
	}
	for _, hear := range s.inUse {
		if err := hear(ctx, tx, x); err != nil {
			return err
		}
	}
	return nil
}
