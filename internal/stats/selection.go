package stats

import (
	"cmp"
	"math/bits"
	"slices"
)

// A Sort is an order of a list.
type Sort string

// The orders.
const (
	Newest    Sort = "newest"
	Oldest    Sort = "oldest"
	Relevance Sort = "relevance" // needs Filter.Hits
)

// A Count is how many acts have a value.
type Count struct {
	Value
	Count  int
	Chosen bool // the filter asks for it
}

// A Selection is the acts that a filter lets through, counted once.
type Selection struct {
	c       *Catalogue
	filter  compiled
	matches []int32 // places of rows, newest first
	counts  [dimensions][]int32
}

// Select walks the catalogue once. The count of a choice follows the choices
// of the other dimensions and not those of its own, so it is the total of the
// list once that choice alone is made in its dimension.
func (c *Catalogue) Select(f Filter) *Selection {
	s := &Selection{c: c, filter: c.compile(f)}
	for d := range dimensions {
		s.counts[d] = make([]int32, len(c.values[d].list))
	}
	for i := range c.rows {
		r := &c.rows[i]
		if !s.filter.passes(r) {
			continue
		}
		switch fails := s.filter.fails(r); {
		case fails == 0:
			s.matches = append(s.matches, int32(i))
			for d := range dimensions {
				s.count(d, r)
			}
		case fails&(fails-1) == 0: // one dimension only
			s.count(Dimension(bits.TrailingZeros32(fails)), r)
		}
	}
	return s
}

func (s *Selection) count(d Dimension, r *row) {
	if d == Organization {
		for _, o := range r.orgs {
			s.counts[d][o]++
		}
		return
	}
	for m := r.masks[d]; m != 0; m &= m - 1 {
		s.counts[d][bits.TrailingZeros64(m)]++
	}
}

// Total is how many acts there are.
func (s *Selection) Total() int { return len(s.matches) }

// Page is the ids of one page in an order.
func (s *Selection) Page(by Sort, offset, limit int) []int64 {
	order := s.matches
	switch by {
	case Oldest:
		order = slices.Clone(order)
		slices.Reverse(order)
	case Relevance:
		order = s.ranked()
	case Newest:
	}
	offset = min(max(offset, 0), len(order))
	page := order[offset:min(offset+limit, len(order))]
	ids := make([]int64, len(page))
	for i, n := range page {
		ids[i] = s.c.rows[n].id
	}
	return ids
}

// All is the ids of every act, newest first.
func (s *Selection) All() []int64 { return s.Page(Newest, 0, len(s.matches)) }

// ranked is the matches by score, the newer first among equals.
func (s *Selection) ranked() []int32 {
	order := slices.Clone(s.matches)
	slices.SortStableFunc(order, func(a, b int32) int {
		return cmp.Compare(s.filter.hits[s.c.rows[b].id], s.filter.hits[s.c.rows[a].id])
	})
	return order
}

// Facet is the choices of a dimension with their counts, in the order of the
// dimension; organisations the most frequent first. A choice that finds
// nothing is left out unless it is made.
func (s *Selection) Facet(d Dimension) []Count {
	var out []Count
	for i, v := range s.c.values[d].list {
		chosen := s.chosen(d, i)
		if s.counts[d][i] > 0 || chosen {
			out = append(out, Count{v, int(s.counts[d][i]), chosen})
		}
	}
	switch d {
	case Organization:
		slices.SortStableFunc(out, func(a, b Count) int { return cmp.Compare(b.Count, a.Count) })
	case Year:
		slices.Reverse(out)
	default:
	}
	return out
}

func (s *Selection) chosen(d Dimension, n int) bool {
	if d == Organization {
		return slices.Contains(s.filter.orgs, int32(n))
	}
	return s.filter.masks[d]&(1<<n) != 0
}
