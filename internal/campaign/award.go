package campaign

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
)

// An Award is a prize that an act, an organisation or a person has won. Until
// the gala it is under embargo: nobody but the team knows of it.
type Award struct {
	ID             AwardID
	Prize          PrizeID
	Name           i18n.Text
	CampaignName   i18n.Text
	CampaignSlug   string
	Citation       i18n.Text       // as it was written: a language may be empty
	GrantedOn      time.Time       // the day of the gala, which may move until then
	Mention        bool            // an honourable mention
	Out            bool            // no longer under embargo
	ActID          act.ID          // 0: given to an organisation
	OrganizationID organization.ID // 0: given to an act
	Person         string          // "": given to no person; the organisation is where they work
	Version        int             // counts its corrections
}

// CertificatePath is where everyone can print the certificate of an award that
// is out.
func (a Award) CertificatePath() string { return fmt.Sprintf("/palkitut/kunniakirjat/%d", int64(a.ID)) }

// GrantTx gives a prize to an act, or to an organisation when the act is 0,
// for everyone to see. Giving it twice changes nothing.
func (s *Service) GrantTx(ctx context.Context, tx pgx.Tx, prize PrizeID, a act.ID, o organization.ID, on time.Time) error {
	return wrapGrant(prize, postgres.Exec(ctx, tx, `
		INSERT INTO award_grant (award_id, act_id, organization_id, granted_on, published_at)
		VALUES ($1, nullif($2::bigint, 0), nullif($3::bigint, 0), ($4::timestamptz AT TIME ZONE 'Europe/Helsinki')::date, $4)
		ON CONFLICT DO NOTHING`, prize, a, o, on))
}

func wrapGrant(prize PrizeID, err error) error {
	if err != nil {
		return fmt.Errorf("grant %v: %w", prize, err)
	}
	return nil
}

const awardQuery = `
	SELECT g.id, w.id AS prize, w.name_fi, w.name_sv, w.name_en, c.name_fi AS campaign_fi, c.name_sv AS campaign_sv, c.name_en AS campaign_en,
	       c.slug AS campaign_slug, g.citation, g.citation_sv, g.citation_en,
	       CASE WHEN g.published_at IS NULL AND c.gala_at IS NOT NULL THEN (c.gala_at AT TIME ZONE 'Europe/Helsinki')::date ELSE g.granted_on END AS granted_on, g.mention, g.published_at IS NOT NULL AS out,
	       coalesce(g.act_id, 0) AS act_id, coalesce(g.organization_id, 0) AS organization_id, g.person, g.version
	FROM award_grant g
	JOIN award w ON w.id = g.award_id
	JOIN campaign c ON c.id = w.campaign_id `

// AwardsOf is the awards of an act, the newest first.
func (s *Service) AwardsOf(ctx context.Context, id act.ID) ([]Award, error) {
	return s.awards(ctx, awardQuery+"WHERE g.act_id = $1 AND g.published_at IS NOT NULL ORDER BY g.granted_on DESC, g.id", int64(id))
}

// Published is an award that everyone may see.
func (s *Service) Published(ctx context.Context, id AwardID) (Award, error) {
	found, err := s.awards(ctx, awardQuery+"WHERE g.id = $1 AND g.published_at IS NOT NULL", int64(id))
	if err == nil && len(found) == 0 {
		err = fmt.Errorf("%v: %w", id, fault.NotFound)
	}
	if err != nil {
		return Award{}, err
	}
	return found[0], nil
}

// AwardedAt is when the awards of some acts came out, the last one of each.
func (s *Service) AwardedAt(ctx context.Context, ids []act.ID) (map[act.ID]time.Time, error) {
	rows, err := postgres.All[struct {
		ActID act.ID
		At    time.Time
	}](ctx, s.db, "SELECT act_id, max(published_at) AS at FROM award_grant WHERE act_id = ANY($1) AND published_at IS NOT NULL GROUP BY act_id", ids)
	at := make(map[act.ID]time.Time, len(rows))
	for _, r := range rows {
		at[r.ActID] = r.At
	}
	return at, err
}

// AwardsOfOrganization is the awards that an organisation itself has won, the
// newest first.
func (s *Service) AwardsOfOrganization(ctx context.Context, id organization.ID) ([]Award, error) {
	return s.awards(ctx, awardQuery+"WHERE g.organization_id = $1 AND g.person = '' AND g.published_at IS NOT NULL ORDER BY g.granted_on DESC, g.id", int64(id))
}

// AwardsOfYear is what was awarded in a year, prize by prize, the mentions last.
func (s *Service) AwardsOfYear(ctx context.Context, year int) ([]Award, error) {
	return s.awards(ctx, awardQuery+`
		WHERE extract(year FROM g.granted_on) = $1 AND g.published_at IS NOT NULL
		ORDER BY c.opens_on DESC, w.kind DESC, w.id, g.mention, g.id`, int64(year))
}

// awardsOfPrize is who has won a prize, under embargo too.
func (s *Service) awardsOfPrize(ctx context.Context, id PrizeID) ([]Award, error) {
	return s.awards(ctx, awardQuery+"WHERE g.award_id = $1 ORDER BY g.mention, g.id", int64(id))
}

// AwardYears is the years with awards that everyone may see, the newest first,
// each with how many there are.
func (s *Service) AwardYears(ctx context.Context) ([]int, error) {
	return postgres.Values[int](ctx, s.db, `
		SELECT DISTINCT extract(year FROM granted_on)::integer FROM award_grant
		WHERE published_at IS NOT NULL ORDER BY 1 DESC`)
}

// AwardedIn is the year of the last awards of a campaign that everyone may see;
// 0 when there are none.
func (s *Service) AwardedIn(ctx context.Context, c ID) (int, error) {
	return postgres.Value[int](ctx, s.db, `
		SELECT coalesce(extract(year FROM max(g.granted_on))::integer, 0) FROM award_grant g JOIN award w ON w.id = g.award_id
		WHERE w.campaign_id = $1 AND g.published_at IS NOT NULL`, c)
}

func (s *Service) awards(ctx context.Context, query string, id int64) ([]Award, error) {
	return awardsTx(ctx, s.db, query, id)
}

func awardsTx(ctx context.Context, q postgres.Querier, query string, id int64) ([]Award, error) {
	rows, err := postgres.All[struct {
		ID                                                                       AwardID
		Prize                                                                    PrizeID
		NameFi, NameSv, NameEn, CampaignFi, CampaignSv, CampaignEn, CampaignSlug string
		Citation, CitationSv, CitationEn, Person                                 string
		GrantedOn                                                                time.Time
		Mention, Out                                                             bool
		ActID                                                                    act.ID
		OrganizationID                                                           organization.ID
		Version                                                                  int
	}](ctx, q, query, id)
	if err != nil {
		return nil, fmt.Errorf("read awards: %w", err)
	}
	awards := make([]Award, len(rows))
	for i, r := range rows {
		awards[i] = Award{
			ID: r.ID, Prize: r.Prize, Name: i18n.Name(r.NameFi, r.NameSv, r.NameEn), CampaignName: i18n.Name(r.CampaignFi, r.CampaignSv, r.CampaignEn),
			CampaignSlug: r.CampaignSlug, Citation: i18n.Typed(r.Citation, r.CitationSv, r.CitationEn), GrantedOn: r.GrantedOn, Mention: r.Mention, Out: r.Out,
			ActID: r.ActID, OrganizationID: r.OrganizationID, Person: r.Person, Version: r.Version,
		}
	}
	return awards, nil
}
