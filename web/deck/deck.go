// Package deck makes the cards that every list of acts shows.
package deck

import (
	"context"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/taxonomy"
	"tekojentori.fi/tori/web/ui"
)

var adoptedBy = i18n.P(
	i18n.T("Käytössä %d muussa paikassa", "Används på %d annat håll", "In use in %d other place"),
	i18n.T("Käytössä %d muussa paikassa", "Används på %d andra håll", "In use in %d other places"))

// Deck knows what is on a card.
type Deck struct {
	Acts          *act.Service
	Organizations *organization.Service
	Terms         *taxonomy.Service
	Stats         *stats.Service
}

// Cards is the public acts with the ids, in their order.
func (d Deck) Cards(ctx context.Context, ids []int64) ([]ui.Card, error) {
	acts, err := d.Acts.Cards(ctx, act.IDsOf(ids), d.Stats.Catalogue().VersionOf)
	if err != nil {
		return nil, err
	}
	cards := make([]ui.Card, len(acts))
	for i, a := range acts {
		cards[i] = d.card(ctx, a)
	}
	return cards, nil
}

func (d Deck) card(ctx context.Context, a act.Summary) ui.Card {
	sector := d.Terms.Lists().Current(a.SectorID())
	c := ui.Card{
		Title: a.Title, URL: i18n.Path(ctx, "/katso/"+a.Slug), Lead: a.Lead, Color: ui.ColorOf(sector.Code),
		Organization: d.Organizations.Directory().Name(ctx, a.OrganizationID),
		Awarded:      d.Stats.Catalogue().IsAwarded(int64(a.ID)), Lang: a.Language, ID: int64(a.ID),
	}
	if n := d.Stats.Catalogue().AdoptedBy(int64(a.ID)); n > 0 {
		c.Adopted = adoptedBy.In(ctx, n)
	}
	if sector.ID != 0 {
		c.Sector = sector.Name.In(ctx)
	}
	if a.FirstPublishedAt != nil {
		c.Date = i18n.Date(ctx, *a.FirstPublishedAt)
	}
	return c
}
