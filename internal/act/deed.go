package act

import (
	"context"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/audit"
)

// deed is a change with its audit entry.
func (s *Service) deed(ctx context.Context, by account.Account, verb string, id ID, version int, detail string, fn func(*Act) error) (Act, error) {
	var a Act
	err := s.db.Tx(ctx, func(tx pgx.Tx) (err error) {
		if a, err = s.changeTx(ctx, tx, id, version, fn); err != nil {
			return err
		}
		return audit.Record(ctx, tx, by, verb, id.String(), detail)
	})
	return a, err
}

// workDeed is a deed on an act as one works on it: on its update, if any.
func (s *Service) workDeed(ctx context.Context, by account.Account, verb string, id ID, version int, detail string, fn func(*Act) error) (Act, error) {
	var a Act
	err := s.db.Tx(ctx, func(tx pgx.Tx) (err error) {
		a, err = s.workDeedTx(ctx, tx, by, verb, id, version, detail, fn)
		return err
	})
	return a, err
}

func (s *Service) workDeedTx(ctx context.Context, tx pgx.Tx, by account.Account, verb string, id ID, version int, detail string, fn func(*Act) error) (Act, error) {
	a, err := s.WorkTx(ctx, tx, by, id, version, fn)
	if err != nil {
		return Act{}, err
	}
	return a, audit.Record(ctx, tx, by, verb, id.String(), detail)
}

func (s *Service) work(ctx context.Context, by account.Account, id ID, version int, fn func(*Act) error) (Act, error) {
	var a Act
	err := s.db.Tx(ctx, func(tx pgx.Tx) (err error) {
		a, err = s.WorkTx(ctx, tx, by, id, version, fn)
		return err
	})
	return a, err
}
