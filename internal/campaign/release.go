package campaign

import (
	"context"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/version"
)

// Release lets out the awards whose gala has begun, all of a campaign at once,
// with a letter to each winner. It is how many.
func (s *Service) Release(ctx context.Context) (int, error) {
	waiting, err := postgres.Value[bool](ctx, s.db, `
		SELECT EXISTS (SELECT FROM award_grant g JOIN award w ON w.id = g.award_id JOIN campaign c ON c.id = w.campaign_id
		               WHERE g.published_at IS NULL AND c.gala_at <= $1)`, s.now())
	if err != nil || !waiting {
		return 0, err
	}
	var n int
	err = s.db.Tx(ctx, func(tx pgx.Tx) (err error) {
		n, err = s.releaseTx(ctx, tx)
		return err
	})
	return n, err
}

func (s *Service) releaseTx(ctx context.Context, tx pgx.Tx) (int, error) {
	out, err := postgres.All[released](ctx, tx, `
		UPDATE award_grant g SET published_at = $1, granted_on = (c.gala_at AT TIME ZONE 'Europe/Helsinki')::date
		FROM award w JOIN campaign c ON c.id = w.campaign_id
		WHERE w.id = g.award_id AND g.published_at IS NULL AND c.gala_at <= $1
		RETURNING g.id, coalesce(g.act_id, 0) AS act_id, coalesce(g.organization_id, 0) AS organization_id, g.person, g.granted_on, g.mention,
		          w.name_fi, w.name_sv, w.name_en, g.citation, g.citation_sv, g.citation_en`, s.now())
	if err != nil || len(out) == 0 {
		return 0, err
	}
	var acts []act.ID
	for _, r := range out {
		if r.ActID != 0 {
			acts = append(acts, r.ActID)
		}
		if err := s.congratulateTx(ctx, tx, r.award()); err != nil {
			return 0, err
		}
	}
	if len(acts) == 0 {
		_, err = version.BumpTx(ctx, tx)
		return len(out), err
	}
	return len(out), s.Acts.TouchTx(ctx, tx, acts...)
}
