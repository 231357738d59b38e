package stats

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"tekojentori.fi/tori/internal/i18n"
)

// random is a catalogue of random acts: 4 sectors, 3 themes, 5 organisations
// and so on, some archived, some joint.
func random(t *rapid.T) *Catalogue {
	c := &Catalogue{version: 1}
	sizes := [dimensions]int{Sector: 4, Theme: 3, Organization: 5, OrganizationType: 3, Region: 3, Year: 4, Stage: 3, Awarded: 1, Language: 3, Campaign: 2}
	for d, n := range sizes {
		for i := range n {
			code := fmt.Sprintf("%s-%d", Dimension(d).Code(), i)
			c.values[d].add(Value{Code: code, Label: i18n.Name(code, "", "")})
		}
	}
	for n := range sizes[Organization] {
		c.orgs = append(c.orgs, org{head: int32(n)})
	}
	// more acts than a word has bits
	for id := range rapid.IntRange(0, 140).Draw(t, "acts") {
		r := row{id: int64(id + 1), primary: [2]int8{-1, -1}}
		r.publish(time.UnixMicro(rapid.Int64Range(0, 9).Draw(t, "published")))
		for d, n := range sizes {
			switch d := Dimension(d); d {
			case Organization:
			case Sector, Theme:
				r.wide[d] = rapid.Uint64Range(0, 1<<n-1).Draw(t, "mask")
			default:
				r.single[d] = int8(rapid.IntRange(0, n).Draw(t, "bit, or none"))
			}
		}
		for d := Sector; d <= Theme; d++ {
			if r.mask(d) != 0 {
				r.primary[d] = int8(slices.IndexFunc(c.values[d].list, func(v Value) bool { return r.mask(d)&(1<<c.values[d].index[v.Code]) != 0 }))
			}
		}
		r.orgs = rapid.SliceOfNDistinct(rapid.Int32Range(0, 4), 1, 3, rapid.ID[int32]).Draw(t, "organisations")
		r.archived = rapid.Bool().Draw(t, "archived")
		r.place = rapid.SampledFrom([]string{"", "425", "564"}).Draw(t, "place")
		c.rows = append(c.rows, r)
	}
	slices.SortFunc(c.rows, newestFirst)
	c.settle()
	return c
}

func randomFilter(t *rapid.T, c *Catalogue) Filter {
	var f Filter
	for d := range dimensions {
		if rapid.Bool().Draw(t, "narrow") {
			for range rapid.IntRange(1, 2).Draw(t, "choices") {
				f = f.With(d, rapid.SampledFrom(c.values[d].list).Draw(t, "value").Code)
			}
		}
	}
	f.Archived = rapid.Bool().Draw(t, "with archived")
	if rapid.Bool().Draw(t, "period") {
		f.From = time.UnixMicro(rapid.Int64Range(0, 9).Draw(t, "from"))
		f.Until = time.UnixMicro(rapid.Int64Range(1, 10).Draw(t, "until"))
	}
	if rapid.Bool().Draw(t, "by place") {
		f.Places = []string{"425", "091"}
	}
	if rapid.Bool().Draw(t, "search") { // some of its hits have gone since
		f.Hits = rapid.SliceOfNDistinct(rapid.Int64Range(1, 50), 0, 20, rapid.ID[int64]).Draw(t, "hits")
	}
	return f
}

// TestAFacetsNumberIsTheListsTotalOnceChosen is the promise of the counts: for
// every choice of every dimension, whatever else is chosen.
func TestAFacetsNumberIsTheListsTotalOnceChosen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := random(t)
		f := randomFilter(t, c)
		s := c.Select(f)
		for d := range dimensions {
			counted := map[string]int{}
			for _, n := range s.Facet(d) {
				counted[n.Code] = n.Count
			}
			for _, v := range c.values[d].list {
				total := c.Select(f.Without(d, "").With(d, v.Code)).Total()
				if counted[v.Code] != total {
					t.Fatalf("%s %s: the facet says %d, the list %d", d.Code(), v.Code, counted[v.Code], total)
				}
			}
		}
	})
}

// TestTablesAddUp is the promise of the statistics: each act stands once in a
// table by primary sector, theme or the like.
func TestTablesAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := random(t)
		f := randomFilter(t, c)
		f.Archived = true
		for _, by := range []Dimension{Sector, Theme} {
			table := c.Count(f, by)
			sum := 0
			for _, r := range table.Rows {
				sum += r.Count
			}
			if list := c.Select(f).Total(); sum != table.Total || table.Total != list {
				t.Fatalf("by %s: rows add up to %d, total %d, list %d", by.Code(), sum, table.Total, list)
			}
		}
	})
}

func TestPagesShowEveryActOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := random(t)
		s := c.Select(Filter{Archived: true})
		for _, by := range []Sort{Newest, Oldest} {
			var seen []int64
			for offset := 0; ; offset += 7 {
				page := s.Page(by, offset, 7)
				if len(page) == 0 {
					break
				}
				seen = append(seen, page...)
			}
			slices.Sort(seen)
			if len(slices.Compact(seen)) != s.Total() {
				t.Fatalf("%s: %d acts on the pages, %d in the list", by, len(seen), s.Total())
			}
		}
	})
}

func TestCleanNamesUnknownCodes(t *testing.T) {
	c := &Catalogue{}
	c.values[Stage].add(Value{Code: "in_use", Slug: "kaytossa"})
	f, err := c.Clean(Filter{}.With(Stage, "kaytossa").With(Stage, "in_use"))
	if err != nil || len(f.Codes[Stage]) != 1 || f.Codes[Stage][0] != "in_use" {
		t.Errorf("clean: %v, %v; want in_use once", f.Codes[Stage], err)
	}
	if _, err := c.Clean(Filter{}.With(Stage, "unknown")); err == nil {
		t.Error("an unknown code is taken")
	}
}

func TestAFoundListKeepsTheOrderOfTheSearch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := random(t)
		hits := rapid.SliceOfNDistinct(rapid.Int64Range(1, 50), 0, 20, rapid.ID[int64]).Draw(t, "hits")
		s := c.Select(Filter{Archived: true, Hits: hits})
		there := slices.DeleteFunc(slices.Clone(hits), func(id int64) bool { _, ok := c.places.of(id); return !ok })
		if got := s.Page(Relevance, 0, 100); !slices.Equal(got, there) {
			t.Fatalf("by relevance: %v, want %v", got, there)
		}
		newest := s.Page(Newest, 0, 100)
		oldest := s.Page(Oldest, 0, 100)
		slices.Reverse(oldest)
		whole := slices.DeleteFunc(c.Select(Filter{Archived: true}).All(), func(id int64) bool { return !slices.Contains(hits, id) })
		if !slices.Equal(newest, whole) || !slices.Equal(oldest, whole) {
			t.Fatalf("newest %v, oldest backwards %v, want %v", newest, oldest, whole)
		}
	})
}

func TestPlacesFarApart(t *testing.T) {
	for _, ids := range [][]int64{{7}, {1, 2, 900}, {3, 1 << 40}, {}} {
		rows := make([]row, len(ids))
		for i, id := range ids {
			rows[i].id = id
		}
		p := placesOf(rows)
		for i, id := range ids {
			if n, ok := p.of(id); !ok || int(n) != i {
				t.Errorf("%v: act %d is at %d, %v; want %d", ids, id, n, ok, i)
			}
			if n, ok := p.of(id + 1); ok && !slices.Contains(ids, id+1) {
				t.Errorf("%v: act %d, which is not there, is at %d", ids, id+1, n)
			}
		}
	}
}
