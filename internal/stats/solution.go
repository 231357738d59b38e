package stats

import (
	"context"
	"fmt"
	"time"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/postgres"
)

var (
	solutionRule = i18n.T(
		"Toimituksen kirjoittamat kiinnostavat ratkaisut, myös arkistoidut. Ne kertovat teoista mutta eivät itse ole tekoja, joten ne eivät ole mukana tekojen luvuissa.",
		"Intressanta lösningar som redaktionen har skrivit, även arkiverade. De berättar om gärningar men är inte själva gärningar, så de ingår inte i gärningarnas siffror.",
		"Interesting solutions written by the editors, archived ones too. They tell of acts but are none themselves, so they are in no number of acts.")
	solutionTitle = i18n.T("Kiinnostavat ratkaisut", "Intressanta lösningar", "Interesting solutions")
	solutionRow   = Value{Code: "solutions", Label: solutionTitle}
)

// SolutionTitle is what the table of solutions is called.
func SolutionTitle() i18n.Text { return solutionTitle }

// readSolutions reads when each public solution came out, the oldest first.
func (s *Service) readSolutions(ctx context.Context, c *Catalogue) (err error) {
	c.solutions, err = postgres.Values[time.Time](ctx, s.db, `
		SELECT published_at FROM solution WHERE status IN ('published', 'archived') AND published_at IS NOT NULL ORDER BY published_at`)
	if err != nil {
		return fmt.Errorf("read the solutions: %w", err)
	}
	return nil
}

// Solutions is how many solutions came out in the time of f. They have none of
// the dimensions of acts: where f asks for one, there are none.
func (c *Catalogue) Solutions(f Filter) Figure {
	fig := Figure{Definition: c.define("solutions", solutionRule, f)}
	for _, codes := range f.Codes {
		if len(codes) > 0 {
			return fig
		}
	}
	for _, at := range c.solutions {
		if !at.Before(f.From) && (f.Until.IsZero() || at.Before(f.Until)) {
			fig.Value++
		}
	}
	return fig
}

// SolutionTable is Solutions as a table.
func (c *Catalogue) SolutionTable(f Filter) Table {
	n := c.Solutions(f)
	return Table{Definition: n.Definition, Total: n.Value, Rows: []Count{{Value: solutionRow, Count: n.Value}}}
}
