package stats

import (
	"slices"
	"strconv"
	"time"

	"tekojentori.fi/tori/internal/i18n"
)

// A Figure is one number with the rule that it is counted by.
type Figure struct {
	Definition Definition
	Value      int
	Of         int // how many acts, or municipalities, it was counted from
}

var (
	waitRule = i18n.T(
		"Mediaani: puolet julkaistuista teoista tuli julki enintään näin monessa päivässä ensimmäisestä lähettämisestä. Mukana vain teot, joiden lähetyspäivä tiedetään.",
		"Median: hälften av de publicerade gärningarna kom ut inom så här många dagar från första inskickningen. Bara gärningar med känd inskickningsdag.",
		"Median: half of the published acts came out within so many days of being sent first. Only acts whose day of sending is known.")
	adoptionRule = i18n.T(
		"Kuinka monta kertaa jokin toinen organisaatio on kertonut, että julkaistu teko on sillä nyt käytössä.",
		"Hur många gånger en annan organisation har berättat att den nu använder en publicerad gärning.",
		"How many times another organisation has told that it uses a published act now.")
	coverageRule = i18n.T(
		"Kunnat, joilla on ainakin yksi julkaistu teko, yksin tai yhdessä, maakunnan kaikista nykyisistä kunnista. Lakkautetun kunnan teko on sen kunnan, johon se liittyi.",
		"Kommuner med minst en publicerad gärning, ensamma eller tillsammans, av alla nuvarande kommuner i landskapet. En upplöst kommuns gärning hör till kommunen som den gick upp i.",
		"Municipalities with at least one published act, alone or together, of all the municipalities of the region today. An act of a dissolved municipality is that of the one it became part of.")
	monthRule = i18n.T(
		"Julkaistut kehittämisteot, myös arkistoidut, ensimmäisen julkaisun kuukauden mukaan Suomen aikaa. Yhteinen teko lasketaan kerran.",
		"Publicerade utvecklingsgärningar, även arkiverade, enligt månaden för första publiceringen i finsk tid. En gemensam gärning räknas en gång.",
		"Published development acts, archived ones too, by the month of first publication in Finnish time. A joint act counts once.")
)

// unknownWait is the wait of an act whose day of sending is not known.
const unknownWait = -1

// Wait is the median of the days from the first sending to the publication.
func (c *Catalogue) Wait(f Filter) Figure {
	s := c.sum(f)
	waits := s.line[s.wait : s.wait+maxWait+2]
	fig := Figure{Definition: c.define("median_days_to_publication", waitRule, f)}
	for _, n := range waits {
		fig.Of += int(n)
	}
	for days, upTo := 0, 0; days < len(waits) && fig.Of > 0; days++ {
		if upTo += int(waits[days]); 2*upTo >= fig.Of {
			fig.Value = days
			break
		}
	}
	if fig.Value > maxWait {
		fig.Value = c.longWait(f)
	}
	return fig
}

// longWait is the median where it is longer than sums tell apart.
func (c *Catalogue) longWait(f Filter) int {
	f.Archived = true
	var days []int32
	for _, n := range c.Select(f).matches {
		if d := c.rows[n].wait; d != unknownWait {
			days = append(days, d)
		}
	}
	slices.Sort(days)
	return int(days[(len(days)-1)/2])
}

// Adoptions is how many times acts are in use elsewhere, and how many acts are.
func (c *Catalogue) Adoptions(f Filter) Figure {
	s := c.sum(f)
	return Figure{
		Definition: c.define("adoptions", adoptionRule, f),
		Value:      int(s.line[s.adoptions]), Of: int(s.line[s.adopted]),
	}
}

// A Coverage is how many municipalities of a region take part.
type Coverage struct {
	Value
	Taking, All int
}

// Coverage is each region with its municipalities, and how many of them have
// an act that f lets through.
func (c *Catalogue) Coverage(f Filter) (Definition, []Coverage) {
	taking := c.takingPart(f)
	regions := make([]Coverage, len(c.values[Region].list))
	for i, v := range c.values[Region].list {
		regions[i].Value = v
	}
	for i, o := range c.orgs {
		if !o.counted() {
			continue
		}
		regions[o.region].All++
		if taking[i] {
			regions[o.region].Taking++
		}
	}
	return c.define("coverage_by_region", coverageRule, f),
		slices.DeleteFunc(regions, func(r Coverage) bool { return r.All == 0 })
}

// Months is the acts of each of the n months that end with the one of until,
// the oldest first; the zero until is the month of the newest of them. Months without acts are there too.
func (c *Catalogue) Months(f Filter, until time.Time, n int) Table {
	s := c.sum(f)
	counts := s.line[s.month : s.month+maxMonths]
	last := monthOf(until)
	if until.IsZero() {
		for i, count := range counts {
			if count > 0 {
				last = firstYear*12 + i
			}
		}
	}
	t := Table{Definition: c.define("acts_by_month", monthRule, f)}
	for m := last - n + 1; m <= last; m++ {
		count := 0
		if at := m - firstYear*12; at >= 0 && at < maxMonths {
			count = int(counts[at])
		}
		t.Rows = append(t.Rows, Count{Value: monthValue(m), Count: count})
		t.Total += count
	}
	return t
}

// eras is what the programme has been called, from which year on: its own
// names, in every language.
var eras = []struct {
	from int
	name i18n.Text
}{
	{firstYear, i18n.Name("Kunteko 2020 (2015–2020)", "", "")},
	{2021, i18n.Name("Kuntatyö2030 (2021–2022)", "", "")},
	{2023, i18n.Name("Tärkeissä töissä (2023–)", "", "")},
}

var eraRule = i18n.T(
	"Julkaistut kehittämisteot, myös arkistoidut, sen mukaan, mikä ohjelman nimi oli ensimmäisen julkaisun vuonna. Yhteinen teko lasketaan kerran.",
	"Publicerade utvecklingsgärningar, även arkiverade, enligt programmets namn det år då gärningen först publicerades. En gemensam gärning räknas en gång.",
	"Published development acts, archived ones too, by the name that the programme had in the year of first publication. A joint act counts once.")

// Eras is the acts by what the programme was called when they came out.
func (c *Catalogue) Eras(f Filter) Table {
	s := c.sum(f)
	t := Table{Definition: c.define("acts_by_era", eraRule, f), Total: s.total(), Organizations: s.organizations(), Awarded: s.awardedActs()}
	for _, e := range eras {
		t.Rows = append(t.Rows, Count{Value: Value{Code: strconv.Itoa(e.from), Label: e.name}})
	}
	for i, n := range s.line[s.month : s.month+maxMonths] {
		at := len(eras) - 1
		for at > 0 && firstYear+i/12 < eras[at].from {
			at--
		}
		t.Rows[at].Count += int(n)
	}
	t.Rows = slices.DeleteFunc(t.Rows, func(r Count) bool { return r.Count == 0 })
	return t
}

// monthOf numbers the months, in Finnish time.
func monthOf(t time.Time) int {
	at := t.In(i18n.Helsinki())
	return at.Year()*12 + int(at.Month()) - 1
}
