package synonym

import "tekojentori.fi/tori/internal/search/packed"

// pack moves what the set keeps into few pieces of memory: there are tens of
// thousands of words, and reading them leaves ten times as much behind.
func (s *Set) pack() {
	p := packing{moved: map[*Reading]*Reading{}}
	for i, g := range s.groups {
		for j, t := range g.terms {
			g.terms[j] = p.reading(t)
		}
		s.groups[i].terms = p.terms.Copy(g.terms)
	}
	for i, w := range s.words {
		s.words[i].Reading = p.reading(w.Reading)
	}
	for i, key := range s.keys {
		s.keys[i] = p.texts.Copy(key)
	}
}

// A packing is a set on its way.
type packing struct {
	moved    map[*Reading]*Reading
	texts    packed.Texts
	readings packed.Lists[Reading]
	terms    packed.Lists[*Reading]
	words    packed.Lists[[]string]
	lexemes  packed.Lists[string]
	gaps     packed.Lists[int]
}

// reading is the same reading in its new place.
func (p *packing) reading(t *Reading) *Reading {
	if there, ok := p.moved[t]; ok {
		return there
	}
	words := make([][]string, len(t.Words))
	for i, lexemes := range t.Words {
		words[i] = p.lexemes.Copy(lexemes)
		for j, l := range words[i] {
			words[i][j] = p.texts.Copy(l)
		}
	}
	there := &p.readings.Copy([]Reading{{Text: t.Text, Words: p.words.Copy(words), Gaps: p.gaps.Copy(t.Gaps)}})[0]
	p.moved[t] = there
	return there
}
