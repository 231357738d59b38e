package tally_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/tally"
)

func TestTallyIsBounded(t *testing.T) {
	t.Parallel()
	c := tally.New[string](2)
	for _, s := range []string{"a", "b", "c", "a"} {
		c.Add(s)
	}
	if diff := cmp.Diff(map[string]int{"a": 2, "b": 1}, c.Take()); diff != "" {
		t.Error(diff)
	}
	if got := c.Take(); len(got) != 0 {
		t.Errorf("taken twice: %v", got)
	}
}
