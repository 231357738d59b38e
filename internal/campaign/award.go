package campaign

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
)

// A Prize is what can be won in a campaign.
type Prize struct {
	Key  string // within its campaign
	Kind string // act or organization
	Name i18n.Text
}

// EnsurePrizeTx adds a prize to a campaign unless it is there, and is its id.
func (s *Service) EnsurePrizeTx(ctx context.Context, tx pgx.Tx, c ID, p Prize) (int64, error) {
	id, err := postgres.Value[int64](ctx, tx, `
		INSERT INTO award (campaign_id, key, kind, name_fi, name_sv, name_en)
		VALUES ($1, $2, $3, $4, $5, $6)
		ON CONFLICT (campaign_id, key) DO UPDATE SET key = excluded.key
		RETURNING id`, c, p.Key, p.Kind, p.Name.To(i18n.FI), p.Name.To(i18n.SV), p.Name.To(i18n.EN))
	if err != nil {
		return 0, fmt.Errorf("store the prize %s: %w", p.Key, err)
	}
	return id, nil
}

// GrantTx gives a prize to an act, or to an organisation when the act is 0.
// Giving it twice changes nothing.
func (s *Service) GrantTx(ctx context.Context, tx pgx.Tx, prize int64, a act.ID, o organization.ID, on time.Time) error {
	err := postgres.Exec(ctx, tx, `
		INSERT INTO award_grant (award_id, act_id, organization_id, granted_on)
		VALUES ($1, nullif($2::bigint, 0), nullif($3::bigint, 0), $4)
		ON CONFLICT DO NOTHING`, prize, a, o, on)
	if err != nil {
		return fmt.Errorf("grant the prize %d: %w", prize, err)
	}
	return nil
}

const awardQuery = `
	SELECT w.name_fi, w.name_sv, w.name_en, c.name_fi AS campaign_fi, c.name_sv AS campaign_sv, c.name_en AS campaign_en,
	       g.citation, g.granted_on, coalesce(g.act_id, 0) AS act_id, coalesce(g.organization_id, 0) AS organization_id
	FROM award_grant g
	JOIN award w ON w.id = g.award_id
	JOIN campaign c ON c.id = w.campaign_id `

// AwardsOf is the awards of an act, the newest first.
func (s *Service) AwardsOf(ctx context.Context, id act.ID) ([]Award, error) {
	return s.awards(ctx, awardQuery+"WHERE g.act_id = $1 ORDER BY g.granted_on DESC, g.id", int64(id))
}

// AwardsOfOrganization is the awards that an organisation itself has won, the
// newest first.
func (s *Service) AwardsOfOrganization(ctx context.Context, id organization.ID) ([]Award, error) {
	return s.awards(ctx, awardQuery+"WHERE g.organization_id = $1 ORDER BY g.granted_on DESC, g.id", int64(id))
}

func (s *Service) awards(ctx context.Context, query string, id int64) ([]Award, error) {
	rows, err := postgres.All[struct {
		NameFi, NameSv, NameEn, CampaignFi, CampaignSv, CampaignEn, Citation string
		GrantedOn                                                            time.Time
		ActID                                                                act.ID
		OrganizationID                                                       organization.ID
	}](ctx, s.db, query, id)
	if err != nil {
		return nil, fmt.Errorf("read awards: %w", err)
	}
	awards := make([]Award, len(rows))
	for i, r := range rows {
		awards[i] = Award{
			Name: i18n.Name(r.NameFi, r.NameSv, r.NameEn), CampaignName: i18n.Name(r.CampaignFi, r.CampaignSv, r.CampaignEn),
			Citation: r.Citation, GrantedOn: r.GrantedOn, ActID: r.ActID, OrganizationID: r.OrganizationID,
		}
	}
	return awards, nil
}
