// Package campaignpage is the campaigns for everyone: what they ask for, how
// far they are and who leads; and for the programme team, who makes them.
package campaignpage

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"time"

	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/web/deck"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/ui"
)

// Pages handles /kampanjat and /ohjelma/kampanjat.
type Pages struct {
	deck.Deck
	Campaigns *campaign.Service
	Flash     func(w http.ResponseWriter, r *http.Request, word string) error // said on the next page
	Now       func() time.Time
}

// top is how many organisations a leaderboard shows at once, and most how many
// in all: a page has its limits.
const (
	top  = 10
	most = 50
)

// newest is how many of the last entries are shown.
const newest = 6

type summary struct {
	campaign.Campaign
	Standing      string // where it is in time, in words
	Over          bool   // no more acts are taken
	Entered       int
	Organizations int
}

type showView struct {
	summary
	Takes       bool // acts can be entered today
	Board       stats.Leaderboard
	PerThousand []stats.Leader
	PerStaff    []stats.Leader // per 1,000 employees, of those who are known
	SectorNames []string
	Newest      []ui.Card
	Edit        bool // the viewer may change it
	Awarded     int  // the year of its awards; 0: none are out
}

// List is every campaign, the newest first.
func (p Pages) List(w http.ResponseWriter, r *http.Request) error {
	var all []summary
	for _, c := range p.Campaigns.Public() {
		all = append(all, p.summary(r.Context(), c))
	}
	return page.Render(w, r, http.StatusOK, list(all))
}

// Show is one campaign. One that is not public yet is shown to the team alone.
func (p Pages) Show(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	found, ok := p.Campaigns.BySlug(r.PathValue("slug"))
	if !ok || !found.Public && !page.Viewer(r).RunsProgramme() {
		return fmt.Errorf("campaign %q: %w", r.PathValue("slug"), fault.NotFound)
	}
	c := p.Stats.Catalogue()
	v := showView{summary: p.summary(ctx, found), Takes: found.TakesAt(p.Now()), Edit: page.Viewer(r).RunsProgramme()}
	v.Board = c.Leaders(entries(found), found.CountedFor == campaign.Group)
	v.PerThousand, v.PerStaff = v.Board.PerThousand(), v.Board.PerThousandOf(p.Campaigns.Sizes(found))
	var err error
	if v.Awarded, err = p.Campaigns.AwardedIn(ctx, found.ID); err != nil {
		return err
	}
	v.SectorNames = p.sectorNames(i18n.From(ctx), found)
	if v.Newest, err = p.Cards(ctx, c.Select(entries(found)).Page(stats.Newest, 0, newest)); err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, show(v))
}

// entries is the acts of a campaign as the counting module takes them.
func entries(c campaign.Campaign) stats.Filter { return stats.Filter{}.With(stats.Campaign, c.Slug) }

func (p Pages) summary(ctx context.Context, c campaign.Campaign) summary {
	t := p.Stats.Catalogue().Count(entries(c), stats.Campaign)
	return summary{Campaign: c, Standing: standing(ctx, c, p.Now()), Over: c.OverAt(p.Now()), Entered: t.Total, Organizations: t.Organizations}
}

// standing is where a campaign is in time, in words that are true all day.
func standing(ctx context.Context, c campaign.Campaign, now time.Time) string {
	today := now.In(i18n.Helsinki()).Format(time.DateOnly)
	day, _ := time.Parse(time.DateOnly, today)
	days := func(until time.Time) int { return int(until.Sub(day).Hours() / 24) }
	switch {
	case day.Before(c.OpensOn):
		return opensOn.In(ctx, opensIn.In(ctx, days(c.OpensOn)), i18n.Date(ctx, c.OpensOn))
	case day.Equal(c.ClosesOn):
		return lastDay.In(ctx)
	case day.Before(c.ClosesOn):
		return closesOn.In(ctx, daysLeft.In(ctx, days(c.ClosesOn)), i18n.Date(ctx, c.ClosesOn))
	case c.TakesAt(now):
		return grace.In(ctx, i18n.Date(ctx, c.ClosesOn), i18n.Date(ctx, c.LastDay()))
	}
	return closed.In(ctx, i18n.Date(ctx, c.ClosesOn))
}

// lead is why to take part or, once it is over, a word of thanks.
func (s summary) lead(ctx context.Context) string {
	switch {
	case !s.Over:
		return s.Pitch.In(ctx)
	case s.Entered > 0:
		return thanks.In(ctx)
	}
	return ""
}

// decimals is how many the numbers per thousand of some leaders need, for none
// of those who take part to be shown as nought.
func decimals(some []stats.Leader) int {
	if slices.ContainsFunc(some, func(l stats.Leader) bool { return l.PerThousand < 0.005 }) {
		return 3
	}
	return 2
}
