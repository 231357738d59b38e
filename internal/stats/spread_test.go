package stats

import (
	"maps"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// TestMonthsAreTheActs counts random acts by month: what stands in the months
// is what was published in them, each act once.
func TestMonthsAreTheActs(t *testing.T) {
	until := time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC)
	rapid.Check(t, func(t *rapid.T) {
		c := random(t)
		for i := range c.rows {
			c.rows[i].publish(until.AddDate(0, 0, -rapid.IntRange(0, 900).Draw(t, "days")))
		}
		slices.SortFunc(c.rows, newestFirst)
		c.settle()
		f := randomFilter(t, c)
		months := c.Months(f, until, 24)
		f.Archived = true
		want, sum := 0, 0
		for _, i := range c.Select(f).matches {
			if at := time.UnixMicro(c.rows[i].published); !at.Before(time.Date(2024, 11, 30, 22, 0, 0, 0, time.UTC)) { // December in Finland
				want++
			}
		}
		for _, r := range months.Rows {
			sum += r.Count
		}
		if sum != want || months.Total != want || len(months.Rows) != 24 {
			t.Fatalf("%d in %d months, total %d, want %d", sum, len(months.Rows), months.Total, want)
		}
		if first, last := months.Rows[0].Code, months.Rows[23].Code; first != "2024-12" || last != "2026-11" {
			t.Fatalf("from %s to %s", first, last)
		}
	})
}

// TestWaitAndAdoptions counts by hand.
func TestWaitAndAdoptions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := random(t)
		var days []int
		uses, acts := 0, 0
		for i := range c.rows {
			c.rows[i].wait = rapid.Int32Range(unknownWait, 30).Draw(t, "wait")
			c.rows[i].adopted = rapid.Int32Range(0, 3).Draw(t, "adopted")
			if c.rows[i].wait != unknownWait {
				days = append(days, int(c.rows[i].wait))
			}
			if c.rows[i].adopted > 0 {
				acts++
				uses += int(c.rows[i].adopted)
			}
		}
		w := c.Wait(Filter{})
		atMost := func(d int) int {
			return len(slices.DeleteFunc(slices.Clone(days), func(x int) bool { return x > d }))
		}
		if w.Of != len(days) || len(days) > 0 && (2*atMost(w.Value) < len(days) || 2*atMost(w.Value-1) >= len(days)) {
			t.Fatalf("median %d of %v", w.Value, days)
		}
		if a := c.Adoptions(Filter{}); a.Value != uses || a.Of != acts {
			t.Fatalf("adoptions %+v, want %d of %d", a, uses, acts)
		}
	})
}

// TestCoverage has two regions, with municipalities that no longer exist: one
// has become part of b, of the other nobody knows.
func TestCoverage(t *testing.T) {
	c := &Catalogue{version: 1}
	for _, code := range []string{"pohjoinen", "etela"} {
		c.values[Region].add(Value{Code: code})
	}
	for _, code := range []string{"a", "b", "c", "liittynyt", "vanha", "yhtio"} {
		c.values[Organization].add(Value{Code: code})
	}
	town := org{municipality: true, successor: -1}
	c.orgs = []org{town, town, town, town, town, {region: 1, successor: -1}}
	for i, code := range []string{"A", "B", "C", "L", "V"} {
		c.orgs[i].place = code
	}
	c.orgs[2].region, c.orgs[4].region = 1, 1
	c.orgs[3].dissolved, c.orgs[3].successor, c.orgs[4].dissolved = true, 1, true
	c.rows = []row{{id: 1, orgs: []int32{0, 4}}, {id: 2, orgs: []int32{5}, archived: true}, {id: 3, orgs: []int32{3}}}
	c.settle()
	_, got := c.Coverage(Filter{})
	if len(got) != 2 || got[0].Taking != 2 || got[0].All != 2 || got[1].Taking != 0 || got[1].All != 1 {
		t.Errorf("coverage %+v", got)
	}
	if got, want := c.Taking(Filter{}), map[string]bool{"A": true, "B": true}; !maps.Equal(got, want) {
		t.Errorf("taking part: %v", got)
	}
}
