package campaignpage

import (
	"testing"

	"tekojentori.fi/tori/internal/stats"
)

// One act of a town of 320,000 is not nought for each thousand of them.
func TestSmallSharesAreNotNought(t *testing.T) {
	t.Parallel()
	village := stats.Leader{PerThousand: 1.5}
	if got := decimals([]stats.Leader{village}); got != 2 {
		t.Errorf("a village alone has %d decimals, want 2", got)
	}
	if got := decimals([]stats.Leader{village, {PerThousand: 1000.0 / 320_000}}); got != 3 {
		t.Errorf("with a large town there are %d decimals, want 3", got)
	}
}
