package jury_test

import (
	"testing"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/campaign/jury"
)

// A juror is led on to the next nominee that is still to be scored, around and
// around, and past those that are not theirs to score.
func TestNextNominee(t *testing.T) {
	t.Parallel()
	criteria := []jury.Criterion{{ID: 1, Weight: 1}, {ID: 2, Weight: 1}}
	whole, half := jury.Ballot{Points: jury.Points{1: 3, 2: 4}}, jury.Ballot{Points: jury.Points{1: 3}}
	b := jury.Bench{Jury: jury.Jury{Rules: jury.Rules{Criteria: criteria}}, Cases: []jury.Case{
		{Nominee: jury.Nominee{ID: 1}, Ballot: half},
		{Nominee: jury.Nominee{ID: 2}, Conflict: jury.Declared},
		{Nominee: jury.Nominee{ID: 3}, Ballot: whole},
		{Nominee: jury.Nominee{ID: 4, ActID: 9, Act: act.Ties{Status: act.Hidden}}},
		{Nominee: jury.Nominee{ID: 5}},
	}}
	for after, want := range map[jury.NomineeID]jury.NomineeID{1: 5, 2: 5, 3: 5, 5: 1, 0: 1} {
		if got := b.Next(after); got != want {
			t.Errorf("after nominee %d comes %d, want %d", after, got, want)
		}
	}
	if b.Done() != 1 || b.Asked() != 3 {
		t.Errorf("%d of %d are scored, want 1 of 3", b.Done(), b.Asked())
	}
	b.Cases[0].Ballot, b.Cases[4].Ballot = whole, whole
	if got := b.Next(1); got != 0 {
		t.Errorf("when all are scored, %d comes next", got)
	}
}
