// Package homepage is the front page.
package homepage

import (
	"context"
	"net/http"
	"time"

	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/web/deck"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/ui"
)

// Pages handles the front page.
type Pages struct {
	deck.Deck
	Campaigns *campaign.Service
	Now       func() time.Time
}

// A stall is a sector with its acts.
type stall struct {
	Name, URL, Color, Icon string
	Count                  int
}

type view struct {
	Totals   stats.Totals
	Newest   []ui.Card
	Awarded  []ui.Card
	Stalls   []stall
	Dots     []ui.Dot
	DotLabel string
	Campaign *campaign.Campaign
	Entered  int
}

// Front is the front page.
func (p Pages) Front(w http.ResponseWriter, r *http.Request) error {
	ctx, c := r.Context(), p.Stats.Catalogue()
	v := view{Totals: c.Totals(), Dots: p.Dots(ctx, c.Dots(), func(n int) string { return total.In(ctx, n) })}
	var err error
	if v.Newest, err = p.Cards(ctx, c.Select(stats.Filter{}).Page(stats.Newest, 0, 6)); err != nil {
		return err
	}
	if v.Awarded, err = p.Cards(ctx, c.Select(stats.Filter{}.With(stats.Awarded, "true")).Page(stats.Newest, 0, 3)); err != nil {
		return err
	}
	for _, n := range c.Select(stats.Filter{}).Facet(stats.Sector) {
		v.Stalls = append(v.Stalls, stall{n.Label.In(ctx), i18n.Path(ctx, "/toimialat/"+n.Slug), ui.ColorOf(n.Code), icons[n.Code], n.Count})
	}
	if open, ok := p.Campaigns.OpenAt(p.Now()); ok {
		v.Campaign = &open
		v.Entered = c.Count(stats.Filter{}.With(stats.Campaign, open.Slug), stats.Campaign).Total
	}
	v.DotLabel = mapLabel.In(ctx, v.Totals.Acts)
	return page.Render(w, r, http.StatusOK, front(v))
}

// progress tells what the big number of the campaign counts.
func (v view) progress(ctx context.Context) string {
	if v.Campaign.Goal > 0 {
		return entered.In(ctx, v.Campaign.Goal)
	}
	return enteredAll.In(ctx)
}

// icons is the picture of each sector's stall.
var icons = map[string]string{
	"education-and-upbringing": "graduation-cap", "social-and-health-services": "heart-pulse", "whole-organisation": "layers",
	"management-administration-and-finance": "landmark", "culture-and-leisure": "palette", "housing-property-and-environment": "leaf",
	"business-services": "briefcase", "cleaning-and-catering-services": "utensils", "employment-services": "handshake",
}
