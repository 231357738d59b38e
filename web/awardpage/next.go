package awardpage

import (
	"context"
	"strings"

	"tekojentori.fi/tori/internal/i18n"
)

// An upcoming is a campaign whose awards are still to come.
type upcoming struct{ Name, URL, Words string }

// next is what comes after the awards that are out: the campaigns that still
// take acts, and those whose gala is to come. The page is made anew at the gala
// and each day.
func (p Pages) next(ctx context.Context) []upcoming {
	var all []upcoming
	for _, c := range p.Campaigns.Public() {
		var words []string
		if c.TakesAt(p.Now()) {
			words = append(words, stillTakes.In(ctx))
		}
		if c.GalaAt.After(p.Now()) {
			words = append(words, toldOn.In(ctx, i18n.Date(ctx, c.GalaAt)))
		}
		if len(words) > 0 {
			all = append(all, upcoming{c.Name.In(ctx), i18n.Path(ctx, "/kampanjat/"+c.Slug), strings.Join(words, " ")})
		}
	}
	return all
}

// others is the years of awards but the one that is shown.
func (v yearView) others() []int {
	var some []int
	for _, y := range v.Years {
		if y != v.Year {
			some = append(some, y)
		}
	}
	return some
}

var (
	nextT      = i18n.T("Seuraavaksi", "Härnäst", "What comes next")
	stillTakes = i18n.T("Kampanja on käynnissä, ja tekosi ehtii vielä mukaan.", "Kampanjen pågår, och din gärning hinner ännu med.", "The campaign is on, and your act can still take part.")
	toldOn     = i18n.T("Palkitut kerrotaan täällä %s.", "De prisbelönta presenteras här %s.", "The awarded will be here on %s.")
	otherYears = i18n.T("Muut vuodet", "Andra år", "Other years")
)
