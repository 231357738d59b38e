package deck

import (
	"errors"
	"net/url"
	"testing"

	"tekojentori.fi/tori/internal/validate"
)

// The period before is as long and ends where the other begins; whole years
// are compared with whole years.
func TestThePeriodBefore(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ first, last, before string }{
		{"2022-01-01", "2022-12-31", "2021-01-01 2021-12-31"},
		{"2024-01-01", "2025-12-31", "2022-01-01 2023-12-31"},
		{"2026-03-01", "2026-03-31", "2026-01-29 2026-02-28"},
		{"2026-11-26", "2026-11-26", "2026-11-25 2026-11-25"},
		{"2026-11-26", "", ""},
	} {
		p, err := ReadPeriod(url.Values{FromParam: {tt.first}, UntilParam: {tt.last}})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if b, ok := p.Before(); ok {
			fields := b.Fields()
			got = fields[FromParam] + " " + fields[UntilParam]
		}
		if got != tt.before {
			t.Errorf("before %s–%s: %s, want %s", tt.first, tt.last, got, tt.before)
		}
	}
}

func TestDaysThatAreNone(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		first, last, field string
		rule               validate.Rule
	}{
		{"eilen", "", FromParam, validate.Day},
		{"", "2026-02-30", UntilParam, validate.Day},
		{"99999-01-01", "", FromParam, validate.Day},
		{"2026-02-02", "2026-02-01", UntilParam, validate.Order},
	} {
		_, err := ReadPeriod(url.Values{FromParam: {tt.first}, UntilParam: {tt.last}})
		var p validate.Problems
		if !errors.As(err, &p) || p[0].Field != tt.field || p[0].Rule != tt.rule {
			t.Errorf("%q–%q: %v", tt.first, tt.last, err)
		}
	}
}
