package moderation

import "time"

// isWorkingDay tells whether people of municipalities are at work on the day
// of t: not at weekends, on public holidays, or on the eves of Midsummer and
// Christmas. Midsummer Day and All Saints are Saturdays, Whit Sunday a Sunday.
func isWorkingDay(t time.Time) bool {
	switch t.Weekday() {
	case time.Saturday, time.Sunday:
		return false
	}
	return !isFixedHoliday(t) && !isMidsummerEve(t) && !isEasterHoliday(t)
}

// isFixedHoliday: New Year, Epiphany, May Day, Independence Day, Christmas.
func isFixedHoliday(t time.Time) bool {
	switch t.Month() {
	case time.January:
		return t.Day() == 1 || t.Day() == 6
	case time.May:
		return t.Day() == 1
	case time.December:
		return t.Day() == 6 || t.Day() >= 24 && t.Day() <= 26
	}
	return false
}

// isMidsummerEve: the Friday from the 19th to the 25th of June.
func isMidsummerEve(t time.Time) bool {
	return t.Month() == time.June && t.Weekday() == time.Friday && t.Day() >= 19 && t.Day() <= 25
}

// isEasterHoliday: Good Friday, Easter Monday and Ascension Day, from the 20th
// of March to the 3rd of June.
func isEasterHoliday(t time.Time) bool {
	if t.Month() < time.March || t.Month() > time.June {
		return false
	}
	easter := easterSunday(t.Year()).YearDay()
	switch t.YearDay() - easter {
	case -2, 1, 39:
		return true
	}
	return false
}

// easterSunday of a year, by the rule for the Gregorian calendar that was sent
// to Nature in 1876 without a name.
func easterSunday(year int) time.Time {
	a, b, c := year%19, year/100, year%100
	g := (8*b + 13) / 25
	h := (19*a + b - b/4 - g + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return time.Date(year, time.Month(n/31), n%31+1, 0, 0, 0, 0, time.UTC)
}
