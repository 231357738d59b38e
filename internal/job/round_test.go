package job

import (
	"testing"
	"time"
)

// What is to happen on the minute is looked for when the minute begins, not
// somewhere in it.
func TestRoundsBeginOnTheMinute(t *testing.T) {
	t.Parallel()
	gala := time.Date(2026, 12, 8, 11, 0, 0, 0, time.UTC)
	for _, before := range []time.Duration{time.Nanosecond, 19 * time.Second, time.Minute} {
		if next := beat(time.Minute).Next(gala.Add(-before)); !next.Equal(gala) {
			t.Errorf("%v before the gala the next round is at %v", before, next)
		}
	}
}
