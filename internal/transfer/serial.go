package transfer

import (
	"math"
	"strconv"
	"time"

	"tekojentori.fi/tori/internal/i18n"
)

// A spreadsheet has no time zones: a moment is the clock of Finland, as days
// since the end of 1899. Of a day of these years a number tells microseconds.
const (
	microsPerDay = 24 * 60 * 60 * 1_000_000
	lastSerial   = 2_958_466 // of the year 10000
)

func serialEpoch() time.Time { return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC) }

// serialOf is the number of a moment; false when it would not come back as it
// was: what is no moment, and the hour that comes twice in the autumn.
func serialOf(text string) (string, bool) {
	t, err := time.Parse(time.RFC3339Nano, text)
	if err != nil {
		return "", false
	}
	local := t.In(i18n.Helsinki())
	wall := time.Date(local.Year(), local.Month(), local.Day(), local.Hour(), local.Minute(), local.Second(), local.Nanosecond(), time.UTC)
	serial := float64(wall.Sub(serialEpoch()).Microseconds()) / microsPerDay
	if back, ok := momentOf(serial); !ok || !back.Equal(t) {
		return "", false
	}
	return strconv.FormatFloat(serial, 'f', -1, 64), true
}

// momentOf is the moment that a number stands for.
func momentOf(serial float64) (time.Time, bool) {
	if !(serial >= 1 && serial < lastSerial) {
		return time.Time{}, false
	}
	days, part := math.Modf(serial)
	wall := serialEpoch().AddDate(0, 0, int(days)).Add(time.Duration(math.Round(part*microsPerDay)) * time.Microsecond)
	return time.Date(wall.Year(), wall.Month(), wall.Day(), wall.Hour(), wall.Minute(), wall.Second(), wall.Nanosecond(), i18n.Helsinki()), true
}
