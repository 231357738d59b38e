package statspage

import (
	"context"
	"slices"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/web/deck"
	"tekojentori.fi/tori/web/ui"
)

// A selectOf is the choices of one dimension in the form.
type selectOf struct {
	Field   ui.Field
	Options []ui.Option
}

// selectable is the dimensions that the form offers. There are hundreds of
// organisations: one is chosen from its own page.
var selectable = []struct {
	of         stats.Dimension
	label, all i18n.Text
}{
	{stats.Sector, i18n.T("Toimiala", "Bransch", "Sector"), i18n.T("Kaikki toimialat", "Alla branscher", "All sectors")},
	{stats.Theme, i18n.T("Teema", "Tema", "Theme"), i18n.T("Kaikki teemat", "Alla teman", "All themes")},
	{stats.Region, i18n.T("Maakunta", "Landskap", "Region"), i18n.T("Kaikki maakunnat", "Alla landskap", "All regions")},
	{stats.OrganizationType, i18n.T("Organisaatiotyyppi", "Organisationstyp", "Type of organisation"), i18n.T("Kaikki organisaatiot", "Alla organisationer", "All organisations")},
}

// narrowed notes what the numbers are narrowed by, and what they can be.
func (v *view) narrowed(ctx context.Context, c *stats.Catalogue) {
	for _, d := range deck.Narrowing() {
		for _, code := range v.Filter.Codes[d] {
			if value, _ := c.Value(d, code); d != stats.Campaign {
				v.Chips = append(v.Chips, ui.Chip{Label: value.Label.In(ctx), URL: i18n.Path(ctx, v.of(d, "").address(statisticsPath))})
			}
		}
	}
	if v.Period != (deck.Period{}) {
		always := *v
		always.Period, always.Other = deck.Period{}, deck.Period{}
		v.Chips = append(v.Chips, ui.Chip{Label: inShort(ctx, v.Period), URL: i18n.Path(ctx, always.address(statisticsPath))})
	}
	for _, s := range selectable {
		options := []ui.Option{{Label: s.all.In(ctx)}}
		for _, value := range c.Values(s.of) {
			options = append(options, ui.Option{Value: value.Code, Label: value.Label.In(ctx), Chosen: slices.Contains(v.Filter.Codes[s.of], value.Code)})
		}
		v.Selects = append(v.Selects, selectOf{ui.Field{Name: deck.Params[s.of], Label: s.label}, options})
	}
	of := v.Filter.Codes[stats.Campaign]
	every := view{Filter: v.Filter}.of(stats.Campaign, "") // a campaign has a time of its own
	v.Choices = append(v.Choices, choice{everything.In(ctx), i18n.Path(ctx, every.address(statisticsPath)), len(of) == 0})
	for _, n := range c.Count(stats.Filter{}, stats.Campaign).Rows {
		v.Choices = append(v.Choices, choice{n.Label.In(ctx), i18n.Path(ctx, every.of(stats.Campaign, n.Code).address(statisticsPath)), len(of) > 0 && of[0] == n.Code})
	}
}

// totals is the three large numbers.
func (v view) totals() []ui.Stat {
	one := func(n int, many, one i18n.Text) ui.Stat {
		if n == 1 {
			return ui.Stat{Count: n, Label: one}
		}
		return ui.Stat{Count: n, Label: many}
	}
	return []ui.Stat{one(v.Total.Total, actsT, actT), one(v.Total.Organizations, orgsT, orgT), one(v.Total.Awarded, awardedT, awardT)}
}

// of is v with another choice of a dimension, or with none.
func (v view) of(d stats.Dimension, code string) view {
	v.Filter = v.Filter.Without(d, "")
	if code != "" {
		v.Filter = v.Filter.With(d, code)
	}
	return v
}

// kept is the choices that the form does not offer.
func (v view) kept() []ui.Option {
	var kept []ui.Option
	for _, d := range []stats.Dimension{stats.Campaign, stats.Organization} {
		for _, code := range v.Filter.Codes[d] {
			kept = append(kept, ui.Option{Label: deck.Params[d], Value: code})
		}
	}
	return kept
}
