package jury

import (
	"context"
	"fmt"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/postgres"
)

// Earlier is the juries that have criteria which another one could score by too,
// the newest first: for the team, which then saves them as its own.
func (s *Service) Earlier(ctx context.Context, viewer account.Account, but campaign.PrizeID) ([]Jury, error) {
	if !viewer.RunsProgramme() {
		return nil, fmt.Errorf("criteria of other juries than that of %v: %w", but, fault.Forbidden)
	}
	const most = 50
	ids, err := postgres.Values[campaign.PrizeID](ctx, s.db, `
		SELECT award_id FROM jury j WHERE award_id <> $1 AND EXISTS (SELECT FROM jury_criterion c WHERE c.award_id = j.award_id)
		ORDER BY award_id DESC LIMIT $2`, but, most)
	if err != nil {
		return nil, err
	}
	juries := make([]Jury, len(ids))
	for i, id := range ids {
		p, err := s.prize(ctx, s.db, id)
		if err != nil {
			return nil, err
		}
		if juries[i], err = (repository{s.db}).read(ctx, p); err != nil {
			return nil, err
		}
	}
	return juries, nil
}
