package stats

// Places is how many of the acts each municipality has, by code: where the act
// itself says it was done, else the seat of its lead organisation. The acts
// whose place is not known stand under "".
func (s *Selection) Places() map[string]int {
	counts := map[string]int{}
	for _, n := range s.matches {
		counts[s.c.rows[n].place]++
	}
	return counts
}
