package stats

import (
	"cmp"
	"slices"
)

// An opening is one act of a catalogue that has been read.
type opening struct {
	id           int64
	place        int32 // among all acts
	total        int32
	months, span int32 // where its months stand, and how many
}

// openings is the acts of a catalogue that have been read, the newest first,
// and their months one after the other: of a million acts those of a period
// are walked in the order in which they lie in memory.
type openings struct {
	of     *readings
	acts   []opening
	months []monthReadings
}

// openings is made when it is first asked for, and anew when people have read
// since.
func (c *Catalogue) openings(of *readings) *openings {
	c.opening.Lock()
	defer c.opening.Unlock()
	if c.opened == nil || c.opened.of != of {
		c.opened = c.openingsOf(of)
	}
	return c.opened
}

func (c *Catalogue) openingsOf(of *readings) *openings {
	all := &openings{of: of, acts: make([]opening, 0, len(of.acts))}
	for id := range of.acts {
		if at, ok := c.places.of(id); ok {
			all.acts = append(all.acts, opening{id: id, place: at})
		}
	}
	slices.SortFunc(all.acts, func(a, b opening) int { return cmp.Compare(a.place, b.place) })
	for i := range all.acts {
		one := &all.acts[i]
		read := of.acts[one.id]
		one.total, one.months, one.span = int32(read.total), int32(len(all.months)), int32(len(read.months))
		all.months = append(all.months, read.months...)
	}
	return all
}

// between is the acts from one place up to another.
func (all *openings) between(from, until int) []opening {
	at := func(place int) int {
		n, _ := slices.BinarySearchFunc(all.acts, int32(place), func(o opening, place int32) int { return cmp.Compare(o.place, place) })
		return n
	}
	return all.acts[at(from):at(until)]
}
