package synonym

import "slices"

// maxLent bounds what one term borrows in each way.
const maxLent = 12

// lent is what is two steps away: what is related to a word of the same
// meaning, for who asks for seniors gets the care home that is related to the
// old; and what means the same as a related word, for invandrare is related to
// maahanmuuttaja and so gets kotoutuja.
func lent(groups []Group) []Group {
	same, related := map[string][]string{}, map[string][]string{}
	var terms []string // in the order of the file, for maps have none
	for _, g := range groups {
		for _, term := range g.Terms {
			switch {
			case g.Weight == Related:
				related[term] = append(related[term], g.Terms...)
			case g.Weight == Same && !g.OneWay:
				same[term] = append(same[term], g.Terms...)
			default:
				continue
			}
			terms = append(terms, term)
		}
	}
	var list []Group
	done := map[string]bool{}
	for _, term := range terms {
		if done[term] {
			continue
		}
		done[term] = true
		for _, far := range [][]string{twoSteps(term, same, related), twoSteps(term, related, same)} {
			if len(far) > 0 {
				list = append(list, Group{Terms: append([]string{term}, far...), OneWay: true, Weight: Distant})
			}
		}
	}
	return list
}

// twoSteps is the terms that are one step of the second kind after one of the
// first, without those that are one step away.
func twoSteps(term string, first, second map[string][]string) []string {
	var far []string
	for _, near := range first[term] {
		if near == term {
			continue
		}
		for _, t := range second[near] {
			if t != term && len(far) < maxLent && !slices.Contains(far, t) && !slices.Contains(first[term], t) && !slices.Contains(second[term], t) {
				far = append(far, t)
			}
		}
	}
	return far
}
