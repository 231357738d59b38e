package follow

import (
	"context"
	"time"

	"tekojentori.fi/tori/internal/postgres"
)

// keepPeriods is how long periods are kept, and with them the links that end
// the mails.
const keepPeriods = 366 * 24 * time.Hour

// Sweep drops the events that everyone has been told of, and old periods.
func (s *Service) Sweep(ctx context.Context) error {
	old := s.now().Add(-keepPeriods)
	if err := postgres.Exec(ctx, s.db, `
		DELETE FROM follow_period p
		WHERE made_at < $1 OR acts = 0 AND made_at < $2`, old, s.now().AddDate(0, -1, 0)); err != nil {
		return wrap("sweep", "periods", err)
	}
	return wrap("sweep", "events", postgres.Exec(ctx, s.db, `
		DELETE FROM follow_event
		WHERE at < $1 AND version < coalesce((SELECT min(told_until) FROM follow_reader r
		      WHERE rhythm <> 'none' AND EXISTS (SELECT FROM follow f WHERE f.account_id = r.account_id)), 9223372036854775807)`, s.now().AddDate(0, -1, 0)))
}
