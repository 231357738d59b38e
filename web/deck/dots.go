package deck

import (
	"context"

	"tekojentori.fi/tori/web/ui"
)

// Dots is every municipality of today with its count, by code. Words tells a
// count in words.
func (d Deck) Dots(ctx context.Context, counts map[string]int, words func(n int) string) []ui.Dot {
	var dots []ui.Dot
	for _, place := range d.Organizations.Directory().Places() {
		if place.X == 0 && place.Y == 0 {
			continue
		}
		dot := ui.Dot{X: place.X, Y: place.Y, Count: counts[place.Code]}
		if dot.Count > 0 {
			dot.Label = place.Name.In(ctx) + ": " + words(dot.Count)
		}
		dots = append(dots, dot)
	}
	return dots
}
