package deck

import (
	"context"

	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/web/ui"
)

// Bars is the rows of a table, to be drawn.
func Bars(ctx context.Context, t stats.Table) []ui.Bar {
	all := make([]ui.Bar, 0, len(t.Rows))
	for _, r := range t.Rows {
		all = append(all, ui.Bar{Label: r.Label.In(ctx), Count: r.Count})
	}
	return all
}

// Totals is single numbers, to be shown large.
func Totals(numbers []stats.Named) []ui.Stat {
	var all []ui.Stat
	for _, n := range numbers {
		all = append(all, ui.Stat{Label: n.Name, Count: n.Total})
	}
	return all
}
