package demo

import (
	"context"
	"fmt"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/follow"
)

// followed is the act that the demo's readers keep an eye on: what comes after
// this is told to them once the portal runs.
const followed = "2022-126"

func (s *Service) follows(ctx context.Context, ids map[string]act.ID) error {
	for _, email := range []string{"sparraaja@example.fi", "toimitus@example.fi"} {
		by, err := s.Accounts.FindByEmail(ctx, email)
		if err == nil {
			err = s.Follows.FollowAct(ctx, by, ids[followed], follow.Each)
		}
		if err != nil {
			return fmt.Errorf("%s follows %s: %w", email, followed, err)
		}
	}
	return nil
}
