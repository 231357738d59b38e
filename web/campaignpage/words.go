package campaignpage

import (
	"context"
	"fmt"

	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
)

// progressWords tells what the big number counts, and the goal.
func progressWords(ctx context.Context, s summary) string {
	if s.Goal > 0 {
		return enteredOf.In(ctx, s.Goal, s.Organizations)
	}
	return enteredBy.In(ctx, s.Organizations)
}

func lateRule(ctx context.Context, c campaign.Campaign) string {
	if c.LateDays == 0 {
		return notLate.In(ctx)
	}
	return lateUntil.In(ctx, c.LateDays, i18n.Date(ctx, c.LastDay()))
}

// listOf is the very acts that a campaign counts, archived ones too.
func listOf(c campaign.Campaign) string { return "/tekojen-tori?arkisto=mukana&kampanja=" + c.Slug }

// leaderPath leads to the acts behind a number; a group has no list of its
// own, so its municipality stands in.
func leaderPath(c campaign.Campaign, l stats.Leader) string {
	if c.CountedFor == campaign.Group {
		return "/organisaatiot/" + l.Code
	}
	return listOf(c) + "&organisaatio=" + l.Code
}

// teamPath is where the team changes a campaign.
func teamPath(c campaign.Campaign) string { return fmt.Sprintf("/ohjelma/kampanjat/%d", int64(c.ID)) }

// Paths is the addresses of the pages that everyone may see.
func (p Pages) Paths() []string {
	paths := []string{"/kampanjat"}
	for _, c := range p.Campaigns.Public() {
		paths = append(paths, "/kampanjat/"+c.Slug)
	}
	return paths
}
