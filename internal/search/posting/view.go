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

// Find is the documents that an expression matches.
func (v View) Find(e query.Expr) Set {
	found := NewSet(len(v.hits))
	for _, start := range e.Starts {
		v.starting(string(e.Field)+start, found)
	}
	for i, set := range e.Sets {
		one := found
		if i > 0 {
			one = NewSet(len(v.hits))
		}
		for _, lexeme := range set {
			if at, ok := v.terms[string(e.Field)+lexeme]; ok {
				v.lists[at].into(one)
			}
		}
		if i > 0 {
			found.And(one)
		}
	}
	v.dropGone(found)
	if e.Gaps != nil && len(e.Sets) > 1 {
		v.keepRows(e, found)
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

// into adds the documents of the list to a set.
func (l *list) into(s Set) { l.each(s.Add) }

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
func (v View) starting(start string, s Set) {
	i, _ := slices.BinarySearch(v.keys, start)
	for ; i < len(v.keys) && strings.HasPrefix(v.keys[i], start); i++ {
		v.lists[v.terms[v.keys[i]]].into(s)
	}
	for _, key := range v.fresh {
		if strings.HasPrefix(key, start) {
			v.lists[v.terms[key]].into(s)
		}
	}
}
