package campaign

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/postgres"
)

// Rename gives a prize another name, as long as nothing of it is out. Version
// is that of the prize that the team saw.
func (s *Service) Rename(ctx context.Context, by account.Account, id PrizeID, v int, name i18n.Text) error {
	return s.mendPrize(ctx, by, id, "change", func(tx pgx.Tx, p Prize) ([]PrizeID, error) {
		p.Name = name
		if err := p.Check(); err != nil {
			return nil, err
		}
		return postgres.Values[PrizeID](ctx, tx, `
			UPDATE award SET name_fi = $3, name_sv = $4, name_en = $5, version = version + 1
			WHERE id = $1 AND version = $2
			  AND NOT EXISTS (SELECT FROM award_grant g WHERE g.award_id = award.id AND g.published_at IS NOT NULL)
			  AND NOT EXISTS (SELECT FROM award_erratum e WHERE e.award_id = award.id)
			RETURNING id`, id, v, name.To(i18n.FI), name.To(i18n.SV), name.To(i18n.EN))
	})
}

// RemovePrize takes away a prize that has neither winners nor nominees nor a
// jury.
func (s *Service) RemovePrize(ctx context.Context, by account.Account, id PrizeID) error {
	return s.mendPrize(ctx, by, id, "remove", func(tx pgx.Tx, _ Prize) ([]PrizeID, error) {
		return postgres.Values[PrizeID](ctx, tx, "DELETE FROM award WHERE id = $1 AND NOT "+prizeUsed+" RETURNING id", id)
	})
}

// prizeUsed is whether somebody would miss a prize.
const prizeUsed = `(EXISTS (SELECT FROM award_grant x WHERE x.award_id = award.id) OR EXISTS (SELECT FROM award_erratum x WHERE x.award_id = award.id)
	OR EXISTS (SELECT FROM nominee x WHERE x.award_id = award.id) OR EXISTS (SELECT FROM jury x WHERE x.award_id = award.id))`

// Used reports whether a prize has winners, nominees or a jury, so that it
// stays.
func (s *Service) Used(ctx context.Context, id PrizeID) (bool, error) {
	return postgres.Value[bool](ctx, s.db, "SELECT "+prizeUsed+" FROM award WHERE id = $1", id)
}

// mendPrize runs a deed of the team on a prize; a deed that finds nothing to
// do it to is a fault.Conflict.
func (s *Service) mendPrize(ctx context.Context, by account.Account, id PrizeID, verb string, fn func(tx pgx.Tx, p Prize) ([]PrizeID, error)) error {
	if !by.RunsProgramme() {
		return fmt.Errorf("%s %v: %w", verb, id, fault.Forbidden)
	}
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		if _, err := postgres.Value[PrizeID](ctx, tx, "SELECT id FROM award WHERE id = $1 FOR UPDATE", id); err != nil {
			return fmt.Errorf("%s %v: %w", verb, id, err)
		}
		p, err := s.PrizeTx(ctx, tx, id)
		if err != nil {
			return err
		}
		done, err := fn(tx, p)
		if err != nil {
			return err
		}
		if len(done) == 0 {
			return fmt.Errorf("%s %v, which is out, in use or at another version: %w", verb, id, fault.Conflict)
		}
		return audit.Record(ctx, tx, by, verb, id.String(), p.Key)
	})
}
