package moderation_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/moderation"
)

// The days of a year that are no working days though they are no weekend, as
// the calendars of those years have them. In 2008 Ascension Day was May Day, in
// 2038 Easter is as late as it can be, in 2049 a week earlier than the moon
// alone would have it.
func TestHolidays(t *testing.T) {
	for year, want := range map[int][]string{
		2008: {"01-01", "03-21", "03-24", "05-01", "06-20", "12-24", "12-25", "12-26"},
		2024: {"01-01", "03-29", "04-01", "05-01", "05-09", "06-21", "12-06", "12-24", "12-25", "12-26"},
		2026: {"01-01", "01-06", "04-03", "04-06", "05-01", "05-14", "06-19", "12-24", "12-25"},
		2027: {"01-01", "01-06", "03-26", "03-29", "05-06", "06-25", "12-06", "12-24"},
		2038: {"01-01", "01-06", "04-23", "04-26", "06-03", "06-25", "12-06", "12-24"},
		2049: {"01-01", "01-06", "04-16", "04-19", "05-27", "06-25", "12-06", "12-24"},
	} {
		var got []string
		for d := time.Date(year, 1, 1, 12, 0, 0, 0, time.UTC); d.Year() == year; d = d.AddDate(0, 0, 1) {
			weekend := d.Weekday() == time.Saturday || d.Weekday() == time.Sunday
			worked := moderation.WorkingDaysAfter(d.AddDate(0, 0, -1), 1).Equal(d)
			if weekend && worked {
				t.Errorf("%s is a working day", d.Format("Monday 2006-01-02"))
			}
			if !weekend && !worked {
				got = append(got, d.Format("01-02"))
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("holidays of %d (-want +got):\n%s", year, diff)
		}
	}
}
