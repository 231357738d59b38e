package statspage

import (
	"context"
	"slices"
	"strconv"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/web/deck"
)

// A comparison is what two periods have, side by side.
type comparison struct {
	This, Other string // the periods in words
	Rules       []string
	Rows        []compared
	Waits       bool // the days until publication are among them
}

// A compared is a number of both periods.
type compared struct {
	Label       string
	This, Other int
	Change      string
}

// comparisonName is what a comparison is called under /upota.
const comparisonName = "vertailu"

// compare counts the acts of f, which are of a period, and those of the other
// period that has been asked for; else of the one before, when there is one.
func compare(ctx context.Context, c *stats.Catalogue, f stats.Filter, period, other deck.Period) *comparison {
	if other == (deck.Period{}) {
		var ok bool
		if other, ok = period.Before(); !ok {
			return nil
		}
	}
	g := other.Narrow(f)
	x := &comparison{This: inShort(ctx, period), Other: inShort(ctx, other)}
	if x.This == "" {
		x.This = everything.In(ctx)
	}
	this, that := c.Count(f, stats.Sector), c.Count(g, stats.Sector)
	x.Rules = []string{this.Definition.Rule.In(ctx), changeRule.In(ctx)}
	x.add(ctx, actsRowT, this.Total, that.Total)
	x.add(ctx, orgsRowT, this.Organizations, that.Organizations)
	x.add(ctx, awardedRowT, this.Awarded, that.Awarded)
	if a, b := c.Wait(f), c.Wait(g); a.Of > 0 && b.Of > 0 {
		x.Waits = true
		x.add(ctx, waitRowT, a.Value, b.Value)
		x.Rules = append(x.Rules, waitRowT.In(ctx)+": "+a.Definition.Rule.In(ctx))
	}
	spread := c.Adoptions(f)
	x.add(ctx, adoptedRowT, spread.Value, c.Adoptions(g).Value)
	x.Rules = append(x.Rules, adoptedRowT.In(ctx)+": "+spread.Definition.Rule.In(ctx))
	for _, v := range c.Values(stats.Sector) {
		if a, b := countOf(this, v.Code), countOf(that, v.Code); a > 0 || b > 0 {
			x.add(ctx, v.Label, a, b)
		}
	}
	return x
}

// inShort is a period in words: whole years by their numbers alone.
func inShort(ctx context.Context, p deck.Period) string {
	first, last, ok := p.Years()
	switch {
	case !ok:
		return p.In(ctx)
	case first == last:
		return strconv.Itoa(first)
	}
	return strconv.Itoa(first) + "–" + strconv.Itoa(last)
}

func countOf(t stats.Table, code string) int {
	n := slices.IndexFunc(t.Rows, func(r stats.Count) bool { return r.Code == code })
	if n < 0 {
		return 0
	}
	return t.Rows[n].Count
}

// add adds a row with its change, in numbers and in parts of the other period.
func (x *comparison) add(ctx context.Context, label i18n.Text, this, other int) {
	row, sign, by := compared{Label: label.In(ctx), This: this, Other: other, Change: sameT.In(ctx)}, "+", this-other
	if by < 0 {
		sign, by = "−", -by
	}
	if by > 0 {
		row.Change = changeT.In(ctx, sign+i18n.Number(ctx, by))
	}
	if by > 0 && other > 0 {
		row.Change += " (" + sign + i18n.Percent(ctx, by, other) + ")"
	}
	x.Rows = append(x.Rows, row)
}

var (
	compareT      = i18n.T("Kaksi aikaa rinnakkain", "Två perioder sida vid sida", "Two periods side by side")
	changeRule    = i18n.T("Muutos on vertailuajasta tähän aikaan.", "Förändringen är från jämförelseperioden till den här.", "The change is from the other period to this one.")
	compareTableT = i18n.T("Vertailu taulukkona", "Jämförelsen som tabell", "The comparison as a table")
	measureT      = i18n.T("Luku", "Siffra", "Number")
	changeT       = i18n.T("muutos %s", "förändring %s", "change %s")
	sameT         = i18n.T("ei muutosta", "ingen förändring", "no change")
	actsRowT      = i18n.T("Kehittämistekoja", "Utvecklingsgärningar", "Development acts")
	orgsRowT      = i18n.T("Organisaatioita mukana", "Organisationer med", "Organisations that take part")
	awardedRowT   = i18n.T("Palkittuja tekoja", "Prisbelönta gärningar", "Awarded acts")
	waitRowT      = i18n.T("Päiviä lähettämisestä julkaisuun (mediaani)", "Dagar från inskickning till publicering (median)", "Days from sending to publication (median)")
	adoptedRowT   = i18n.T("Käyttöönottoja muualla", "Gånger i bruk på annat håll", "Adoptions elsewhere")
	otherFromL    = i18n.T("Vertaa aikaan, joka alkaa", "Jämför med perioden från", "Compare with the period from")
	otherUntilL   = i18n.T("ja päättyy", "till", "until")
	otherHint     = i18n.T("Jos et valitse vertailuaikaa, vertaamme yhtä pitkään aikaan heti edellä.", "Om du inte väljer en jämförelseperiod jämför vi med en lika lång period strax före.", "Unless you choose a period to compare with, we compare with one of the same length just before.")
)
