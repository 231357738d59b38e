package stats

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestLeadersAreTheTableByOrganisation compares the leaderboard with the table
// and the list, over random acts.
func TestLeadersAreTheTableByOrganisation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := random(t)
		f := randomFilter(t, c)
		board := c.Leaders(f, false)
		counted := map[string]int{}
		for _, n := range c.Count(f, Organization).Rows {
			counted[n.Code] = n.Count
		}
		if len(board.Leaders) != len(counted) {
			t.Fatalf("%d leaders, %d rows", len(board.Leaders), len(counted))
		}
		for i, l := range board.Leaders {
			if l.Count != counted[l.Code] {
				t.Fatalf("%s: the leaderboard says %d, the table %d", l.Code, l.Count, counted[l.Code])
			}
			better := 0
			for _, o := range board.Leaders {
				if o.Count > l.Count {
					better++
				}
			}
			if l.Place != better+1 || i > 0 && l.Count > board.Leaders[i-1].Count {
				t.Fatalf("place %d of %s with %d, %d are better", l.Place, l.Code, l.Count, better)
			}
		}
	})
}

// TestAGroupCountsAJointActOnce has a company and its municipality do an act
// together.
func TestAGroupCountsAJointActOnce(t *testing.T) {
	c := &Catalogue{version: 1}
	for _, code := range []string{"kunta", "yhtio", "toinen"} {
		c.values[Organization].add(Value{Code: code})
	}
	c.orgs = []org{{inhabitants: 2000, head: 0}, {head: 0}, {inhabitants: 500, head: 2}}
	for i, orgs := range [][]int32{{0, 1}, {1}, {2, 1}} {
		c.rows = append(c.rows, row{id: int64(i + 1), orgs: orgs})
	}
	c.settle()
	for groups, want := range map[bool]map[string]int{true: {"kunta": 3, "toinen": 1}, false: {"kunta": 1, "yhtio": 3, "toinen": 1}} {
		got := map[string]int{}
		for _, l := range c.Leaders(Filter{}, groups).Leaders {
			got[l.Code] = l.Count
		}
		for code, n := range want {
			if got[code] != n || len(got) != len(want) {
				t.Errorf("groups %t: %v, want %v", groups, got, want)
				break
			}
		}
	}
	per := c.Leaders(Filter{}, true).PerThousand()
	first := slices.IndexFunc(per, func(l Leader) bool { return l.Place == 1 })
	if per[first].Code != "toinen" || per[first].PerThousand != 2 {
		t.Errorf("per thousand: %+v", per)
	}
}
