package stats

import (
	"cmp"
	"slices"
)

// A Sort is an order of a list.
type Sort string

// The orders.
const (
	Newest    Sort = "newest"
	Oldest    Sort = "oldest"
	Adopted   Sort = "adopted"   // what most organisations use first, then the newest
	Relevance Sort = "relevance" // as Filter.Hits has it
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
	found   bool    // by a search: the matches stand with the best first
	matches []int32 // places of rows; newest first unless found
	counts  [dimensions][]int32
}

// Select counts the catalogue, or what a search has found. The count of a
// choice follows the choices of the other dimensions and not those of its own,
// so it is the total of the list once that choice alone is made in its
// dimension.
func (c *Catalogue) Select(f Filter) *Selection {
	if f.Empty() && c.whole != nil {
		return c.whole
	}
	if f.Hits != nil { // of one search
		return c.selects(f)
	}
	key := f.key()
	if kept := c.shelf.of(key); kept != nil {
		return kept
	}
	s := c.selects(f)
	c.shelf.put(key, s, s.size())
	return s
}

func (c *Catalogue) selects(f Filter) *Selection {
	s := &Selection{c: c, filter: c.compile(f), found: f.Hits != nil}
	within := c.considered(&s.filter, f.Hits)
	all := slices.Clone(within)
	var chosen [dimensions]set // nil: nothing is chosen there
	for d := range dimensions {
		if chosen[d] = c.columns.chosen(&s.filter, d); chosen[d] != nil {
			all.keep(chosen[d])
		}
	}
	for d, own := range chosen {
		reach := all
		if own != nil {
			reach = fitting(within, chosen[:], d)
		}
		s.counts[d] = c.columns.count(Dimension(d), reach, len(c.values[d].list))
	}
	s.order(all, f.Hits)
	return s
}

// fitting is the rows that fit the choices of all dimensions but one: each of
// its own choices is counted as if none of them were made.
func fitting(within set, chosen []set, but int) set {
	reach := slices.Clone(within)
	for d, fit := range chosen {
		if d != but && fit != nil {
			reach.keep(fit)
		}
	}
	return reach
}

// order lists the matches: the best first, or the newest.
func (s *Selection) order(all set, hits []int64) {
	if !s.found {
		s.matches = make([]int32, 0, all.size())
		all.each(func(i int32) { s.matches = append(s.matches, i) })
		return
	}
	s.matches = make([]int32, 0, min(all.size(), len(hits)))
	for _, id := range hits {
		if i, ok := s.c.places.of(id); ok && all.has(i) {
			s.matches = append(s.matches, i)
		}
	}
}

// size is how many numbers s keeps.
func (s *Selection) size() int {
	size := len(s.matches)
	for _, counts := range s.counts {
		size += len(counts)
	}
	return size
}

// Total is how many acts there are.
func (s *Selection) Total() int { return len(s.matches) }

// Page is the ids of one page in an order. Relevance without a search is
// Newest.
func (s *Selection) Page(by Sort, offset, limit int) []int64 {
	order, last := s.matches, len(s.matches)-1
	if s.found && by != Relevance {
		order = slices.Clone(order)
		slices.Sort(order)
	}
	if by == Adopted {
		order = s.mostAdopted(order)
	}
	offset = min(max(offset, 0), len(order))
	ids := make([]int64, min(limit, len(order)-offset))
	for i := range ids {
		at := offset + i
		if by == Oldest {
			at = last - at
		}
		ids[i] = s.c.rows[order[at]].id
	}
	return ids
}

// mostAdopted is the places of newest with those that others use in front.
func (s *Selection) mostAdopted(newest []int32) []int32 {
	var adopted, others []int32
	for _, i := range newest {
		if s.c.rows[i].adopted > 0 {
			adopted = append(adopted, i)
		} else {
			others = append(others, i)
		}
	}
	slices.SortStableFunc(adopted, func(a, b int32) int { return cmp.Compare(s.c.rows[b].adopted, s.c.rows[a].adopted) })
	return append(adopted, others...)
}

// All is the ids of every act, newest first.
func (s *Selection) All() []int64 { return s.Page(Newest, 0, len(s.matches)) }

// Facet is the choices of a dimension with their counts, in the order of the
// dimension; organisations the most frequent first. A choice that finds
// nothing is left out unless it is made.
func (s *Selection) Facet(d Dimension) []Count {
	n := 0
	for i := range s.counts[d] {
		if s.counts[d][i] > 0 || s.chosen(d, i) {
			n++
		}
	}
	out := make([]Count, 0, n)
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
