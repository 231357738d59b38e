package jury_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	diff "github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/campaign/jury"
)

// drawn is a jury drawn by lot: criteria, nominees and votes, some not whole.
func drawn(r *rand.Rand) ([]jury.Criterion, []jury.NomineeID, []jury.Vote) {
	var criteria []jury.Criterion
	for i := range 1 + r.IntN(6) {
		criteria = append(criteria, jury.Criterion{ID: jury.CriterionID(i + 1), Weight: 1 + r.IntN(100)})
	}
	var nominees []jury.NomineeID
	var votes []jury.Vote
	for n := range 1 + r.IntN(8) {
		id := jury.NomineeID(n + 1)
		nominees = append(nominees, id)
		for range r.IntN(6) {
			v := jury.Vote{Nominee: id, Points: jury.Points{}}
			for _, c := range criteria {
				if r.IntN(12) > 0 {
					v.Points[c.ID] = r.IntN(4)
				}
			}
			votes = append(votes, v)
		}
	}
	return criteria, nominees, votes
}

// What a result depends on: not on the order of the votes, not on the size of
// the weights but on their proportions, and not on votes that are not whole or
// for nobody.
func TestWhatAResultDependsOn(t *testing.T) {
	t.Parallel()
	for seed := range uint64(500) {
		r := rand.New(rand.NewPCG(seed, 7))
		criteria, nominees, votes := drawn(r)
		want := jury.Tally(criteria, nominees, votes)
		shuffled := slices.Clone(votes)
		r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		if d := diff.Diff(want, jury.Tally(criteria, nominees, shuffled)); d != "" {
			t.Fatalf("seed %d: the order of the votes matters:\n%s", seed, d)
		}
		heavier := slices.Clone(criteria)
		for i := range heavier {
			heavier[i].Weight *= 7
		}
		close := diff.Comparer(func(a, b float64) bool { return math.Abs(a-b) < 1e-9 })
		if d := diff.Diff(want, jury.Tally(heavier, nominees, votes), close); d != "" {
			t.Fatalf("seed %d: the size of the weights matters:\n%s", seed, d)
		}
		noise := append(slices.Clone(votes), jury.Vote{Nominee: 999, Points: jury.Points{1: 3}}, jury.Vote{Nominee: nominees[0], Points: jury.Points{}})
		if d := diff.Diff(want, jury.Tally(criteria, nominees, noise)); d != "" {
			t.Fatalf("seed %d: a vote counts that is none:\n%s", seed, d)
		}
		checkAgainstSums(t, criteria, votes, want)
	}
}

// checkAgainstSums computes each mean and spread by the book.
func checkAgainstSums(t *testing.T, criteria []jury.Criterion, votes []jury.Vote, got []jury.Standing) {
	t.Helper()
	for i, s := range got {
		var means []float64
		for _, v := range votes {
			if v.Nominee != s.Nominee || len(v.Points) < len(criteria) {
				continue
			}
			sum, weights := 0.0, 0.0
			for _, c := range criteria {
				sum, weights = sum+float64(c.Weight*v.Points[c.ID]), weights+float64(c.Weight)
			}
			means = append(means, sum/weights)
		}
		mean, spread := 0.0, 0.0
		for _, m := range means {
			mean += m / float64(len(means))
		}
		for _, m := range means {
			spread += (m - mean) * (m - mean) / float64(len(means))
		}
		if s.Scores != len(means) || math.Abs(s.Mean-mean) > 1e-9 || math.Abs(s.Spread-math.Sqrt(spread)) > 1e-6 {
			t.Fatalf("%+v, want %d scores, mean %f, spread %f", s, len(means), mean, math.Sqrt(spread))
		}
		if s.Scores > 0 && (s.Low != slices.Min(means) || s.High != slices.Max(means)) {
			t.Fatalf("%+v, want from %f to %f", s, slices.Min(means), slices.Max(means))
		}
		if i > 0 && s.Scores > 0 && (s.Mean > got[i-1].Mean+1e-9 || (s.Place == got[i-1].Place) != (math.Abs(s.Mean-got[i-1].Mean) < 1e-9)) {
			t.Fatalf("%+v stands behind %+v", s, got[i-1])
		}
	}
}

// Two who are even share a place, and the next one stands where it would have.
func TestTiesShareAPlace(t *testing.T) {
	t.Parallel()
	criteria := []jury.Criterion{{ID: 1, Weight: 3}, {ID: 2, Weight: 1}}
	votes := []jury.Vote{
		{1, jury.Points{1: 4, 2: 4}}, {2, jury.Points{1: 5, 2: 1}}, {3, jury.Points{1: 3, 2: 5}}, {3, jury.Points{1: 4, 2: 4}},
	}
	var places []int
	var shared []bool
	for _, s := range jury.Tally(criteria, []jury.NomineeID{1, 2, 3, 4}, votes) {
		places, shared = append(places, s.Place), append(shared, s.Shared)
	}
	if d := diff.Diff([]int{1, 1, 3, 0}, places) + diff.Diff([]bool{true, true, false, false}, shared); d != "" {
		t.Error(d)
	}
}
