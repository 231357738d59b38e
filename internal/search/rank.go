package search

import (
	"slices"
	"sync"

	"tekojentori.fi/tori/internal/search/query"
)

const (
	// also is how much a further way in which an act has a word counts beside
	// the best one.
	also = 0.2
	// covers is the weight from which an act has a word wholly.
	covers = 0.6
	// aside is how much an adjective, a verb or an adverb tells beside a noun:
	// of lyhyet palaverit the meetings tell more.
	aside = 0.7
	// dull is how much a word does that stands in any text.
	dull = 0.25
	// trace is the weight under which it has no more than a trace of it.
	trace = 0.25
)

// rank scores every act that was found:
//
//	( Σ idf · weight ) · ( Σ idf of the groups met )²
//
// When few acts meet all groups, those that meet enough of them stand among
// them by their scores; when few do by more than a trace, the best of those: in
// a long text all the words of a query are soon found somewhere. Among equals
// the newer comes first. hits and recent are the acts as their source numbers
// them, acts is how many there are.
func rank(groups []*match, hits []int64, recent []int32, acts int) Result {
	wanted := slices.DeleteFunc(slices.Clone(groups), func(m *match) bool { return m.Minus })
	t := gather(groups, len(hits))
	defer tallies.Put(t)
	idf := make([]float64, len(wanted))
	total := 0.0
	for i, n := range t.counts {
		idf[i] = rarity(max(acts, t.found), n)
		switch {
		case wanted[i].Dull:
			idf[i] *= dull
		case wanted[i].Aside:
			idf[i] *= aside
		}
		if n > 0 { // what no act has tells none from another
			total += idf[i]
		}
	}
	result, list := t.choose(recent, idf, total)
	result.Hits = make([]int64, 0, len(list))
	for _, s := range t.ranked(list) {
		id := unpackHit(hits[s.doc])
		result.Hits = append(result.Hits, id)
		if t.met[s.doc]&filed != 0 {
			result.file(id)
		}
	}
	return result
}

// file notes an act with a word that only a document of it has.
func (r *Result) file(actID int64) {
	if r.Filed == nil {
		r.Filed = map[int64]bool{}
	}
	r.Filed[actID] = true
}

// choose is the acts that are shown.
func (t *tally) choose(recent []int32, idf []float64, total float64) (Result, []scored) {
	whole, some, sure := t.whole[:0], t.some[:0], 0
	asked := len(idf) - t.dulls()
	for _, doc := range recent {
		if t.met[doc] == 0 || t.met[doc] == excluded {
			continue
		}
		m := t.merit(doc, idf)
		switch {
		case int(t.met[doc]&^(loosely|filed)) == asked:
			whole = append(whole, scored{doc, float32(m.score)})
			if m.strong == asked {
				sure++
			}
		case m.coverage >= enough*total:
			some = append(some, scored{doc, float32(m.score)})
		}
	}
	t.whole, t.some = whole, some
	if len(whole) >= fewWhole {
		if sure >= fewWhole || asked == 1 {
			some = nil
		} else {
			t.copied = append(t.copied[:0], whole...) // it is ordered in place
			least := t.ranked(t.copied)[fewWhole-1].score
			some = slices.DeleteFunc(some, func(s scored) bool { return s.score < least })
		}
	}
	return Result{Whole: len(whole), Partial: len(some) > 0}, t.inOrder(recent, whole, some)
}

// inOrder is two lists as one, the newest first.
func (t *tally) inOrder(recent []int32, a, b []scored) []scored {
	if len(b) == 0 {
		return a
	}
	list := make([]scored, 0, len(a)+len(b))
	for _, doc := range recent {
		switch {
		case len(a) > 0 && a[0].doc == doc:
			list, a = append(list, a[0]), a[1:]
		case len(b) > 0 && b[0].doc == doc:
			list, b = append(list, b[0]), b[1:]
		}
	}
	return list
}

// A tally is what the groups say of each act, by its number.
type tally struct {
	weights []float32 // of each group, one group after the other
	met     []uint8   // how many groups it meets by more than a part of a compound
	counts  []int     // the acts of each group
	dull    []bool    // of each group, whether an act may do without it
	found   int
	docs    int

	whole, some    []scored // room for those who meet all groups, or enough of them
	others, copied []scored // room to order them in
}

// dulls is how many groups an act may do without.
func (t *tally) dulls() int {
	n := 0
	for _, dull := range t.dull {
		if dull {
			n++
		}
	}
	return n
}

// What met says besides its number: that the act was found at all, that a
// word is in a document of it alone, and that it has what the reader does not
// want.
const (
	loosely  = 1 << 6
	filed    = 1 << 7
	excluded = 1<<8 - 1
)

// tallies are used in turn: one takes some bytes for each act there is.
var tallies = sync.Pool{New: func() any { return new(tally) }}

// cleared is n zeros, in the room of s if they fit there.
func cleared[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	clear(s[:n])
	return s[:n]
}

// gather notes the acts of all groups.
func gather(groups []*match, docs int) *tally {
	t := tallies.Get().(*tally)
	t.met, t.docs, t.found, t.counts, t.dull = cleared(t.met, docs), docs, 0, t.counts[:0], t.dull[:0]
	t.weights = cleared(t.weights, len(groups)*docs)
	for _, m := range groups {
		if !m.Minus {
			t.group(m)
		}
	}
	for _, m := range groups {
		for _, p := range m.tiers {
			if m.Minus {
				p.docs.Each(t.exclude)
			}
		}
	}
	return t
}

// group notes the acts of one group with the weight of the best alternative
// and something for the others.
func (t *tally) group(m *match) {
	weights := t.weights[len(t.counts)*t.docs:][:t.docs]
	n := 0
	m.order()
	for _, p := range m.tiers {
		weight := float32(p.Weight)
		more := uint8(1)
		found := uint8(loosely)
		switch p.Kind {
		case query.Loose:
			more = 0
		case query.Filed:
			found |= filed
		default:
		}
		if m.Dull {
			more = 0
		}
		p.docs.Each(func(doc int32) {
			w := &weights[doc]
			if *w == 0 {
				n++
				if t.met[doc] == 0 {
					t.found++
				}
				t.met[doc] = (t.met[doc] | found) + more
			}
			*w = max(*w, weight) + also*min(*w, weight)
		})
	}
	t.counts, t.dull = append(t.counts, n), append(t.dull, m.Dull)
}

// exclude takes an act out that was found.
func (t *tally) exclude(doc int32) {
	if int(doc) >= t.docs || t.met[doc] == 0 || t.met[doc] == excluded {
		return
	}
	t.met[doc] = excluded
	t.found--
	for i := range t.counts {
		if t.weights[i*t.docs+int(doc)] > 0 {
			t.counts[i]--
		}
	}
}

// merit is what the groups say of one act.
type merit struct {
	score    float64
	coverage float64 // the weight of the groups that it meets
	strong   int     // groups that it meets by more than a trace
}

// merit scores an act. What it meets by a trace only covers a group in part.
func (t *tally) merit(doc int32, idf []float64) merit {
	var m merit
	sum, covered := 0.0, 0.0
	for i, of := range idf {
		w := float64(t.weights[i*t.docs+int(doc)])
		if w == 0 {
			continue
		}
		sum += of * w
		m.coverage += of
		covered += of * min(1, w/covers)
		if w >= trace && !t.dull[i] {
			m.strong++
		}
	}
	m.score = sum * covered * covered
	return m
}
