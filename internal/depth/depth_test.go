package depth

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"time"
)

// What make test leaves out make test-deep has, and nothing twice.
func TestPortionsMakeAWhole(t *testing.T) {
	for _, turn := range []string{"0", "5", "20783", ""} {
		t.Setenv("TORI_TEST_TURN", turn)
		for parts := 1; parts <= 4; parts++ {
			t.Setenv("TORI_TEST_DEEP", "")
			shallow := Portion(t, "numbers", parts)
			t.Setenv("TORI_TEST_DEEP", "1")
			rest, seen := Portion(t, "numbers", parts), 0
			for n := range 12 {
				if shallow(n) == rest(n) {
					t.Errorf("turn %s: number %d of %d parts is seen %t by both", turn, n, parts, rest(n))
				}
				if shallow(n) {
					seen++
				}
			}
			if seen != 12/parts {
				t.Errorf("turn %s: a portion of %d parts has %d of 12", turn, parts, seen)
			}
		}
	}
}

func TestEachDayHasItsPortion(t *testing.T) {
	t.Setenv("TORI_TEST_TURN", "")
	at := func(hours time.Duration) int {
		return turn(func() time.Time {
			return time.Date(2026, time.November, 26, 0, 0, 0, 0, time.UTC).Add(hours * time.Hour)
		})
	}
	if a, b, c := at(0), at(23), at(24); a != b || c != a+1 {
		t.Errorf("the turns of a day, its evening and the next day are %d, %d, %d", a, b, c)
	}
}

// sweep finds the tests that ask how deep to look.
var sweep = regexp.MustCompile(`\bdepth\.(Portion|Size|Deep)\(`)

// The command of make test-deep names every package with a sweep in it.
func TestDeepRunsEverySweep(t *testing.T) {
	makefile, err := os.ReadFile("../../Makefile")
	if err != nil {
		t.Fatal(err)
	}
	_, deep, _ := strings.Cut(string(makefile), "TORI_TEST_DEEP=1 ")
	deep, _, _ = strings.Cut(deep, "\n\n")
	for _, folder := range sweeping(t) {
		if !strings.Contains(deep, " ./"+folder+" ") && !strings.HasSuffix(strings.TrimSpace(deep), " ./"+folder) {
			t.Errorf("make test-deep leaves out %s, which asks how deep to look", folder)
		}
	}
}
