package stats

import (
	"cmp"
	"slices"

	"tekojentori.fi/tori/internal/i18n"
)

// A Table is acts counted by one dimension.
type Table struct {
	Definition    Definition
	By            Dimension
	Total         int // acts, each once
	Organizations int // that take part, lead or partner
	Awarded       int
	Rows          []Count
}

var (
	baseRule = i18n.T(
		"Julkaistut kehittämisteot, myös arkistoidut. Yhteinen teko lasketaan kerran.",
		"Publicerade utvecklingsgärningar, även arkiverade. En gemensam gärning räknas en gång.",
		"Published development acts, archived ones too. A joint act counts once.")
	primaryRule = i18n.T(
		"Julkaistut kehittämisteot, myös arkistoidut, ensisijaisen toimialan tai teeman mukaan: jokainen teko on taulukossa kerran.",
		"Publicerade utvecklingsgärningar, även arkiverade, enligt primär bransch eller primärt tema: varje gärning finns en gång i tabellen.",
		"Published development acts, archived ones too, by their primary sector or theme: each act is in the table once.")
	organizationRule = i18n.T(
		"Julkaistut kehittämisteot, myös arkistoidut, organisaatioittain: yhteinen teko lasketaan jokaiselle tekijälleen, joten rivien summa voi olla yhteismäärää suurempi.",
		"Publicerade utvecklingsgärningar, även arkiverade, per organisation: en gemensam gärning räknas för varje organisation, så summan av raderna kan vara större än totalen.",
		"Published development acts, archived ones too, by organisation: a joint act counts for each of its organisations, so the rows may add up to more than the total.")
	allTime = i18n.T("Koko aika, ensimmäisen julkaisupäivän mukaan", "Hela tiden, enligt första publiceringsdag", "All time, by the day of first publication")
)

// Count is the table of the acts that f lets through, archived ones too.
func (c *Catalogue) Count(f Filter, by Dimension) Table {
	s := c.sum(f)
	t := Table{Definition: c.definition(f, by), By: by, Total: s.total(), Organizations: s.organizations(), Awarded: s.awardedActs()}
	counts := s.of(by)
	t.Rows = make([]Count, 0, positive(counts)+1)
	for i, n := range counts {
		if n > 0 {
			t.Rows = append(t.Rows, Count{Value: c.values[by].list[i], Count: int(n)})
		}
	}
	if rest := s.missing(by); rest > 0 {
		t.Rows = append(t.Rows, Count{Value: notTold, Count: rest})
	}
	t.order()
	return t
}

// positive is how many of some counts are more than nothing.
func positive(counts []int32) int {
	some := 0
	for _, n := range counts {
		if n > 0 {
			some++
		}
	}
	return some
}

// notTold is the row of acts without a value, so that rows add up to the total.
var notTold = Value{Code: noneCode, Label: i18n.T("Ei tiedossa", "Uppgift saknas", "Not known")}

// order puts the rows in the order that a reader expects: years as they come,
// the rest the most frequent first.
func (t *Table) order() {
	if t.By == Year {
		return
	}
	slices.SortStableFunc(t.Rows, func(a, b Count) int { return cmp.Compare(b.Count, a.Count) })
}

// definition is what a table of the acts of f by a dimension counts.
func (c *Catalogue) definition(f Filter, by Dimension) Definition {
	rule := baseRule
	switch by {
	case Sector, Theme:
		rule = primaryRule
	case Organization:
		rule = organizationRule
	default:
	}
	return c.define("acts_by_"+by.Code(), rule, f)
}

// Dots is how many acts each municipality has: of the act's own place, else
// of the seat of its lead organisation.
func (c *Catalogue) Dots() map[string]int {
	dots := map[string]int{}
	for i := range c.rows {
		if p := c.rows[i].place; p != "" && !c.rows[i].archived {
			dots[p]++
		}
	}
	return dots
}

// Totals is the big numbers of the front page.
type Totals struct {
	Acts          int // listed, archived ones left out
	Organizations int // that take part in them, lead or partner
	Awarded       int
}

var totalsRule = i18n.T(
	"Luvuissa ovat listan julkaistut teot ilman arkistoituja: yhteinen teko kerran, jokainen sen tekijöistä mukana.",
	"Siffrorna gäller de publicerade gärningarna i listan, utan arkiverade: en gemensam gärning räknas en gång, var och en av dess organisationer är med.",
	"The numbers are of the published acts in the list, without archived ones: a joint act counts once, each of its organisations takes part.")

// TotalsRule says in words what Totals counts.
func TotalsRule() i18n.Text { return totalsRule }

// Totals counts every listed act: the total of the list without choices.
func (c *Catalogue) Totals() Totals { return c.totals }

func (c *Catalogue) count() Totals {
	var t Totals
	orgs := make(present, len(c.values[Organization].list))
	for i := range c.rows {
		r := &c.rows[i]
		if r.archived {
			continue
		}
		t.Acts++
		orgs.note(r)
		if r.awarded() {
			t.Awarded++
		}
	}
	t.Organizations = orgs.number()
	return t
}

// present is which organisations take part.
type present []bool

func (p present) note(r *row) {
	for _, o := range r.orgs {
		p[o] = true
	}
}

func (p present) number() int {
	n := 0
	for _, here := range p {
		if here {
			n++
		}
	}
	return n
}
