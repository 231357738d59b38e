package statspage

import (
	"context"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/web/deck"
	"tekojentori.fi/tori/web/ui"
)

// pagesOf is where the pages are that lead to their own figures.
var pagesOf = []struct {
	Label i18n.Text
	URL   string
}{
	{i18n.T("organisaatiot", "organisationer", "organisations"), "/organisaatiot"},
	{i18n.T("toimialat", "branscher", "sectors"), "/toimialat"},
	{i18n.T("teemat", "teman", "themes"), "/teemat"},
	{i18n.T("maakunnat", "landskap", "regions"), "/maakunnat"},
}

// narrowed notes what the numbers are narrowed by, and the campaigns that they
// can be.
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

// kept is the choices that the form of the period keeps.
func (v view) kept() []ui.Option {
	var kept []ui.Option
	for _, d := range deck.Narrowing() {
		for _, code := range v.Filter.Codes[d] {
			kept = append(kept, ui.Option{Label: deck.Params[d], Value: code})
		}
	}
	return kept
}
