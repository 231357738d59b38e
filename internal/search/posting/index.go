package posting

import (
	"bytes"
	"encoding/binary"
	"sync"
)

// An Index is documents by lexeme. Any number of goroutines may read it while
// one writes.
type Index struct {
	mu       sync.RWMutex
	terms    map[string]int32 // where the list of a lexeme is
	lists    []list
	keys     []string // all lexemes but the newest, sorted
	fresh    []string // the newest
	hits     []int64  // by document; gone for those that are no more
	byAct    map[int64]int32
	recent   []int32          // documents, the newest first
	settled  int              // documents when the lists were trimmed
	unmarked int              // the first document without marks
	names    []string         // by list, its lexeme
	acts     []int64          // by document
	marks    [][]mark         // by document, its most telling words
	sorts    [][]int16        // by document, its terms of the taxonomy
	sorted   map[int16]int    // how many documents have a term
	shown    map[int32]string // by list, its lexeme as people write it
}

// gone is the hit of a document that has been taken out.
const gone = -1

// A list is the documents of a lexeme, in order, each as the difference to the
// one before; and if the lexeme has them, its places in each: how many, and
// each as the difference to the one before.
type list struct {
	docs, places []byte
	n, last      int32
}

// New is an empty index.
func New() *Index {
	return &Index{terms: map[string]int32{}, byAct: map[int64]int32{}, sorted: map[int16]int{}, shown: map[int32]string{}}
}

// A Document is what an act is found by: its lexemes with their positions, as
// tsvectorsend writes them.
type Document struct {
	ActID int64
	Hit   int64
	TSV   []byte
	Terms []int16 // of the taxonomy
}

// Put adds documents, in place of what was there of their acts. They are found
// after Settle.
func (x *Index) Put(docs ...Document) {
	x.mu.Lock()
	defer x.mu.Unlock()
	for _, d := range docs {
		x.remove(d.ActID)
		doc := int32(len(x.hits))
		x.hits, x.acts = append(x.hits, d.Hit), append(x.acts, d.ActID)
		x.marks, x.sorts = append(x.marks, nil), append(x.sorts, d.Terms)
		for _, t := range d.Terms {
			x.sorted[t]++
		}
		x.byAct[d.ActID] = doc
		x.read(doc, d.TSV)
	}
}

// Remove takes acts out.
func (x *Index) Remove(actIDs ...int64) {
	x.mu.Lock()
	defer x.mu.Unlock()
	for _, id := range actIDs {
		x.remove(id)
	}
}

func (x *Index) remove(actID int64) {
	if doc, ok := x.byAct[actID]; ok {
		for _, t := range x.sorts[doc] {
			x.sorted[t]--
		}
		x.hits[doc], x.marks[doc], x.sorts[doc] = gone, nil, nil
		delete(x.byAct, actID)
	}
}

// read takes in a tsvector: how many lexemes there are, then each with a zero
// byte, how many positions it has, and the positions.
func (x *Index) read(doc int32, tsv []byte) {
	if len(tsv) < 4 {
		return
	}
	tsv = tsv[4:]
	for len(tsv) > 0 {
		end := bytes.IndexByte(tsv, 0)
		n := int(binary.BigEndian.Uint16(tsv[end+1:]))
		places := tsv[end+3 : end+3+2*n]
		x.list(tsv[:end]).add(doc, places)
		tsv = tsv[end+3+2*n:]
	}
}

// list is the list of a lexeme, made when it is new.
func (x *Index) list(lexeme []byte) *list {
	at, ok := x.terms[string(lexeme)]
	if !ok {
		at = int32(len(x.lists))
		word := string(lexeme)
		x.terms[word] = at
		x.fresh = append(x.fresh, word)
		x.lists, x.names = append(x.lists, list{}), append(x.names, word)
	}
	return &x.lists[at]
}

// position is the part of a position that is no weight.
const position = 1<<14 - 1

func (l *list) add(doc int32, places []byte) {
	l.docs = binary.AppendUvarint(l.docs, uint64(doc-l.last))
	l.last = doc
	l.n++
	if len(places) == 0 {
		return
	}
	l.places = binary.AppendUvarint(l.places, uint64(len(places)/2))
	before := uint16(0)
	for ; len(places) > 0; places = places[2:] {
		p := binary.BigEndian.Uint16(places) & position
		l.places = binary.AppendUvarint(l.places, uint64(p-before))
		before = p
	}
}

// Bytes is about how much memory the index takes.
func (x *Index) Bytes() int {
	x.mu.RLock()
	defer x.mu.RUnlock()
	n := 0
	for i := range x.lists {
		n += cap(x.lists[i].docs) + cap(x.lists[i].places)
	}
	return n + 150*len(x.lists) + 200*len(x.hits)
}

// Waste is how much of the index is of documents that are no more, from 0 to
// 1.
func (x *Index) Waste() float64 {
	x.mu.RLock()
	defer x.mu.RUnlock()
	if len(x.hits) == 0 {
		return 0
	}
	return 1 - float64(len(x.byAct))/float64(len(x.hits))
}
