package stats

import (
	"slices"

	"tekojentori.fi/tori/internal/i18n"
)

// reaches is how widely an act has spread, from how many other organisations
// on.
var reaches = []struct {
	from  int32
	value Value
}{
	{1, Value{Code: "1", Label: i18n.T("1 muulla organisaatiolla", "Hos 1 annan organisation", "At 1 other organisation")}},
	{2, Value{Code: "2", Label: i18n.T("2 muulla organisaatiolla", "Hos 2 andra organisationer", "At 2 other organisations")}},
	{3, Value{Code: "3-4", Label: i18n.T("3–4 muulla organisaatiolla", "Hos 3–4 andra organisationer", "At 3–4 other organisations")}},
	{5, Value{Code: "5-9", Label: i18n.T("5–9 muulla organisaatiolla", "Hos 5–9 andra organisationer", "At 5–9 other organisations")}},
	{10, Value{Code: "10-", Label: i18n.T("10:llä tai useammalla", "Hos 10 eller fler", "At 10 or more")}},
}

var reachRule = i18n.T(
	"Julkaistut kehittämisteot, myös arkistoidut, jotka ovat nyt käytössä muualla, sen mukaan, kuinka moni muu organisaatio on kertonut käyttävänsä niitä. Teko on taulukossa kerran.",
	"Publicerade utvecklingsgärningar, även arkiverade, som nu är i bruk på annat håll, enligt hur många andra organisationer som har berättat att de använder dem. En gärning finns en gång i tabellen.",
	"Published development acts, archived ones too, that are in use elsewhere now, by how many other organisations have told that they use them. An act is in the table once.")

// reachOf is the step of an act that so many others use.
func reachOf(adopted int32) int {
	at := len(reaches) - 1
	for at > 0 && adopted < reaches[at].from {
		at--
	}
	return at
}

// Reach is the acts in use elsewhere by how many organisations use them: its
// total is what Adoptions tells of.
func (c *Catalogue) Reach(f Filter) Table {
	s := c.sum(f)
	t := Table{Definition: c.define("acts_by_adoptions", reachRule, f), Total: int(s.line[s.adopted])}
	for i, r := range reaches {
		t.Rows = append(t.Rows, Count{Value: r.value, Count: int(s.line[s.reach+i])})
	}
	t.Rows = slices.DeleteFunc(t.Rows, func(n Count) bool { return n.Count == 0 })
	return t
}
