package deck

import (
	"context"
	"fmt"
	"net/url"
	"strings"
	"time"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/validate"
)

// Params is the name of each dimension in the address of the list, and of the
// pages that count the same acts.
var Params = map[stats.Dimension]string{
	stats.Sector: "toimiala", stats.Theme: "teema", stats.Organization: "organisaatio", stats.OrganizationType: "tyyppi",
	stats.Region: "maakunta", stats.Year: "vuosi", stats.Stage: "vaihe", stats.Awarded: "palkittu", stats.Language: "kieli",
	stats.Campaign: "kampanja",
}

// The names of the first and the last day of a period in an address.
const (
	FromParam  = "alkaen"
	UntilParam = "asti"
)

// The same of the period that another is compared with.
const (
	OtherFromParam  = "vertailu_alkaen"
	OtherUntilParam = "vertailu_asti"
)

// Words is what is looked up of a search: without the space around it, and so
// many bytes of it. It tells whether the end was left out.
func Words(text string) (words string, cut bool) {
	text = strings.TrimSpace(text)
	if len(text) <= limit.Query {
		return text, false
	}
	return strings.ToValidUTF8(text[:limit.Query], ""), true
}

// A Period is whole days in Finnish time; a zero time is an open end.
type Period struct{ First, Last time.Time }

// ReadPeriod reads the days of an address. It fails with validate.Problems that
// name the parameters: what is no day, and a period that ends before it begins.
func ReadPeriod(values url.Values) (Period, error) { return readPeriod(values, FromParam, UntilParam) }

// ReadOther reads the days that a period is compared with, as ReadPeriod does.
func ReadOther(values url.Values) (Period, error) {
	return readPeriod(values, OtherFromParam, OtherUntilParam)
}

func readPeriod(values url.Values, from, until string) (Period, error) {
	var p Period
	var problems validate.Problems
	read := func(name string) time.Time {
		text := values.Get(name)
		if text == "" {
			return time.Time{}
		}
		t, err := time.ParseInLocation(time.DateOnly, text, i18n.Helsinki())
		if err != nil || t.Year() < 1900 || t.Year() > 2200 {
			problems.Add(name, validate.Day, 0)
			return time.Time{}
		}
		return t
	}
	p.First, p.Last = read(from), read(until)
	if !p.First.IsZero() && !p.Last.IsZero() && p.Last.Before(p.First) {
		problems.Add(until, validate.Order, 0)
	}
	return p, problems.Err()
}

// Narrow is f within the period.
func (p Period) Narrow(f stats.Filter) stats.Filter {
	f.From, f.Until = p.First, time.Time{}
	if !p.Last.IsZero() {
		f.Until = p.Last.AddDate(0, 0, 1)
	}
	return f
}

// Write adds the period to an address.
func (p Period) Write(values url.Values) {
	p.write(values, FromParam, UntilParam)
}

// WriteOther adds the period to an address as the one to compare with.
func (p Period) WriteOther(values url.Values) {
	p.write(values, OtherFromParam, OtherUntilParam)
}

func (p Period) write(values url.Values, from, until string) {
	if !p.First.IsZero() {
		values.Set(from, p.First.Format(time.DateOnly))
	}
	if !p.Last.IsZero() {
		values.Set(until, p.Last.Format(time.DateOnly))
	}
}

// Fields is the period as the fields of a form.
func (p Period) Fields() map[string]string {
	fields := map[string]string{}
	if !p.First.IsZero() {
		fields[FromParam] = p.First.Format(time.DateOnly)
	}
	if !p.Last.IsZero() {
		fields[UntilParam] = p.Last.Format(time.DateOnly)
	}
	return fields
}

// In is the period in words; "" when it is all time.
func (p Period) In(ctx context.Context) string {
	if p == (Period{}) {
		return ""
	}
	first, last := "", ""
	if !p.First.IsZero() {
		first = i18n.Date(ctx, p.First)
	}
	if !p.Last.IsZero() {
		last = i18n.Date(ctx, p.Last)
	}
	return first + "–" + last
}

// Years is the first and the last year of a period of whole years.
func (p Period) Years() (first, last int, ok bool) {
	ok = !p.First.IsZero() && !p.Last.IsZero() && p.First.YearDay() == 1 && p.Last.Month() == time.December && p.Last.Day() == 31
	return p.First.Year(), p.Last.Year(), ok
}

// Before is the period of as many days that ends where p begins; false when p
// has an open end, or ends before it begins.
func (p Period) Before() (Period, bool) {
	if p.First.IsZero() || p.Last.IsZero() || p.Last.Before(p.First) {
		return Period{}, false
	}
	if _, _, whole := p.Years(); whole {
		return Period{p.First.AddDate(p.First.Year()-p.Last.Year()-1, 0, 0), p.First.AddDate(0, 0, -1)}, true // whole years, leap days or not
	}
	days := 1 + int(dayOf(p.Last).Sub(dayOf(p.First))/(24*time.Hour))
	return Period{p.First.AddDate(0, 0, -days), p.First.AddDate(0, 0, -1)}, true
}

// dayOf is the day of t where all days are as long.
func dayOf(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// Narrowing is what pages of numbers can be narrowed by, beside a period, in
// the order in which it is told.
func Narrowing() []stats.Dimension {
	return []stats.Dimension{stats.Campaign, stats.Organization, stats.Sector, stats.Theme, stats.Region}
}

// ReadNumbers reads the address of a page of numbers: one choice of each
// dimension, and a period. It fails with fault.NotFound for a choice that is
// not known, and with validate.Problems for days that are none.
func ReadNumbers(values url.Values, c *stats.Catalogue) (stats.Filter, Period, error) {
	var f stats.Filter
	for _, d := range Narrowing() {
		code := values.Get(Params[d])
		if code == "" {
			continue
		}
		v, ok := c.Value(d, code)
		if !ok {
			return f, Period{}, fmt.Errorf("%s %q: %w", d.Code(), code, fault.NotFound)
		}
		f = f.With(d, v.Code)
	}
	p, err := ReadPeriod(values)
	return p.Narrow(f), p, err
}

// WriteNarrowing adds to an address what f is narrowed by, beside its period.
func WriteNarrowing(f stats.Filter, values url.Values) {
	for _, d := range Narrowing() {
		if codes := f.Codes[d]; len(codes) > 0 {
			values[Params[d]] = codes
		}
	}
}
