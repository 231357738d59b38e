// Package depth is how far the tests go that sweep: through every value of
// every field, every message that may be lost, every page in every language, every journey
// with JavaScript and without.
//
// On their own they look at a portion, another one each day, and say so. With
// TORI_TEST_DEEP=1 they look at all the rest, and at the sizes that the portal
// promises; make test-deep does that, and CI after make test, so that a run
// of CI proves the whole, unless its machine is too slow for half an hour.
// TORI_TEST_TURN says which day's portion it is, to see again what failed
// yesterday, and for one CI run over midnight.
//
// Only tests ask: nothing of the program knows of this.
package depth

import (
	"os"
	"strconv"
	"testing"
	"time"
)

// Deep reports whether the tests look at what they else leave out.
func Deep() bool { return os.Getenv("TORI_TEST_DEEP") != "" }

// Size is how big a run is: big enough to see the same faults, or as big as
// what the portal promises.
func Size(enough, promised int) int {
	if Deep() {
		return promised
	}
	return enough
}

// Portion is which of the numbers from 0 a sweep looks at: every one of so
// many, or, deep, all others.
func Portion(tb testing.TB, of string, parts int) func(n int) bool {
	tb.Helper()
	deep, turn := Deep(), turn(time.Now)%parts
	what := "one of %d, of turn %d; make test-deep has the rest"
	if deep {
		what = "all but one of %d, of turn %d, which make test has"
	}
	tb.Logf("a portion of "+of+": "+what, parts, turn)
	return func(n int) bool { return (n%parts == turn) != deep }
}

// turn counts the days, so that each portion has its day.
func turn(now func() time.Time) int {
	if n, err := strconv.Atoi(os.Getenv("TORI_TEST_TURN")); err == nil && n >= 0 {
		return n
	}
	const day = 24 * 60 * 60
	return int(now().Unix() / day)
}
