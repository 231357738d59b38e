package jury

import (
	"context"
	"fmt"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/postgres"
)

// Earlier is the juries that have criteria which another one could score by too,
// the newest first: for the team, which then saves them as its own. Of each it
// is the prize by name and the rules.
func (s *Service) Earlier(ctx context.Context, viewer account.Account, but campaign.PrizeID) ([]Jury, error) {
	if !viewer.RunsProgramme() {
		return nil, fmt.Errorf("criteria of other juries than that of %v: %w", but, fault.Forbidden)
	}
	const most = 50
	rows, err := repository{s.db}.earlier(ctx, but, most)
	if err != nil {
		return nil, fmt.Errorf("criteria of other juries than that of %v: %w", but, err)
	}
	var juries []Jury
	for _, r := range rows {
		if n := len(juries); n == 0 || juries[n-1].Prize.ID != r.PrizeID {
			p := campaign.Prize{ID: r.PrizeID, CampaignID: r.CampaignID, Kind: r.Kind, DecidedBy: campaign.ByJury, Name: i18n.Name(r.PrizeFi, r.PrizeSv, r.PrizeEn)}
			juries = append(juries, Jury{Prize: p, Rules: Rules{Scale: r.Scale}})
		}
		last := &juries[len(juries)-1]
		last.Criteria = append(last.Criteria, Criterion{r.ID, i18n.Name(r.NameFi, r.NameSv, r.NameEn), r.Weight})
	}
	return juries, nil
}

// usable is a criterion of a jury, with its prize.
type usable struct {
	PrizeID                   campaign.PrizeID
	CampaignID                campaign.ID
	Kind                      campaign.Kind
	PrizeFi, PrizeSv, PrizeEn string
	Scale                     Scale
	ID                        CriterionID
	NameFi, NameSv, NameEn    string
	Weight                    int
}

// earlier is the criteria of the newest juries but one.
func (r repository) earlier(ctx context.Context, but campaign.PrizeID, most int) ([]usable, error) {
	return postgres.All[usable](ctx, r.q, `
		SELECT w.id AS prize_id, w.campaign_id, w.kind, w.name_fi AS prize_fi, w.name_sv AS prize_sv, w.name_en AS prize_en, j.scale,
		       c.id, c.name_fi, c.name_sv, c.name_en, c.weight
		FROM (SELECT award_id, scale FROM jury j
		      WHERE award_id <> $1 AND EXISTS (SELECT FROM jury_criterion c WHERE c.award_id = j.award_id)
		      ORDER BY award_id DESC LIMIT $2) j
		JOIN award w ON w.id = j.award_id
		JOIN jury_criterion c ON c.award_id = j.award_id
		ORDER BY w.id DESC, c.position`, but, most)
}
