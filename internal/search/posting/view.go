package posting

import (
	"encoding/binary"
	"slices"
	"strings"

	"tekojentori.fi/tori/internal/search/query"
)

// A View is the index while nothing changes it.
type View struct{ *Index }

// View calls fn with the index as it is.
func (x *Index) View(fn func(v View)) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	fn(View{x})
}

// Hits is the hit of each document, negative for those that are no more.
func (v View) Hits() []int64 { return v.hits }

// Recent is the documents, the newest first.
func (v View) Recent() []int32 { return v.recent }

// Len is how many documents there are.
func (v View) Len() int { return len(v.byAct) }

// Find is the documents that an expression matches, as a set made in the room,
// or nil when there are none: most of what a query asks for is in no document.
func (v View) Find(e *query.Expr, room *Room) Set {
	var found Set
	for _, start := range e.Starts {
		found = v.starting(string(e.Field)+start, found, room)
	}
	for i, set := range e.Sets {
		if i == 0 {
			found = v.anyOf(e.Field, set, found, room)
			continue
		}
		if found == nil {
			return nil
		}
		one := v.anyOf(e.Field, set, nil, room)
		if one == nil {
			room.free(found)
			return nil
		}
		found.And(one)
		room.free(one)
	}
	if found == nil {
		return nil
	}
	v.dropGone(found)
	if e.Gaps != nil && len(e.Sets) > 1 {
		v.keepRows(e, found)
	}
	return found
}

// anyOf adds the documents that have one of some lexemes to a set, which is made
// for the first of them.
func (v View) anyOf(f query.Field, lexemes []string, found Set, room *Room) Set {
	for _, lexeme := range lexemes {
		if at, ok := v.terms[string(f)+lexeme]; ok {
			found = v.into(found, at, room)
		}
	}
	return found
}

func (v View) dropGone(s Set) {
	if len(v.byAct) == len(v.hits) {
		return
	}
	s.Each(func(doc int32) {
		if v.hits[doc] == gone {
			s[doc>>6] &^= 1 << (doc & 63)
		}
	})
}

// into adds the documents of a list to a set, which is made when there is none
// yet.
func (v View) into(s Set, list int32, room *Room) Set {
	if s == nil {
		s = room.set(len(v.hits))
	}
	v.lists[list].each(s.Add)
	return s
}

// each calls fn with the documents of the list.
func (l *list) each(fn func(doc int32)) {
	doc := int32(0)
	for at := 0; at < len(l.docs); {
		b := l.docs[at]
		if b < 0x80 { // nearly always
			doc += int32(b)
			at++
		} else {
			d, n := binary.Uvarint(l.docs[at:])
			doc += int32(d) // as add wrote it
			at += n
		}
		fn(doc)
	}
}

// starting adds the documents of all lexemes that begin so.
func (v View) starting(start string, s Set, room *Room) Set {
	i, _ := slices.BinarySearch(v.keys, start)
	for ; i < len(v.keys) && strings.HasPrefix(v.keys[i], start); i++ {
		s = v.into(s, v.terms[v.keys[i]], room)
	}
	for _, key := range v.fresh {
		if strings.HasPrefix(key, start) {
			s = v.into(s, v.terms[key], room)
		}
	}
	return s
}
