package page

import (
	"strings"
	"time"

	"tekojentori.fi/tori/internal/i18n"
)

// FinnishMoment is how a Finn writes a day and a time.
const FinnishMoment = "2.1.2006 15.04"

// Moment is a day and a time in Finland as they are typed: the zero time for
// nothing, and false for what is neither.
func Moment(s string) (at time.Time, ok bool) {
	s = strings.TrimSpace(s)
	for _, layout := range []string{FinnishMoment, "2.1.2006 klo 15.04", "2.1.2006 15:04", "2.1.2006 kl. 15.04"} {
		if t, err := time.ParseInLocation(layout, s, i18n.Helsinki()); err == nil && t.Year() >= 2000 && t.Year() < 2200 {
			return t, true
		}
	}
	return time.Time{}, s == ""
}
