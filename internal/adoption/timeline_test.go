package adoption_test

import (
	"testing"
	"time"

	"tekojentori.fi/tori/internal/adoption"
)

// The timeline tells each change once, and nothing of what was removed.
func TestTimeline(t *testing.T) {
	t.Parallel()
	s := newSquare(t)
	for _, state := range []adoption.State{adoption.Tried, adoption.InUse, adoption.InUse} {
		s.tell(t, s.copier, state)
	}
	x := s.tell(t, s.copier, adoption.Stopped)
	if _, err := s.Confirm(t.Context(), s.owner, x.ID); err != nil {
		t.Fatal(err)
	}
	steps, err := s.Timeline(t.Context(), s.act.ID)
	if err != nil {
		t.Fatal(err)
	}
	var states []adoption.State
	for _, step := range steps {
		states = append(states, step.State)
	}
	if len(states) != 3 || states[0] != adoption.Tried || states[1] != adoption.InUse || states[2] != adoption.Stopped {
		t.Fatalf("the timeline is %v", states)
	}
	if n := adoption.InUseAt(steps, steps[2].At); n != 1 {
		t.Errorf("%d used it before it was stopped, want 1", n)
	}
	if n := adoption.InUseAt(steps, time.Now().Add(time.Hour)); n != 0 {
		t.Errorf("%d use it now, want none", n)
	}
	if _, err := s.Remove(t.Context(), s.copier, x.ID); err != nil {
		t.Fatal(err)
	}
	if steps, err = s.Timeline(t.Context(), s.act.ID); err != nil || len(steps) != 0 {
		t.Errorf("removed: %v, %v", steps, err)
	}
}
