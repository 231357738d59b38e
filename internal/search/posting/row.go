package posting

import (
	"encoding/binary"
	"slices"

	"tekojentori.fi/tori/internal/search/query"
)

// keepRows keeps the documents in which the sets stand one after the other.
func (v View) keepRows(e *query.Expr, found Set) {
	ends := map[int32][]uint16{} // where the sets so far end, by document
	for i, set := range e.Sets {
		next := map[int32][]uint16{}
		for _, lexeme := range set {
			at, ok := v.terms[string(e.Field)+lexeme]
			if !ok {
				continue
			}
			v.lists[at].eachPlace(found, func(doc int32, place uint16) {
				if i == 0 || slices.Contains(ends[doc], place-uint16(e.Gaps[i])) {
					next[doc] = append(next[doc], place)
				}
			})
		}
		ends = next
	}
	for i := range found {
		found[i] = 0
	}
	for doc := range ends {
		found.Add(doc)
	}
}

// eachPlace calls fn with the places of the list in the documents of a set.
func (l *list) eachPlace(within Set, fn func(doc int32, place uint16)) {
	docs, places := l.docs, l.places
	doc := int32(0)
	for len(docs) > 0 && len(places) > 0 {
		doc += int32(take(&docs)) // as add wrote it
		wanted := within.Has(doc)
		place := uint16(0)
		for range take(&places) {
			place += uint16(take(&places)) // as add wrote it
			if wanted {
				fn(doc, place)
			}
		}
	}
}

func take(b *[]byte) uint64 {
	u, n := binary.Uvarint(*b)
	*b = (*b)[n:]
	return u
}
