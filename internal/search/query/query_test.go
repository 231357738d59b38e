package query

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"tekojentori.fi/tori/internal/search/analysis"
	"tekojentori.fi/tori/internal/search/synonym"
)

func TestParse(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]clause{
		`Työ hyvinvointi`:        {{words: []string{"työ"}}, {words: []string{"hyvinvointi"}}},
		`"yhdessä kehittäminen"`: {{words: []string{"yhdessä", "kehittäminen"}, phrase: true}},
		`”yhdessä”`:              {{words: []string{"yhdessä"}}},
		`työ -auto -"oma tupa"`:  {{words: []string{"työ"}}, {words: []string{"auto"}, minus: true}, {words: []string{"oma", "tupa"}, phrase: true, minus: true}},
		`veto- ja linja-auto`:    {{words: []string{"veto-"}}, {words: []string{"ja"}}, {words: []string{"linja-auto"}}},
		`"auki jää`:              {{words: []string{"auki", "jää"}, phrase: true}},
		`a/b`:                    {{words: []string{"a", "b"}}},
		` - "" -- ! `:            nil,
	} {
		got, cut := parse(text)
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(clause{})); diff != "" || cut {
			t.Errorf("%s: cut %t (-want +got):\n%s", text, cut, diff)
		}
	}
}

func TestParseIsBounded(t *testing.T) {
	t.Parallel()
	clauses, cut := parse(strings.Repeat("sana ", 3_000))
	if len(clauses) != maxWords || !cut {
		t.Errorf("%d clauses, cut %t", len(clauses), cut)
	}
}

func TestBuild(t *testing.T) {
	t.Parallel()
	a := analysis.New(nil)
	b := Builder{Analyzer: a, Synonyms: synonym.NewSet(a, synonym.Parse("pomo | lähin esihenkilö"))}
	q := b.Build("pomo ja -auto", "fi")
	if len(q.Groups) != 2 || !q.Groups[0].Minus || q.Groups[1].Typed != "pomo" {
		t.Fatalf("%+v", q.Groups)
	}
	if diff := cmp.Diff([]string{"lähin esihenkilö"}, q.Groups[1].Also, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := b.Build("ja", "fi").Groups; len(got) != 1 {
		t.Errorf("a stop word alone is not looked for: %+v", got)
	}
}

func TestTSQueriesAreQuoted(t *testing.T) {
	t.Parallel()
	for want, e := range map[string]Expr{
		`('^o''b\\rien')`:   AnyOf(Title, `o'b\rien`),
		`('a'|'b')`:         AnyOf(Anywhere, "a", "b"),
		`('a'|'+a')&('b')`:  allOf(Anywhere, [][]string{{"a", "+a"}, {"b"}}),
		`('a')<2>('b'|'c')`: inARow(Anywhere, [][]string{{"a"}, {"b", "c"}}, []int{1, 2}),
		`'^a':*|'^sv/a':*`:  beginning(Title, "a", "sv/a"),
	} {
		if got := e.TSQuery(); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
