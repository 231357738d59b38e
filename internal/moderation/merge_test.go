package moderation_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
)

// Two acts that are merged into each other at the same moment do not lead
// round: one of them stays.
func TestMergesDoNotLeadRound(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	for range 8 {
		pair := [2]act.Act{}
		for i := range pair {
			a := d.submitted(t, d.author)
			for _, err := range []error{d.mods.Take(t.Context(), d.maija, a.ID, 0), d.mods.Approve(t.Context(), d.maija, a.ID, 0, nil)} {
				if err != nil {
					t.Fatal(err)
				}
			}
			pair[i] = a
		}
		results := make(chan error)
		for i := range pair {
			go func() { results <- d.mods.Merge(t.Context(), d.olli, pair[i].ID, 0, pair[1-i].ID) }()
		}
		first, second := <-results, <-results
		if second == nil {
			first, second = second, first
		}
		if first != nil || !errors.Is(second, fault.Conflict) {
			t.Errorf("%v and %v", first, second)
		}
	}
	if diff := cmp.Diff(map[act.Status]int{act.Published: 8, act.Merged: 8}, d.statuses(t)); diff != "" {
		t.Error(diff)
	}
}
