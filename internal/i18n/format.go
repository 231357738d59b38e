package i18n

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"sync"
	"time"

	"golang.org/x/text/collate"
	"golang.org/x/text/message"
)

// Number is n with the thousands separator of the language.
func Number(ctx context.Context, n int) string {
	if -1000 < n && n < 1000 {
		return strconv.Itoa(n)
	}
	return From(ctx).sprintf("%d", n)
}

// Decimal is x with so many decimals, with the mark of the language.
func Decimal(ctx context.Context, x float64, decimals int) string {
	return From(ctx).sprintf("%.*f", decimals, x)
}

// Percent is part of whole in whole percents, as "12 %" or "12%".
func Percent(ctx context.Context, part, whole int) string {
	n := Number(ctx, (200*part+whole)/(2*whole))
	if From(ctx) == EN {
		return n + "%"
	}
	return n + "\u00a0%"
}

// printers are used in turn: making one costs more than what it prints, and
// none serves two at a time.
var printers = map[Lang]*sync.Pool{FI: printersOf(FI), SV: printersOf(SV), EN: printersOf(EN)}

func printersOf(l Lang) *sync.Pool {
	return &sync.Pool{New: func() any { return message.NewPrinter(l.tag()) }}
}

// sprintf is fmt.Sprintf with the numbers of the language. Words alone are
// left to fmt, which writes the same in a third of the time.
func (l Lang) sprintf(format string, args ...any) string {
	if !slices.ContainsFunc(args, func(a any) bool { _, word := a.(string); return !word }) {
		return fmt.Sprintf(format, args...)
	}
	pool, ok := printers[l]
	if !ok {
		pool = printers[FI]
	}
	p := pool.Get().(*message.Printer)
	defer pool.Put(p)
	return p.Sprintf(format, args...)
}

// Helsinki is the time zone in which the portal tells and counts days.
// It panics when the program is built without time zones.
func Helsinki() *time.Location { return helsinki() }

var helsinki = sync.OnceValue(func() *time.Location {
	loc, err := time.LoadLocation("Europe/Helsinki")
	if err != nil {
		panic(err)
	}
	return loc
})

// Date is the day of t in Finland: 3.11.2026, in English 3 November 2026.
func Date(ctx context.Context, t time.Time) string {
	if t.IsZero() {
		return ""
	}
	layout := "2.1.2006"
	if From(ctx) == EN {
		layout = "2 January 2006"
	}
	return t.In(Helsinki()).Format(layout)
}

// DateTime is the day and the time of t in Finland: 3.11.2026 klo 9.05.
func DateTime(ctx context.Context, t time.Time) string {
	if t.IsZero() {
		return ""
	}
	at := t.In(Helsinki())
	layout := map[Lang]string{FI: "%s klo %d.%02d", SV: "%s kl. %d.%02d", EN: "%s, %d:%02d"}[From(ctx)]
	return fmt.Sprintf(layout, Date(ctx, t), at.Hour(), at.Minute())
}

// Month is the month of t: 11/2026, in English November 2026.
func Month(ctx context.Context, t time.Time) string {
	if t.IsZero() {
		return ""
	}
	if From(ctx) == EN {
		return t.Format("January 2006")
	}
	return t.Format("1/2006")
}

// Sort orders values by a name as the language orders its alphabet.
func Sort[T any](ctx context.Context, values []T, name func(T) string) {
	c := collate.New(From(ctx).tag())
	slices.SortStableFunc(values, func(a, b T) int { return c.CompareString(name(a), name(b)) })
}

// Clock is the time of t in Finland, for a day that the reader knows: 12.04.
func Clock(ctx context.Context, t time.Time) string {
	at, layout := t.In(Helsinki()), "%d.%02d"
	if From(ctx) == EN {
		layout = "%d:%02d"
	}
	return fmt.Sprintf(layout, at.Hour(), at.Minute())
}
