package stats

import (
	"cmp"
	"slices"
	"time"

	"tekojentori.fi/tori/internal/i18n"
)

// An org is what the catalogue knows of an organisation beyond its name.
type org struct {
	municipality bool
	dissolved    bool
	region       int8      // its bit; -1: not known
	inhabitants  int       // of a municipality; 0: not known, or none
	head         int32     // the municipality that a company belongs to, else itself
	successor    int32     // who went on with its work; -1: nobody, or not known
	ended        time.Time // its last day; zero: not known, or none
	place        string    // code of the municipality that it is, or has its seat in
	kind         int       // the bit of its type
}

// A Leader is a row of a leaderboard.
type Leader struct {
	Value
	Count        int
	Inhabitants  int // 0: not known, or none
	Municipality bool
	PerThousand  float64 // acts per 1,000 inhabitants; 0 without inhabitants
	Place        int     // from 1; those with the same count share one
}

// A Leaderboard is organisations by their acts, the most first.
type Leaderboard struct {
	Definition Definition
	Leaders    []Leader
}

var (
	leadersRule = i18n.T(
		"Mukana olevat julkaistut teot organisaatioittain, myös arkistoidut. Yhteinen teko lasketaan jokaiselle tekijälleen.",
		"Publicerade gärningar som är med, även arkiverade, per organisation. En gemensam gärning räknas för varje organisation.",
		"Published acts that take part, archived ones too, by organisation. A joint act counts for each of its organisations.")
	groupsRule = i18n.T(
		"Mukana olevat julkaistut teot kuntakonserneittain, myös arkistoidut: yhtiön teko lasketaan kotikunnalleen. Yhteinen teko lasketaan jokaiselle tekijälleen, samalle konsernille kerran.",
		"Publicerade gärningar som är med, även arkiverade, per kommunkoncern: ett bolags gärning räknas för dess hemkommun. En gemensam gärning räknas för varje organisation, en gång per koncern.",
		"Published acts that take part, archived ones too, by municipal group: a company’s act counts for its home municipality. A joint act counts for each of its organisations, once a group.")
	perThousandRule = i18n.T(
		"Kunnan mukana olevat teot jaettuna sen asukasluvulla ja kerrottuna tuhannella. Vain kunnilla on asukasluku.",
		"Kommunens gärningar som är med, delade med dess invånarantal och multiplicerade med tusen. Bara kommuner har invånarantal.",
		"The acts of a municipality that take part, divided by its inhabitants and multiplied by a thousand. Only municipalities have inhabitants.")
	perEmployeesRule = i18n.T(
		"Organisaation mukana olevat teot jaettuna sen henkilöstömäärällä ja kerrottuna tuhannella. Taulukossa ovat ne, joiden henkilöstömäärä on kerrottu ohjelmatiimille.",
		"Organisationens gärningar som är med, delade med antalet anställda och multiplicerade med tusen. Tabellen har de organisationer vars antal anställda har meddelats programteamet.",
		"The acts of an organisation that take part, divided by its employees and multiplied by a thousand. The table has those whose number of employees the programme team has been told.")
)

// PerThousandRule says in words how acts per 1,000 inhabitants are counted.
func PerThousandRule() i18n.Text { return perThousandRule }

// PerEmployeesRule says in words how acts per 1,000 employees are counted.
func PerEmployeesRule() i18n.Text { return perEmployeesRule }

// Leaders ranks the organisations by the acts that f lets through, archived
// ones too; companies stand with their municipalities when groups is true.
func (c *Catalogue) Leaders(f Filter, groups bool) Leaderboard {
	board := Leaderboard{Definition: c.define("leaders", leadersRule, f)}
	if groups {
		board.Definition = c.define("leaders_by_group", groupsRule, f)
	}
	counts := make([]int, len(c.values[Organization].list))
	var seen []int32
	for _, n := range c.matches(f) {
		seen = seen[:0]
		for _, o := range c.rows[n].orgs {
			if groups {
				o = c.orgs[o].head
			}
			if !slices.Contains(seen, o) {
				seen = append(seen, o)
				counts[o]++
			}
		}
	}
	for o, n := range counts {
		if n > 0 {
			board.Leaders = append(board.Leaders, c.leader(o, n))
		}
	}
	slices.SortStableFunc(board.Leaders, func(a, b Leader) int { return cmp.Compare(b.Count, a.Count) })
	place(board.Leaders, func(l Leader) float64 { return float64(l.Count) })
	return board
}

func (c *Catalogue) leader(o, n int) Leader {
	l := Leader{Value: c.values[Organization].list[o], Count: n, Inhabitants: c.orgs[o].inhabitants, Municipality: c.orgs[o].municipality}
	if l.Inhabitants > 0 {
		l.PerThousand = 1000 * float64(n) / float64(l.Inhabitants)
	}
	return l
}

// PerThousand is the leaders that have inhabitants, ranked by their acts per
// 1,000 of them.
func (b Leaderboard) PerThousand() []Leader {
	return byMeasure(slices.DeleteFunc(slices.Clone(b.Leaders), func(l Leader) bool { return l.Inhabitants == 0 }))
}

// PerThousandOf is the leaders whose size is known, by their codes, ranked by
// their acts per 1,000 of that.
func (b Leaderboard) PerThousandOf(sizes map[string]int) []Leader {
	var some []Leader
	for _, l := range b.Leaders {
		if n := sizes[l.Code]; n > 0 {
			l.PerThousand = 1000 * float64(l.Count) / float64(n)
			some = append(some, l)
		}
	}
	return byMeasure(some)
}

func byMeasure(some []Leader) []Leader {
	slices.SortStableFunc(some, func(a, b Leader) int { return cmp.Compare(b.PerThousand, a.PerThousand) })
	place(some, func(l Leader) float64 { return l.PerThousand })
	return some
}

// Municipalities is the leaderboard of municipalities alone.
func (b Leaderboard) Municipalities() Leaderboard {
	b.Leaders = slices.DeleteFunc(slices.Clone(b.Leaders), func(l Leader) bool { return !l.Municipality })
	place(b.Leaders, func(l Leader) float64 { return float64(l.Count) })
	return b
}

// First is the leaders who share the first place.
func (b Leaderboard) First() []Leader {
	n := 0
	for n < len(b.Leaders) && b.Leaders[n].Place == 1 {
		n++
	}
	return b.Leaders[:n]
}

// place numbers sorted leaders: those with the same measure share a place, and
// the next one has the place that it would have had anyway.
func place(sorted []Leader, measure func(Leader) float64) {
	for i := range sorted {
		sorted[i].Place = i + 1
		if i > 0 && measure(sorted[i]) == measure(sorted[i-1]) {
			sorted[i].Place = sorted[i-1].Place
		}
	}
}
