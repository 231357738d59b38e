package main

import "testing"

// The limit follows what lives, and is never below the smallest.
func TestTheMemoryLimitFollowsWhatLives(t *testing.T) {
	t.Parallel()
	for live, want := range map[uint64]int64{0: smallest, 40 << 20: smallest, 200 << 20: 266 << 20} {
		if got := limitFor(live); got != want {
			t.Errorf("with %d MB alive the limit is %d MB, want %d", live>>20, got>>20, want>>20)
		}
	}
}
