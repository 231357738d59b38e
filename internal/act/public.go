package act

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/version"
)

// publicTx counts a change that the public can see. It is the version that
// the change belongs to; 0 if nobody outside sees it.
func (s *Service) publicTx(ctx context.Context, tx pgx.Tx, before, after Act) (int64, error) {
	if !before.Status.Public() && !after.Status.Public() {
		return 0, nil
	}
	if err := s.indexTx(ctx, tx, before, after); err != nil {
		return 0, err
	}
	return version.BumpTx(ctx, tx)
}

// PublishDue publishes the approved acts whose hour has come and is how many.
func (s *Service) PublishDue(ctx context.Context) (int, error) {
	due, err := repository{s.db}.due(ctx)
	if err != nil {
		return 0, err
	}
	for i, d := range due {
		_, err := s.deed(ctx, account.Account{}, "publish", d.ID, 0, "", func(a *Act) error {
			return a.Publish(account.Account{}, s.now())
		})
		if err != nil {
			return i, err
		}
	}
	return len(due), nil
}

// TouchTx tells that something of some acts has changed for the public, be it
// not their text: an award, an adoption, the campaign that they are entered in.
func (s *Service) TouchTx(ctx context.Context, tx pgx.Tx, ids ...ID) error {
	v, err := version.BumpTx(ctx, tx)
	if err != nil {
		return err
	}
	if err := postgres.Exec(ctx, tx, "UPDATE act SET site_version = $1 WHERE id = ANY($2)", v, ids); err != nil {
		return wrap("touch", fmt.Sprintf("%d acts", len(ids)), err)
	}
	return s.standTx(ctx, tx, ids...)
}

// standTx notes how acts stand in the figures now.
func (s *Service) standTx(ctx context.Context, tx pgx.Tx, ids ...ID) error {
	numbers := make([]int64, len(ids))
	for i, id := range ids {
		numbers[i] = int64(id)
	}
	return stats.StandTx(ctx, tx, s.now(), numbers)
}
