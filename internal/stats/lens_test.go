package stats_test

import (
	"testing"
	"time"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
)

// The figures of a day that goes on follow what happens in it, also what does
// not change the site; those of a day that is over stay.
func TestADayThatGoesOnIsReadAgain(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.comes("oulun-kaupunki", "")
	w.refresh()
	id := act.ID(w.numbers.Catalogue().Select(stats.Filter{}).All()[0])
	today := time.Date(w.at.Year(), w.at.Month(), w.at.Day(), 0, 0, 0, 0, i18n.Helsinki())
	readings := func(l stats.Lens) int {
		t.Helper()
		c, err := w.numbers.Through(t.Context(), l)
		w.must(err)
		return c.Cross(stats.Filter{}, stats.Sector, stats.Nothing, stats.Readings).Total
	}
	three := func(int) int { return 2 } // opens the page three times
	for _, l := range []stats.Lens{{On: today}, {On: today, Sectors2020: true}} {
		w.must(w.reads(three, id))
		before := readings(l)
		w.must(w.reads(three, id))
		w.at = w.at.Add(31 * time.Second)
		if got := readings(l); got != before+3 {
			t.Errorf("%+v: %d readings, then three more: %d", l, before, got)
		}
	}
	yesterday := readings(stats.Lens{On: today})
	w.at = today.AddDate(0, 0, 1).Add(time.Hour)
	w.must(w.reads(three, id))
	if got := readings(stats.Lens{On: today}); got != yesterday {
		t.Errorf("the next day a day of %d readings has %d", yesterday, got)
	}
}

// An organisation has its last day; the day after its work is that of the one
// that goes on, though nothing has changed in the meantime.
func TestAnHeirComesOnTheDayAfter(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.exec(`UPDATE organization SET valid_to = $1, successor_id = (SELECT id FROM organization WHERE slug = 'isonkyron-kunta') WHERE slug = 'limingan-kunta'`, w.at.Format(time.DateOnly))
	w.comes("limingan-kunta", "")
	w.refresh()
	for _, want := range []string{"limingan-kunta", "limingan-kunta", "isonkyron-kunta"} {
		c, err := w.numbers.Through(t.Context(), stats.Lens{Successors: true})
		w.must(err)
		if rows := c.Cross(stats.Filter{}, stats.Organization, stats.Nothing, stats.Acts).Rows; len(rows) != 1 || rows[0].Code != want {
			t.Errorf("at %v: %+v, want %s", w.at, rows, want)
		}
		w.at = w.at.Add(10 * time.Hour) // 9.00, 19.00, 5.00
	}
}
