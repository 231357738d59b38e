package stats

import (
	"testing"

	"pgregory.net/rapid"
)

// TestACellIsTheListNarrowedToIt is the promise of a cross table: each cell
// and each total is what the list counts once it is narrowed the same way,
// whatever else is chosen.
func TestACellIsTheListNarrowedToIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := random(t)
		f := randomFilter(t, c)
		f.Archived = true
		rows := rapid.SampledFrom(Dimensions()).Draw(t, "rows")
		columns := rapid.SampledFrom(append(Dimensions(), Nothing)).Filter(func(d Dimension) bool { return d != rows }).Draw(t, "columns")
		x := c.Cross(f, rows, columns, Acts)
		if all := c.Select(f).Total(); x.Total != all {
			t.Fatalf("%d acts in all, the list has %d", x.Total, all)
		}
		narrowed := func(f Filter, d Dimension, l Line) Filter { return f.Without(d, "").With(d, l.Code) }
		for i, r := range x.Rows {
			if r.None {
				continue
			}
			inRow := narrowed(f, rows, r)
			if n := c.Select(inRow).Total(); n != r.Total {
				t.Fatalf("row %s has %d, the list %d", r.Code, r.Total, n)
			}
			for j, col := range x.Columns {
				if col.None {
					continue
				}
				if n := c.Select(narrowed(inRow, columns, col)).Total(); n != x.Cells[i][j] {
					t.Fatalf("cell %s %s has %d, the list %d", r.Code, col.Code, x.Cells[i][j], n)
				}
			}
		}
	})
}

// TestMeasuresAgree counts the other measures again, act by act.
func TestMeasuresAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := random(t)
		f := randomFilter(t, c)
		f.Archived = true
		orgs, awarded := map[int32]bool{}, 0
		for _, i := range c.Select(f).matches {
			for _, o := range c.rows[i].orgs {
				orgs[o] = true
			}
			if c.rows[i].awarded() {
				awarded++
			}
		}
		if got := c.Cross(f, Sector, Nothing, Organizations).Total; got != len(orgs) {
			t.Fatalf("%d organisations, want %d", got, len(orgs))
		}
		x := c.Cross(f, Stage, Theme, AwardedActs)
		if x.Total != awarded {
			t.Fatalf("%d awarded, want %d", x.Total, awarded)
		}
		for i, r := range x.Rows {
			for j := range x.Columns {
				if x.Cells[i][j] > r.Total {
					t.Fatalf("a cell of %s has %d of %d", r.Code, x.Cells[i][j], r.Total)
				}
			}
		}
	})
}

// TestOrganizationsComeWithTheMostFirst holds the rows of organisations to an
// order that readers know; those without one stay last.
func TestOrganizationsComeWithTheMostFirst(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := random(t).Cross(Filter{}, Organization, Nothing, Acts)
		for i := 1; i < len(x.Rows); i++ {
			if before, row := x.Rows[i-1], x.Rows[i]; before.None || !row.None && row.Total > before.Total {
				t.Fatalf("row %d has %d after %d", i, row.Total, before.Total)
			}
		}
	})
}
