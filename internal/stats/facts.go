package stats

import (
	"fmt"

	"tekojentori.fi/tori/internal/i18n"
)

// The rows of tables of single numbers.
var (
	daysRow     = Value{Code: "days", Label: i18n.T("Päiviä (mediaani)", "Dagar (median)", "Days (median)")}
	adoptedRow  = Value{Code: "acts", Label: i18n.T("Tekoja, jotka ovat käytössä muualla", "Gärningar som är i bruk på annat håll", "Acts in use elsewhere")}
	adoptionRow = Value{Code: "adoptions", Label: i18n.T("Käyttöönottoja muualla", "Gånger i bruk på annat håll", "Adoptions elsewhere")}
	ofAllRow    = i18n.T("%s (kuntia %d)", "%s (%d kommuner)", "%s (%d municipalities)")
)

// WaitTable is Wait as a table: its total is the acts that it was counted from.
func (c *Catalogue) WaitTable(f Filter) Table {
	w := c.Wait(f)
	return Table{Definition: w.Definition, Total: w.Of, Rows: []Count{{Value: daysRow, Count: w.Value}}}
}

// AdoptionTable is Adoptions as a table: its total is how many times.
func (c *Catalogue) AdoptionTable(f Filter) Table {
	a := c.Adoptions(f)
	return Table{Definition: a.Definition, Total: a.Value, Rows: []Count{{Value: adoptionRow, Count: a.Value}, {Value: adoptedRow, Count: a.Of}}}
}

// CoverageTable is Coverage as a table: its total is the municipalities that
// take part.
func (c *Catalogue) CoverageTable(f Filter) Table {
	rule, regions := c.Coverage(f)
	t := Table{Definition: rule}
	for _, r := range regions {
		name := r.Label
		label := inEach(func(l i18n.Lang) string { return fmt.Sprintf(ofAllRow.To(l), name.To(l), r.All) })
		t.Rows = append(t.Rows, Count{Value: Value{Code: r.Code, Slug: r.Slug, Label: label}, Count: r.Taking})
		t.Total += r.Taking
	}
	return t
}

// Taking is the municipalities of today that take part in the acts of f, by
// their codes.
func (c *Catalogue) Taking(f Filter) map[string]bool {
	taking := map[string]bool{}
	for i, part := range c.takingPart(f) {
		if o := c.orgs[i]; part && o.counted() {
			taking[o.place] = true
		}
	}
	return taking
}

// takingPart is which organisations have an act that f lets through, be it one
// of a municipality that has become part of them.
func (c *Catalogue) takingPart(f Filter) []bool {
	taking := make([]bool, len(c.orgs))
	for i, n := range c.sum(f).of(Organization) {
		if n == 0 {
			continue
		}
		o := int32(i)
		for range c.orgs { // nobody follows a circle for ever
			if !c.orgs[o].dissolved || c.orgs[o].successor < 0 {
				break
			}
			o = c.orgs[o].successor
		}
		taking[o] = true
	}
	return taking
}

// counted reports whether o is one of those that coverage is told of.
func (o org) counted() bool { return o.municipality && !o.dissolved && o.region >= 0 }
