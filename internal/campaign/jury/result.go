package jury

import (
	"cmp"
	"math"
	"slices"
)

// A Vote is the points of one juror for one nominee.
type Vote struct {
	Nominee NomineeID
	Points  Points
}

// A Standing is how the jury sees a nominee.
type Standing struct {
	Nominee NomineeID
	Place   int     // from 1; those that are even share one; 0: nobody has scored it
	Shared  bool    // with others
	Scores  int     // jurors who have scored it whole
	Mean    float64 // weighted, on the scale of the jury
	Spread  float64 // the standard deviation of the jurors' own means
	Low     float64 // the lowest of them
	High    float64 // the highest of them
}

// sums is what the votes for a nominee add up to. They are whole numbers, so
// that neither the order of the votes nor a rounding decides who wins.
type sums struct {
	n, total, squares int
	low, high         int
}

// Tally is the result of a jury: the nominees by their weighted means, the best
// first. A vote counts when it is whole; callers leave out those of jurors who
// are recused. This is the one place where a result is computed.
func Tally(criteria []Criterion, nominees []NomineeID, votes []Vote) []Standing {
	weights := 0
	for _, c := range criteria {
		weights += c.Weight
	}
	all := make(map[NomineeID]*sums, len(nominees))
	for _, id := range nominees {
		all[id] = &sums{}
	}
	for _, v := range votes {
		if s := all[v.Nominee]; s != nil && (Ballot{Points: v.Points}).Whole(criteria) {
			s.add(weigh(criteria, v.Points))
		}
	}
	order := slices.Clone(nominees)
	slices.SortStableFunc(order, func(a, b NomineeID) int { return compare(all[a], all[b]) })
	standings := make([]Standing, len(order))
	for i, id := range order {
		standings[i] = all[id].standing(id, weights)
		if s := all[id]; s.n > 0 {
			standings[i].Place = i + 1
			if i > 0 && compare(all[order[i-1]], s) == 0 {
				standings[i].Place = standings[i-1].Place
				standings[i].Shared, standings[i-1].Shared = true, true
			}
		}
	}
	return standings
}

func weigh(criteria []Criterion, points Points) int {
	sum := 0
	for _, c := range criteria {
		sum += c.Weight * points[c.ID]
	}
	return sum
}

func (s *sums) add(x int) {
	if s.n == 0 {
		s.low, s.high = x, x
	}
	s.n, s.total, s.squares = s.n+1, s.total+x, s.squares+x*x
	s.low, s.high = min(s.low, x), max(s.high, x)
}

// compare puts the higher mean first, and those without scores last.
func compare(a, b *sums) int {
	if a.n == 0 || b.n == 0 {
		return cmp.Compare(b.n, a.n)
	}
	return cmp.Compare(b.total*a.n, a.total*b.n)
}

func (s *sums) standing(id NomineeID, weights int) Standing {
	if s.n == 0 {
		return Standing{Nominee: id}
	}
	per := float64(weights)
	return Standing{
		Nominee: id, Scores: s.n, Mean: float64(s.total) / float64(s.n*weights),
		Spread: math.Sqrt(float64(s.n*s.squares-s.total*s.total)) / float64(s.n*weights),
		Low:    float64(s.low) / per, High: float64(s.high) / per,
	}
}
