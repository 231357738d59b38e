package stats_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/validate"
)

type problems = validate.Problems

func isProblem(err error, p *problems) bool { return errors.As(err, p) }

// A cube is one question to the cross table.
type cube struct {
	rows, columns stats.Dimension
	measure       stats.Measure
	share         stats.Share
	filter        stats.Filter
	lens          stats.Lens
}

func (q cube) String() string {
	columns := "nothing"
	if q.columns != stats.Nothing {
		columns = q.columns.Code()
	}
	return fmt.Sprintf("%s by %s and %s, shares of %q, %v from %v until %v, %+v", q.measure, q.rows.Code(), columns, q.share, q.filter.Codes, q.filter.From, q.filter.Until, q.lens)
}

// randomCube asks for anything that there is to ask of a catalogue.
func (w *town) randomCube(t *rapid.T, l stats.Lens) cube {
	c := w.through(t, l)
	q := cube{
		rows: rapid.SampledFrom(stats.Dimensions()).Draw(t, "rows"), measure: rapid.SampledFrom(stats.Measures()).Draw(t, "measure"),
		share: rapid.SampledFrom(stats.Shares()).Draw(t, "share"), lens: l,
	}
	q.columns = rapid.SampledFrom(append(stats.Dimensions(), stats.Nothing)).Filter(func(d stats.Dimension) bool { return d != q.rows }).Draw(t, "columns")
	for _, d := range stats.Dimensions() {
		if values := c.Select(stats.Filter{Archived: true}).Facet(d); len(values) > 0 && rapid.IntRange(0, 7).Draw(t, "narrow") == 0 {
			for range rapid.IntRange(1, 2).Draw(t, "choices") {
				q.filter = q.filter.With(d, rapid.SampledFrom(values).Draw(t, "choice").Code)
			}
		}
	}
	if rapid.IntRange(0, 3).Draw(t, "period") == 0 {
		q.filter.From = time.Date(2018, time.Month(1+rapid.IntRange(0, 100).Draw(t, "from")), 1, 0, 0, 0, 0, i18n.Helsinki())
		q.filter.Until = q.filter.From.AddDate(0, rapid.IntRange(1, 60).Draw(t, "months"), 0)
	}
	var err error
	if q.filter, err = c.Clean(q.filter); err != nil {
		t.Fatal(err)
	}
	return q
}

func (w *town) through(t *rapid.T, l stats.Lens) *stats.Catalogue {
	c, err := w.numbers.Through(w.t.Context(), l)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// counted is the numbers of a cross table, without their words.
type counted struct {
	Rows, Columns []string
	Totals        []int
	Cells         [][]int
	Total         int
	Acts          []int64
}

func (w *town) count(t *rapid.T, q cube) counted {
	c := w.through(t, q.lens)
	x := c.Cross(q.filter, q.rows, q.columns, q.measure)
	out := counted{Cells: x.Cells, Total: x.Total}
	for _, r := range x.Rows {
		out.Rows, out.Totals = append(out.Rows, r.Code), append(out.Totals, r.Total)
	}
	for _, r := range x.Columns {
		out.Columns, out.Totals = append(out.Columns, r.Code), append(out.Totals, r.Total)
	}
	out.Acts, _ = c.Behind(q.filter, q.rows, q.columns, q.measure, "", "")
	return out
}

// TestFiguresOfAPastDayComeOutTheSame lets days go by, in which whatever may
// happen to acts happens, and counts at the end of each what somebody may ask.
// Any later day the same question as on that day has the same answer.
func TestFiguresOfAPastDayComeOutTheSame(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	type asked struct {
		cube    cube
		counted counted
	}
	var all []asked
	moved := 0
	rapid.Check(t, func(rt *rapid.T) {
		choose := func(n int) int { return rapid.IntRange(0, n-1).Draw(rt, "choice") }
		for range rapid.IntRange(0, 6).Draw(rt, "deeds") {
			w.deed(choose)
		}
		w.refresh()
		day := time.Date(w.at.Year(), w.at.Month(), w.at.Day(), 0, 0, 0, 0, i18n.Helsinki())
		for range 3 {
			l := stats.Lens{Sectors2020: rapid.Bool().Draw(rt, "2020"), Successors: rapid.Bool().Draw(rt, "successors")}
			q := w.randomCube(rt, l)
			now := w.count(rt, q)
			q.lens.On = day
			all = append(all, asked{q, now})
			if past := w.count(rt, q); !cmp.Equal(past, now) {
				rt.Fatalf("as on today, %v: %s", q, cmp.Diff(now, past))
			}
		}
		w.at = day.AddDate(0, 0, rapid.IntRange(1, 2).Draw(rt, "days")).Add(time.Duration(choose(24*60)) * time.Minute)
		for range 4 {
			one := rapid.SampledFrom(all).Draw(rt, "asked before")
			if past := w.count(rt, one.cube); !cmp.Equal(past, one.counted) {
				rt.Fatalf("on %v, as on %v: %s", w.at, one.cube, cmp.Diff(one.counted, past))
			}
			q := one.cube
			q.lens.On = time.Time{}
			if !slices.Equal(w.count(rt, q).Acts, one.counted.Acts) {
				moved++
			}
		}
	})
	if moved < 20 {
		t.Errorf("only %d of the questions would have another answer today", moved)
	}
}
